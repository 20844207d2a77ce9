import type { Migration } from '#kernel/migrations.ts';

/** Written by `npm run migration` from the entities. */
export const first: Migration = {
  id: '0001-first',
  sqlite: [
    "create table `account` (`id` text not null primary key, `kind` text not null, `name` text not null, `external_id` text null, `country` text null, `created_at` datetime not null, constraint `account_kind` check (kind in ('ORGANISATION', 'INDIVIDUAL', 'GUEST', 'SELLER', 'PARTNER')))",
    "create unique index `account_external_id_unique` on `account` (`external_id`)",
    "create table `address` (`id` text not null primary key, `account_id` text not null, `recipient` text not null, `line1` text not null, `line2` text null, `postal_code` text not null, `city` text not null, `country` text not null)",
    "create index `address_account_id_id_index` on `address` (`account_id`, `id`)",
    "create table `idempotency_key` (`account_id` text not null, `operation` text not null, `key` text not null, `fingerprint` text not null, `answer` text not null, `created_at` datetime not null, primary key (`account_id`, `operation`, `key`))",
    "create table `inbox_cursor` (`consumer` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `last_version` integer not null, primary key (`consumer`, `aggregate_type`, `aggregate_id`))",
    "create table `inbox_message` (`consumer` text not null, `event_id` text not null, `handled_at` datetime not null, primary key (`consumer`, `event_id`))",
    "create table `outbox_message` (`id` text not null primary key, `account_id` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `type` text not null, `schema_version` integer not null, `payload` json not null, `actor_id` text null, `destination` text null, `created_at` datetime not null, `published_at` datetime null, `parked_at` datetime null, `attempts` integer not null)",
    "create index `outbox_message_waiting` on `outbox_message` (`published_at`, `parked_at`, `id`)",
    "create unique index `outbox_message_aggregate_type_aggregate_id_aggregate_version_unique` on `outbox_message` (`aggregate_type`, `aggregate_id`, `aggregate_version`)",
    "create table `app_user` (`id` text not null primary key, `account_id` text not null, `kind` text not null, `name` text null, `email` text null, `permissions` json not null, `password_hash` text null, `created_at` datetime not null)",
    "create index `app_user_account_id_id_index` on `app_user` (`account_id`, `id`)",
    "create unique index `app_user_email_unique` on `app_user` (`email`)",
  ],
};
