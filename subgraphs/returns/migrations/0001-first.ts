import type { Migration } from '#kernel/migrations.ts';

/** Written by `npm run migration` from the entities. */
export const first: Migration = {
  id: '0001-first',
  sqlite: [
    "create table `idempotency_key` (`account_id` text not null, `operation` text not null, `key` text not null, `fingerprint` text not null, `answer` text not null, `created_at` datetime not null, primary key (`account_id`, `operation`, `key`))",
    "create table `inbox_cursor` (`consumer` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `last_version` integer not null, primary key (`consumer`, `aggregate_type`, `aggregate_id`))",
    "create table `inbox_message` (`consumer` text not null, `event_id` text not null, `handled_at` datetime not null, primary key (`consumer`, `event_id`))",
    "create table `number_series` (`series` text not null primary key, `last` integer not null)",
    "create table `outbox_message` (`id` text not null primary key, `account_id` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `type` text not null, `schema_version` integer not null, `payload` json not null, `actor_id` text null, `destination` text null, `created_at` datetime not null, `published_at` datetime null, `parked_at` datetime null, `attempts` integer not null)",
    "create index `outbox_message_waiting` on `outbox_message` (`published_at`, `parked_at`, `id`)",
    "create unique index `outbox_message_aggregate_type_aggregate_id_aggregate_version_unique` on `outbox_message` (`aggregate_type`, `aggregate_id`, `aggregate_version`)",
    "create table `sales_return` (`id` text not null primary key, `account_id` text not null, `owner_id` text not null, `pending_owner_id` text null, `number` text null, `status` text not null, `version` integer not null, `currency` text not null, `refund_total_minor` bigint not null, `return_location` text null, `reason` text null, `created_at` datetime not null, `submitted_at` datetime null, `updated_at` datetime not null, constraint `sales_return_status` check (status in ('PENDING', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'BOOKED', 'CLOSED', 'CANCELED')))",
    "create index `sales_return_account_id_owner_id_id_index` on `sales_return` (`account_id`, `owner_id`, `id`)",
    "create unique index `sales_return_pending_owner_id_unique` on `sales_return` (`pending_owner_id`)",
    "create unique index `sales_return_number_unique` on `sales_return` (`number`)",
    "create table `return_line` (`id` text not null primary key, `return_id` text not null, `account_id` text not null, `order_line_id` text not null, `order_id` text not null, `sku` text not null, `quantity_micro` bigint not null, `reason` text not null, `list_unit_micro` bigint null, `refund_minor` bigint not null, `serial_numbers` json not null)",
    "create index `return_line_account_id_order_id_index` on `return_line` (`account_id`, `order_id`)",
    "create index `return_line_order_id_index` on `return_line` (`order_id`)",
    "create unique index `return_line_return_id_order_line_id_unique` on `return_line` (`return_id`, `order_line_id`)",
  ],
};
