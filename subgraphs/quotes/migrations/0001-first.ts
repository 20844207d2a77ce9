import type { Migration } from '#kernel/migrations.ts';

/** Written by `npm run migration` from the entities. */
export const first: Migration = {
  id: '0001-first',
  sqlite: [
    "create table `idempotency_key` (`account_id` text not null, `operation` text not null, `key` text not null, `fingerprint` text not null, `answer` text not null, `created_at` datetime not null, primary key (`account_id`, `operation`, `key`))",
    "create table `inbox_cursor` (`consumer` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `last_version` integer not null, primary key (`consumer`, `aggregate_type`, `aggregate_id`))",
    "create table `inbox_message` (`consumer` text not null, `event_id` text not null, `handled_at` datetime not null, primary key (`consumer`, `event_id`))",
    "create table `outbox_message` (`id` text not null primary key, `account_id` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `type` text not null, `schema_version` integer not null, `payload` json not null, `actor_id` text null, `destination` text null, `created_at` datetime not null, `published_at` datetime null, `parked_at` datetime null, `attempts` integer not null)",
    "create index `outbox_message_waiting` on `outbox_message` (`published_at`, `parked_at`, `id`)",
    "create unique index `outbox_message_aggregate_type_aggregate_id_aggregate_version_unique` on `outbox_message` (`aggregate_type`, `aggregate_id`, `aggregate_version`)",
    "create table `quote` (`id` text not null primary key, `account_id` text not null, `owner_id` text not null, `number` text not null, `status` text not null, `version` integer not null, `cart_id` text null, `cloned_from_id` text null, `sales_rep_id` text null, `currency` text not null, `subtotal_minor` bigint not null, `discount_total_minor` bigint not null, `shipping_total_minor` bigint not null, `tax_total_minor` bigint not null, `total_minor` bigint not null, `terms` json not null, `pricing` json not null, `stale_mark` integer not null, `priced_mark` integer not null, `unpriced_lines` integer not null, `price_hash` text not null, `expires_at` datetime null, `reason` text null, `checkout_id` text null, `updated_by_id` text null, `created_at` datetime not null, `updated_at` datetime not null, `deleted_at` datetime null, constraint `quote_status` check (status in ('CART_IN_PROGRESS', 'DRAFTING', 'QUOTE_REQUESTED', 'ASSIGNED', 'PUBLISHED', 'SUBMITTED', 'EDITING', 'EXPIRED', 'REJECTED', 'CANCELED')))",
    "create index `quote_account_id_owner_id_id_index` on `quote` (`account_id`, `owner_id`, `id`)",
    "create index `quote_status_id_index` on `quote` (`status`, `id`)",
    "create index `quote_expires_at_status_index` on `quote` (`expires_at`, `status`)",
    "create index `quote_cloned_from_id_index` on `quote` (`cloned_from_id`)",
    "create unique index `quote_number_unique` on `quote` (`number`)",
    "create unique index `quote_cart_id_unique` on `quote` (`cart_id`)",
    "create table `quote_audit` (`id` text not null primary key, `quote_id` text not null, `account_id` text not null, `action` text not null, `from_status` text null, `to_status` text not null, `actor_id` text null, `at` datetime not null)",
    "create index `quote_audit_quote_id_id_index` on `quote_audit` (`quote_id`, `id`)",
    "create index `quote_audit_account_id_quote_id_index` on `quote_audit` (`account_id`, `quote_id`)",
    "create table `quote_line` (`id` text not null primary key, `quote_id` text not null, `account_id` text not null, `position` integer not null, `sku` text null, `description` text null, `quantity_micro` bigint not null, `uom` text not null, `list_unit_micro` bigint null, `unit_micro` bigint null, `override_unit_micro` bigint null, `total_minor` bigint null, `discount_minor` bigint not null, `taxes` json not null, `explanation` json not null)",
    "create index `quote_line_quote_id_position_index` on `quote_line` (`quote_id`, `position`)",
    "create index `quote_line_account_id_quote_id_index` on `quote_line` (`account_id`, `quote_id`)",
    "create table `quote_note` (`id` text not null primary key, `quote_id` text not null, `account_id` text not null, `line_id` text null, `author_id` text null, `text` text not null, `internal` integer not null, `at` datetime not null)",
    "create index `quote_note_quote_id_id_index` on `quote_note` (`quote_id`, `id`)",
    "create index `quote_note_account_id_quote_id_index` on `quote_note` (`account_id`, `quote_id`)",
    "create table `quote_revision` (`id` text not null primary key, `quote_id` text not null, `account_id` text not null, `number` integer not null, `action` text not null, `content` json not null, `actor_id` text null, `at` datetime not null)",
    "create index `quote_revision_account_id_quote_id_index` on `quote_revision` (`account_id`, `quote_id`)",
    "create unique index `quote_revision_quote_id_number_unique` on `quote_revision` (`quote_id`, `number`)",
    "create table `quote_sequence` (`year` integer not null primary key autoincrement, `last` integer not null)",
  ],
};
