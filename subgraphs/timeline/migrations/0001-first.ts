import type { Migration } from '#kernel/migrations.ts';

/** Written by `npm run migration` from the entities. */
export const first: Migration = {
  id: '0001-first',
  sqlite: [
    "create table `deal` (`id` text not null primary key, `account_id` text not null, `version` integer not null, `joined_into_id` text null, `joined_after` integer null, `moved_at` datetime not null)",
    "create index `deal_account_id_id_index` on `deal` (`account_id`, `id`)",
    "create index `deal_moved_at_index` on `deal` (`moved_at`)",
    "create table `deal_member` (`aggregate_id` text not null primary key, `aggregate_type` text not null, `account_id` text not null, `deal_id` text not null, `last_version` integer not null)",
    "create index `deal_member_account_id_deal_id_index` on `deal_member` (`account_id`, `deal_id`)",
    "create index `deal_member_deal_id_index` on `deal_member` (`deal_id`)",
    "create table `idempotency_key` (`account_id` text not null, `operation` text not null, `key` text not null, `fingerprint` text not null, `answer` text not null, `created_at` datetime not null, primary key (`account_id`, `operation`, `key`))",
    "create table `inbox_cursor` (`consumer` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `last_version` integer not null, primary key (`consumer`, `aggregate_type`, `aggregate_id`))",
    "create table `inbox_message` (`consumer` text not null, `event_id` text not null, `handled_at` datetime not null, primary key (`consumer`, `event_id`))",
    "create table `outbox_message` (`id` text not null primary key, `account_id` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `type` text not null, `schema_version` integer not null, `payload` json not null, `actor_id` text null, `destination` text null, `created_at` datetime not null, `published_at` datetime null, `parked_at` datetime null, `attempts` integer not null)",
    "create index `outbox_message_waiting` on `outbox_message` (`published_at`, `parked_at`, `id`)",
    "create unique index `outbox_message_aggregate_type_aggregate_id_aggregate_version_unique` on `outbox_message` (`aggregate_type`, `aggregate_id`, `aggregate_version`)",
    "create table `suspension` (`id` text not null primary key, `cause_id` text not null, `successor_id` text null, `since` datetime not null)",
    "create index `suspension_cause_id_index` on `suspension` (`cause_id`)",
    "create table `takeover_tally` (`cause_id` text not null, `part` text not null, `moved` integer not null, `dropped` integer not null, primary key (`cause_id`, `part`))",
    "create table `timeline_entry` (`deal_id` text not null, `position` integer not null, `account_id` text not null, `event_id` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `kind` text not null, `cause` text not null, `actor_id` text null, `at` datetime not null, `audience` text null, `changes` json not null, primary key (`deal_id`, `position`))",
    "create index `timeline_entry_account_id_deal_id_index` on `timeline_entry` (`account_id`, `deal_id`)",
    "create unique index `timeline_entry_event_id_unique` on `timeline_entry` (`event_id`)",
  ],
};
