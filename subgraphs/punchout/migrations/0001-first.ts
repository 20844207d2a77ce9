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
    "create table `punchout_message` (`partner_id` text not null, `payload_id` text not null, `account_id` text not null, `order_number` text null, `status_code` integer not null, `text` text not null, `received_at` datetime not null, primary key (`partner_id`, `payload_id`))",
    "create index `punchout_message_account_id_partner_id_index` on `punchout_message` (`account_id`, `partner_id`)",
    "create table `punchout_partner` (`id` text not null primary key, `version` integer not null, `account_id` text not null, `user_id` text not null, `name` text not null, `protocols` json not null, `identity_domain` text not null, `identity` text not null, `secret_hash` text not null, `return_urls` json not null, `active` integer not null, `created_at` datetime not null, `updated_at` datetime not null)",
    "create index `punchout_partner_account_id_id_index` on `punchout_partner` (`account_id`, `id`)",
    "create unique index `punchout_partner_identity_domain_identity_unique` on `punchout_partner` (`identity_domain`, `identity`)",
    "create table `punchout_session` (`id` text not null primary key, `account_id` text not null, `partner_id` text not null, `user_id` text not null, `protocol` text not null, `operation` text not null, `status` text not null, `cart_id` text not null, `buyer_cookie` text not null, `return_url` text not null, `return_target` text null, `selected_sku` text null, `start_token_hash` text not null, `start_until` datetime not null, `expires_at` datetime not null, `returned` json null, `returned_at` datetime null, `order_id` text null, `created_at` datetime not null, `updated_at` datetime not null, constraint `punchout_session_status` check (status in ('INVITED', 'OPEN', 'RETURNED', 'ORDERED')))",
    "create index `punchout_session_account_id_id_index` on `punchout_session` (`account_id`, `id`)",
    "create unique index `punchout_session_start_token_hash_unique` on `punchout_session` (`start_token_hash`)",
    "create table `suspension` (`id` text not null primary key, `cause_id` text not null, `successor_id` text null, `since` datetime not null)",
    "create index `suspension_cause_id_index` on `suspension` (`cause_id`)",
    "create table `takeover_tally` (`cause_id` text not null, `part` text not null, `moved` integer not null, `dropped` integer not null, primary key (`cause_id`, `part`))",
  ],
};
