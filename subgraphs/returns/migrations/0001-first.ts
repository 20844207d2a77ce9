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
    "create table `sales_return` (`id` text not null primary key, `account_id` text not null, `owner_id` text not null, `pending_owner_id` text null, `number` text null, `status` text not null, `version` integer not null, `currency` text not null, `transaction_type` text not null, `sales_rep_id` text not null, `bill_to_account_id` text not null, `ship_to` json null, `bill_to` json null, `ship_to_contact` json null, `bill_to_contact` json null, `refund_total_minor` bigint not null, `fee_total_minor` bigint not null, `approvers` json not null, `agreed_steps` integer not null, `disposals` integer not null, `credited_minor` bigint not null, `return_location` text null, `reason` text null, `created_at` datetime not null, `submitted_at` datetime null, `decided_at` datetime null, `updated_at` datetime not null, `updated_by_id` text null, constraint `sales_return_status` check (status in ('PENDING', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'BOOKED', 'RECEIVING', 'RECEIVED', 'CLOSED', 'CANCELED')))",
    "create index `sales_return_account_id_owner_id_id_index` on `sales_return` (`account_id`, `owner_id`, `id`)",
    "create unique index `sales_return_pending_owner_id_currency_unique` on `sales_return` (`pending_owner_id`, `currency`)",
    "create unique index `sales_return_number_unique` on `sales_return` (`number`)",
    "create table `return_credit` (`return_id` text not null, `step` integer not null, `order_id` text not null, `account_id` text not null, `credit_memo_id` text null, `credit_memo_number` text null, `amount_minor` bigint not null, `status` text not null, primary key (`return_id`, `step`, `order_id`), constraint `return_credit_status` check (status in ('ASKED', 'WAITING', 'REFUNDING', 'BY_HAND', 'FAILED', 'REFUNDED')))",
    "create index `return_credit_account_id_return_id_index` on `return_credit` (`account_id`, `return_id`)",
    "create index `return_credit_credit_memo_id_index` on `return_credit` (`credit_memo_id`)",
    "create table `return_line` (`id` text not null primary key, `return_id` text not null, `account_id` text not null, `order_line_id` text not null, `order_id` text not null, `order_number` text not null, `sku` text not null, `quantity_micro` bigint not null, `uom` text not null, `reason` text not null, `line_type` text not null, `components` json not null, `ship_to` json null, `bill_to` json null, `list_unit_micro` bigint null, `refund_minor` bigint not null, `discount_minor` bigint not null, `tax_minor` bigint not null, `fee_minor` bigint not null, `fee_taken_minor` bigint not null, `serial_numbers` json not null)",
    "create index `return_line_account_id_order_id_index` on `return_line` (`account_id`, `order_id`)",
    "create index `return_line_order_id_index` on `return_line` (`order_id`)",
    "create unique index `return_line_return_id_order_line_id_unique` on `return_line` (`return_id`, `order_line_id`)",
    "create table `return_piece` (`id` text not null primary key, `return_id` text not null, `return_line_id` text not null, `account_id` text not null, `receipt_id` text not null, `serial_number` text null, `quantity_micro` bigint not null, `condition` text null, `remark` text null, `inspected_by_id` text null, `inspected_at` datetime null, `disposition` text null, `disposed_by_id` text null, `disposed_at` datetime null, constraint `return_piece_condition` check (condition in ('AS_NEW', 'OPENED', 'DAMAGED', 'DEFECTIVE', 'NOT_ACCEPTED')), constraint `return_piece_disposition` check (disposition in ('RESTOCK', 'SCRAP', 'RETURN_TO_VENDOR', 'SEND_BACK')), constraint `return_piece_quantity` check (quantity_micro > 0), constraint `return_piece_order` check (disposition is null or condition is not null))",
    "create index `return_piece_return_id_id_index` on `return_piece` (`return_id`, `id`)",
    "create index `return_piece_return_line_id_index` on `return_piece` (`return_line_id`)",
    "create index `return_piece_account_id_id_index` on `return_piece` (`account_id`, `id`)",
    "create table `return_receipt` (`id` text not null primary key, `return_id` text not null, `account_id` text not null, `number` text not null, `reference` text null, `received_by_id` text not null, `received_at` datetime not null)",
    "create index `return_receipt_return_id_id_index` on `return_receipt` (`return_id`, `id`)",
    "create index `return_receipt_account_id_id_index` on `return_receipt` (`account_id`, `id`)",
    "create unique index `return_receipt_number_unique` on `return_receipt` (`number`)",
  ],
};
