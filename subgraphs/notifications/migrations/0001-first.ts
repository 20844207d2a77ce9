import type { Migration } from '#kernel/migrations.ts';

/** Written by `npm run migration` from the entities. */
export const first: Migration = {
  id: '0001-first',
  sqlite: [
    "create table `idempotency_key` (`account_id` text not null, `operation` text not null, `key` text not null, `fingerprint` text not null, `answer` text not null, `created_at` datetime not null, primary key (`account_id`, `operation`, `key`))",
    "create table `inbox_cursor` (`consumer` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `last_version` integer not null, primary key (`consumer`, `aggregate_type`, `aggregate_id`))",
    "create table `inbox_message` (`consumer` text not null, `event_id` text not null, `handled_at` datetime not null, primary key (`consumer`, `event_id`))",
    "create table `notification` (`id` text not null primary key, `user_id` text not null, `account_id` text not null, `version` integer not null, `type` text not null, `subject` text not null, `text` text not null, `plain_subject` text null, `plain_text` text null, `about_kind` text not null, `about_id` text not null, `created_at` datetime not null, `read_at` datetime null)",
    "create index `notification_account_id_user_id_version_index` on `notification` (`account_id`, `user_id`, `version`)",
    "create index `notification_user_id_read_at_version_index` on `notification` (`user_id`, `read_at`, `version`)",
    "create index `notification_created_at_index` on `notification` (`created_at`)",
    "create unique index `notification_user_id_version_unique` on `notification` (`user_id`, `version`)",
    "create table `notification_inbox` (`user_id` text not null primary key, `account_id` text not null, `version` integer not null, `language` text null, `updated_at` datetime not null)",
    "create index `notification_inbox_account_id_user_id_index` on `notification_inbox` (`account_id`, `user_id`)",
    "create table `notification_mail` (`id` text not null primary key, `account_id` text not null, `to` text not null, `subject` text not null, `text` text not null, `status` text not null, `attempts` integer not null, `next_at` datetime not null, `created_at` datetime not null, `settled_at` datetime null, `failure` text null, constraint `notification_mail_status` check (status in ('PENDING', 'SENT', 'FAILED')))",
    "create index `notification_mail_account_id_id_index` on `notification_mail` (`account_id`, `id`)",
    "create index `notification_mail_status_next_at_index` on `notification_mail` (`status`, `next_at`)",
    "create index `notification_mail_settled_at_index` on `notification_mail` (`settled_at`)",
    "create table `notification_preference` (`user_id` text not null, `type` text not null, `account_id` text not null, `email` integer not null, `updated_at` datetime not null, primary key (`user_id`, `type`))",
    "create index `notification_preference_account_id_user_id_index` on `notification_preference` (`account_id`, `user_id`)",
    "create table `notification_text` (`id` text not null primary key, `version` integer not null, `type` text not null, `account_id` text not null, `site` text not null, `language` text not null, `user_type` text not null, `enabled` integer null, `subject` text null, `text` text null, `updated_at` datetime not null, `updated_by_id` text not null)",
    "create unique index `notification_text_type_account_id_site_language_user_type_unique` on `notification_text` (`type`, `account_id`, `site`, `language`, `user_type`)",
    "create table `outbox_message` (`id` text not null primary key, `account_id` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `type` text not null, `schema_version` integer not null, `payload` json not null, `actor_id` text null, `destination` text null, `created_at` datetime not null, `published_at` datetime null, `parked_at` datetime null, `attempts` integer not null)",
    "create index `outbox_message_waiting` on `outbox_message` (`published_at`, `parked_at`, `id`)",
    "create unique index `outbox_message_aggregate_type_aggregate_id_aggregate_version_unique` on `outbox_message` (`aggregate_type`, `aggregate_id`, `aggregate_version`)",
    "create table `suspension` (`id` text not null primary key, `cause_id` text not null, `successor_id` text null, `since` datetime not null)",
    "create index `suspension_cause_id_index` on `suspension` (`cause_id`)",
    "create table `takeover_tally` (`cause_id` text not null, `part` text not null, `moved` integer not null, `dropped` integer not null, primary key (`cause_id`, `part`))",
  ],
};
