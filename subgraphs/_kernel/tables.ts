import { defineEntity, p } from '@mikro-orm/core';
import type { EventPayload } from '#kernel/events.ts';

/** The tables every subgraph has beside its own. */
export interface KernelTables {
  OutboxMessage: OutboxMessage;
  InboxMessage: InboxMessage;
  InboxCursor: InboxCursor;
  IdempotencyKey: IdempotencyKey;
  Suspension: Suspension;
  TakeoverTally: TakeoverTally;
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

/** An account or user on whose behalf nothing is written: for a while, or for good once another took its place. */
export const SuspensionSchema = defineEntity({
  name: 'Suspension',
  tableName: 'suspension',
  properties: { id: p.string().primary(), causeId: p.string(), successorId: p.string().nullable(), since: p.datetime() },
  indexes: [{ properties: ['causeId'] }],
});
export class Suspension extends SuspensionSchema.class {}
SuspensionSchema.setClass(Suspension);

/** How much of one kind was handed over for a cause so far; counted in the transactions that did it. */
export const TakeoverTallySchema = defineEntity({
  name: 'TakeoverTally',
  tableName: 'takeover_tally',
  properties: { causeId: p.string().primary(), part: p.string().primary(), moved: p.integer(), dropped: p.integer() },
});
export class TakeoverTally extends TakeoverTallySchema.class {}
TakeoverTallySchema.setClass(TakeoverTally);

export const KERNEL_ENTITIES = [OutboxMessageSchema, InboxMessageSchema, InboxCursorSchema, IdempotencyKeySchema, SuspensionSchema, TakeoverTallySchema];
