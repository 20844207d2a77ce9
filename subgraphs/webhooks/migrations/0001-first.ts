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
    "create table `suspension` (`id` text not null primary key, `cause_id` text not null, `successor_id` text null, `since` datetime not null)",
    "create index `suspension_cause_id_index` on `suspension` (`cause_id`)",
    "create table `takeover_tally` (`cause_id` text not null, `part` text not null, `moved` integer not null, `dropped` integer not null, primary key (`cause_id`, `part`))",
    "create table `webhook_attempt` (`id` text not null primary key, `account_id` text not null, `delivery_id` text not null, `at` datetime not null, `took_ms` integer not null, `status_code` integer null, `error` text null, `answer` text null)",
    "create index `webhook_attempt_account_id_delivery_id_index` on `webhook_attempt` (`account_id`, `delivery_id`)",
    "create index `webhook_attempt_delivery_id_id_index` on `webhook_attempt` (`delivery_id`, `id`)",
    "create table `webhook_delivery` (`id` text not null primary key, `account_id` text not null, `endpoint_id` text not null, `event_id` text not null, `event_type` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `sequence` integer not null, `body` text not null, `status` text not null, `attempts` integer not null, `next_at` datetime not null, `created_at` datetime not null, `settled_at` datetime null, constraint `webhook_delivery_status` check (status in ('PENDING', 'DELIVERED', 'FAILED')))",
    "create index `webhook_delivery_account_id_endpoint_id_index` on `webhook_delivery` (`account_id`, `endpoint_id`)",
    "create index `webhook_delivery_status_next_at_index` on `webhook_delivery` (`status`, `next_at`)",
    "create index `webhook_delivery_endpoint_id_aggregate_id_status_index` on `webhook_delivery` (`endpoint_id`, `aggregate_id`, `status`)",
    "create index `webhook_delivery_settled_at_index` on `webhook_delivery` (`settled_at`)",
    "create unique index `webhook_delivery_endpoint_id_event_id_unique` on `webhook_delivery` (`endpoint_id`, `event_id`)",
    "create unique index `webhook_delivery_endpoint_id_sequence_unique` on `webhook_delivery` (`endpoint_id`, `sequence`)",
    "create table `webhook_endpoint` (`id` text not null primary key, `version` integer not null, `account_id` text not null, `url` text not null, `description` text null, `event_types` json not null, `secret` text not null, `previous_secret` text null, `previous_secret_until` datetime null, `status` text not null, `disabled_reason` text null, `last_sequence` integer not null, `failing_since` datetime null, `failures` integer not null, `rest_until` datetime null, `created_at` datetime not null, `updated_at` datetime not null, `created_by_id` text not null, constraint `webhook_endpoint_status` check (status in ('ACTIVE', 'PAUSED', 'DISABLED')))",
    "create index `webhook_endpoint_account_id_id_index` on `webhook_endpoint` (`account_id`, `id`)",
  ],
};
