import type { Migration } from '#kernel/migrations.ts';

/** Written by `npm run migration` from the entities. */
export const first: Migration = {
  id: '0001-first',
  sqlite: [
    "create table `hand_over` (`id` text not null primary key, `kind` text not null, `account_id` text not null, `owner_id` text not null, `version` integer not null, `status` text not null, `store_number` text not null, `number` text null, `expires_at` datetime null, `message` json null, `currency` text null, `outside_total` text null, `attempts` integer not null, `next_at` datetime not null, `problem` text null, `created_at` datetime not null, `settled_at` datetime null, constraint `hand_over_kind` check (kind in ('ORDER', 'QUOTE')), constraint `hand_over_status` check (status in ('PENDING', 'HANDED_OVER', 'REFUSED', 'GIVEN_UP')))",
    "create index `hand_over_account_id_kind_id_index` on `hand_over` (`account_id`, `kind`, `id`)",
    "create index `hand_over_kind_status_next_at_index` on `hand_over` (`kind`, `status`, `next_at`)",
    "create index `hand_over_kind_status_id_index` on `hand_over` (`kind`, `status`, `id`)",
    "create index `hand_over_status_id_index` on `hand_over` (`status`, `id`)",
    "create unique index `hand_over_kind_number_unique` on `hand_over` (`kind`, `number`)",
    "create table `idempotency_key` (`account_id` text not null, `operation` text not null, `key` text not null, `fingerprint` text not null, `answer` text not null, `created_at` datetime not null, primary key (`account_id`, `operation`, `key`))",
    "create table `inbox_cursor` (`consumer` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `last_version` integer not null, primary key (`consumer`, `aggregate_type`, `aggregate_id`))",
    "create table `inbox_message` (`consumer` text not null, `event_id` text not null, `handled_at` datetime not null, primary key (`consumer`, `event_id`))",
    "create table `outbox_message` (`id` text not null primary key, `account_id` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `type` text not null, `schema_version` integer not null, `payload` json not null, `actor_id` text null, `destination` text null, `created_at` datetime not null, `published_at` datetime null, `parked_at` datetime null, `attempts` integer not null)",
    "create index `outbox_message_waiting` on `outbox_message` (`published_at`, `parked_at`, `id`)",
    "create unique index `outbox_message_aggregate_type_aggregate_id_aggregate_version_unique` on `outbox_message` (`aggregate_type`, `aggregate_id`, `aggregate_version`)",
    "create table `outside_answer` (`id` text not null primary key, `account_id` text not null, `content` json not null, `fetched_at` datetime not null)",
    "create index `outside_answer_account_id_id_index` on `outside_answer` (`account_id`, `id`)",
    "create index `outside_answer_fetched_at_index` on `outside_answer` (`fetched_at`)",
    "create table `suspension` (`id` text not null primary key, `cause_id` text not null, `successor_id` text null, `since` datetime not null)",
    "create index `suspension_cause_id_index` on `suspension` (`cause_id`)",
    "create table `takeover_tally` (`cause_id` text not null, `part` text not null, `moved` integer not null, `dropped` integer not null, primary key (`cause_id`, `part`))",
  ],
};
