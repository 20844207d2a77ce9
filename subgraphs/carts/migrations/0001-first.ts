import type { Migration } from '#kernel/migrations.ts';

/** Written by `npm run migration` from the entities. */
export const first: Migration = {
  id: '0001-first',
  sqlite: [
    "create table `active_cart` (`account_id` text not null, `user_id` text not null, `cart_id` text not null, primary key (`account_id`, `user_id`))",
    "create index `active_cart_cart_id_index` on `active_cart` (`cart_id`)",
    "create table `cart` (`id` text not null primary key, `account_id` text not null, `owner_id` text not null, `status` text not null, `name` text null, `currency` text not null, `version` integer not null, `subtotal_minor` bigint not null, `discount_total_minor` bigint not null, `tax_total_minor` bigint not null, `shipping_total_minor` bigint not null, `total_minor` bigint not null, `price_hash` text not null, `problems` json not null, `guest` integer not null, `agreement_id` text null, `promotion_codes` json not null, `shipping_method` text null, `pricing` json not null, `stale` integer not null, `checkout_id` text null, `updated_by_id` text null, `expires_at` datetime not null, `created_at` datetime not null, `updated_at` datetime not null, constraint `cart_status` check (status in ('ACTIVE', 'SAVED', 'QUOTED', 'TRANSFERRED', 'ORDERED', 'EXPRESS', 'EXPIRED', 'DELETED')))",
    "create index `cart_account_id_owner_id_id_index` on `cart` (`account_id`, `owner_id`, `id`)",
    "create index `cart_stale_id_index` on `cart` (`stale`, `id`)",
    "create table `cart_line` (`id` text not null primary key, `cart_id` text not null, `account_id` text not null, `position` integer not null, `sku` text not null, `quantity_micro` bigint not null, `uom` text not null, `list_unit_micro` bigint not null, `unit_micro` bigint not null, `total_minor` bigint not null, `discount_minor` bigint not null, `taxes` json not null, `agreement_id` text null, `explanation` json not null, `added_by_id` text not null)",
    "create index `cart_line_cart_id_position_account_id_index` on `cart_line` (`cart_id`, `position`, `account_id`)",
    "create index `cart_line_sku_cart_id_index` on `cart_line` (`sku`, `cart_id`)",
    "create table `idempotency_key` (`account_id` text not null, `operation` text not null, `key` text not null, `fingerprint` text not null, `answer` text not null, `created_at` datetime not null, primary key (`account_id`, `operation`, `key`))",
    "create table `inbox_cursor` (`consumer` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `last_version` integer not null, primary key (`consumer`, `aggregate_type`, `aggregate_id`))",
    "create table `inbox_message` (`consumer` text not null, `event_id` text not null, `handled_at` datetime not null, primary key (`consumer`, `event_id`))",
    "create table `outbox_message` (`id` text not null primary key, `account_id` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `type` text not null, `schema_version` integer not null, `payload` json not null, `actor_id` text null, `destination` text null, `created_at` datetime not null, `published_at` datetime null, `parked_at` datetime null, `attempts` integer not null)",
    "create index `outbox_message_waiting` on `outbox_message` (`published_at`, `parked_at`, `id`)",
    "create unique index `outbox_message_aggregate_type_aggregate_id_aggregate_version_unique` on `outbox_message` (`aggregate_type`, `aggregate_id`, `aggregate_version`)",
  ],
};
