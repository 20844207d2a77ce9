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
    "create table `price` (`id` text not null primary key, `price_list` text not null, `sku` text not null, `uom` text not null, `min_quantity_micro` bigint not null, `unit_price_micro` bigint not null, `valid_from` datetime not null, `valid_until` datetime null, constraint `price_not_negative` check (unit_price_micro >= 0))",
    "create unique index `price_key` on `price` (`price_list`, `sku`, `uom`, `min_quantity_micro`, `valid_from`)",
    "create table `price_list` (`code` text not null primary key, `name` text not null, `currency` text not null, `version` integer not null)",
    "create table `product` (`sku` text not null primary key, `name` text not null, `description` text null, `primary_uom` text not null, `uoms` json not null, `indivisible` integer not null, `returnable` integer not null, `serial_controlled` integer not null, `search_text` text not null, `updated_at` datetime not null, `version` integer not null)",
    "create table `stock` (`sku` text not null primary key, `on_hand_micro` bigint not null, `reserved_micro` bigint not null, `version` integer not null, constraint `stock_never_oversold` check (on_hand_micro >= reserved_micro and reserved_micro >= 0))",
    "create table `stock_reservation` (`id` text not null primary key, `account_id` text not null, `state` text not null, `expires_at` datetime not null, `lines` json not null, constraint `stock_reservation_state` check (state in ('HELD', 'COMMITTED', 'RELEASED', 'RESTOCKED')))",
    "create index `stock_reservation_account_id_id_index` on `stock_reservation` (`account_id`, `id`)",
    "create index `stock_reservation_state_expires_at_index` on `stock_reservation` (`state`, `expires_at`)",
  ],
};
