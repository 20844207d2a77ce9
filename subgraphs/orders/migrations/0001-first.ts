import type { Migration } from '#kernel/migrations.ts';

/** Written by `npm run migration` from the entities. */
export const first: Migration = {
  id: '0001-first',
  sqlite: [
    "create table `checkout` (`id` text not null primary key, `account_id` text not null, `owner_id` text not null, `idempotency_key` text null, `fingerprint` text not null, `cart_id` text null, `quote_id` text null, `price_hash` text not null, `input` json not null, `facts` json not null, `step` text not null, `confirmation` json null, `reserved_until` datetime null, `attempts` integer not null, `trouble` text null, `next_at` datetime not null, `order_id` text null, `refusal` json null, `created_at` datetime not null, `updated_at` datetime not null, constraint `checkout_step` check (step in ('started', 'confirmed', 'promotionsRedeemed', 'stockReserved', 'placed', 'failed')))",
    "create index `checkout_step_next_at_index` on `checkout` (`step`, `next_at`)",
    "create unique index `checkout_account_id_idempotency_key_unique` on `checkout` (`account_id`, `idempotency_key`)",
    "create table `idempotency_key` (`account_id` text not null, `operation` text not null, `key` text not null, `fingerprint` text not null, `answer` text not null, `created_at` datetime not null, primary key (`account_id`, `operation`, `key`))",
    "create table `inbox_cursor` (`consumer` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `last_version` integer not null, primary key (`consumer`, `aggregate_type`, `aggregate_id`))",
    "create table `inbox_message` (`consumer` text not null, `event_id` text not null, `handled_at` datetime not null, primary key (`consumer`, `event_id`))",
    "create table `number_series` (`series` text not null primary key, `last` integer not null)",
    "create table `sales_order` (`id` text not null primary key, `account_id` text not null, `owner_id` text not null, `number` text not null, `status` text not null, `version` integer not null, `cart_id` text null, `quote_id` text null, `checkout_id` text not null, `currency` text not null, `subtotal_minor` bigint not null, `discount_total_minor` bigint not null, `tax_total_minor` bigint not null, `shipping_total_minor` bigint not null, `total_minor` bigint not null, `prices_include_tax` integer not null, `taxes` json not null, `adjustments` json not null, `promotion_ids` json not null, `payment_term` text null, `ship_to_address_id` text null, `bill_to_address_id` text null, `shipping_method` text null, `payment_kind` text null, `purchase_order_number` text null, `terms_accepted` integer not null, `cancel_reason` text null, `placed_at` datetime not null, `updated_at` datetime not null, constraint `sales_order_status` check (status in ('ENTERED', 'BOOKED', 'CLOSED', 'CANCELED')))",
    "create index `sales_order_account_id_owner_id_id_index` on `sales_order` (`account_id`, `owner_id`, `id`)",
    "create index `sales_order_account_id_id_index` on `sales_order` (`account_id`, `id`)",
    "create unique index `sales_order_number_unique` on `sales_order` (`number`)",
    "create unique index `sales_order_cart_id_unique` on `sales_order` (`cart_id`)",
    "create unique index `sales_order_quote_id_unique` on `sales_order` (`quote_id`)",
    "create unique index `sales_order_checkout_id_unique` on `sales_order` (`checkout_id`)",
    "create table `order_line` (`id` text not null primary key, `order_id` text not null, `account_id` text not null, `position` integer not null, `sku` text not null, `description` text not null, `quantity_micro` bigint not null, `uom` text not null, `unit_micro` bigint not null, `total_minor` bigint not null, `discount_minor` bigint not null, `taxes` json not null, `paid_minor` bigint not null, `explanation` json not null, `returnable` integer not null, `shipped_micro` bigint not null, `returned_micro` bigint not null, `refunded_minor` bigint not null, constraint `order_line_returned` check (returned_micro >= 0 and returned_micro <= quantity_micro), constraint `order_line_refunded` check (refunded_minor >= 0 and refunded_minor <= paid_minor))",
    "create index `order_line_order_id_position_index` on `order_line` (`order_id`, `position`)",
    "create index `order_line_account_id_id_index` on `order_line` (`account_id`, `id`)",
    "create table `outbox_message` (`id` text not null primary key, `account_id` text not null, `aggregate_type` text not null, `aggregate_id` text not null, `aggregate_version` integer not null, `type` text not null, `schema_version` integer not null, `payload` json not null, `actor_id` text null, `destination` text null, `created_at` datetime not null, `published_at` datetime null, `parked_at` datetime null, `attempts` integer not null)",
    "create index `outbox_message_waiting` on `outbox_message` (`published_at`, `parked_at`, `id`)",
    "create unique index `outbox_message_aggregate_type_aggregate_id_aggregate_version_unique` on `outbox_message` (`aggregate_type`, `aggregate_id`, `aggregate_version`)",
    "create table `return_claim` (`return_id` text not null primary key, `account_id` text not null, `released_at` datetime null)",
    "create index `return_claim_account_id_return_id_index` on `return_claim` (`account_id`, `return_id`)",
    "create table `return_claim_line` (`return_id` text not null, `order_line_id` text not null, `order_id` text not null, `account_id` text not null, `quantity_micro` bigint not null, `refund_minor` bigint not null, primary key (`return_id`, `order_line_id`))",
    "create index `return_claim_line_account_id_order_line_id_index` on `return_claim_line` (`account_id`, `order_line_id`)",
  ],
};
