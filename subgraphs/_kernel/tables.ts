import { defineEntity, p } from '@mikro-orm/core';
import type { EventPayload } from '#kernel/events.ts';

/** The tables every subgraph has beside its own. */
export interface KernelTables {
  OutboxMessage: OutboxMessage;
  InboxMessage: InboxMessage;
  InboxCursor: InboxCursor;
  IdempotencyKey: IdempotencyKey;
}

/** An event waiting for, or kept after, its delivery. One row a version of an aggregate: a second writer of the same version fails. */
export const OutboxMessageSchema = defineEntity({
  name: 'OutboxMessage',
  tableName: 'outbox_message',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    aggregateType: p.string(),
    aggregateId: p.string(),
    aggregateVersion: p.integer(),
    type: p.string(),
    schemaVersion: p.integer(),
    payload: p.json<EventPayload>(),
    actorId: p.string().nullable(),
    destination: p.string().nullable(),
    createdAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    parkedAt: p.datetime().nullable(),
    attempts: p.integer(),
  },
  uniques: [{ properties: ['aggregateType', 'aggregateId', 'aggregateVersion'] }],
  indexes: [{ name: 'outbox_message_waiting', properties: ['publishedAt', 'parkedAt', 'id'] }],
});
export class OutboxMessage extends OutboxMessageSchema.class {}
OutboxMessageSchema.setClass(OutboxMessage);

/** What a consumer has taken effect of; written in the transaction of the effect. */
export const InboxMessageSchema = defineEntity({
  name: 'InboxMessage',
  tableName: 'inbox_message',
  properties: { consumer: p.string().primary(), eventId: p.string().primary(), handledAt: p.datetime() },
});
export class InboxMessage extends InboxMessageSchema.class {}
InboxMessageSchema.setClass(InboxMessage);

/** The last version of each aggregate that a consumer has seen. */
export const InboxCursorSchema = defineEntity({
  name: 'InboxCursor',
  tableName: 'inbox_cursor',
  properties: { consumer: p.string().primary(), aggregateType: p.string().primary(), aggregateId: p.string().primary(), lastVersion: p.integer() },
});
export class InboxCursor extends InboxCursorSchema.class {}
InboxCursorSchema.setClass(InboxCursor);

/** The answer to a command that carried a key: same key and body, same answer. */
export const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  properties: {
    accountId: p.string().primary(),
    operation: p.string().primary(),
    key: p.string().primary(),
    fingerprint: p.string(),
    answer: p.string(),
    createdAt: p.datetime(),
  },
});
export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
