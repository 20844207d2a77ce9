import { defineEntity, p } from '@mikro-orm/core';
import type { Message } from '../domain/sent-order.ts';
import { HAND_OVER_KINDS, HAND_OVER_STATUSES, type HandOverKind, type HandOverStatus } from '../domain/hand-over-lifecycle.ts';

/** An order or a quote on its way to the system outside, and then what it is called there: the map of keys. */
export const HandOverSchema = defineEntity({
  name: 'HandOver',
  tableName: 'hand_over',
  properties: {
    /** The id of the order or quote. */
    id: p.string().primary(),
    kind: p.string().$type<HandOverKind>(),
    accountId: p.string(),
    ownerId: p.string(),
    /** Counts what became of it; 0 until anything has. */
    version: p.integer(),
    status: p.string().$type<HandOverStatus>(),
    /** What it is called in the store. */
    storeNumber: p.string(),
    /** What it is called there. */
    number: p.string().nullable(),
    /** For a quote: until when an answer is of use. */
    expiresAt: p.datetime().nullable(),
    /** As it is sent, every time; made before the first. */
    message: p.json<Message>().nullable(),
    /** What the buyer agreed to pay, and what it comes to there where that is something else. */
    currency: p.string().nullable(),
    outsideTotal: p.string().nullable(),
    /** How often it was sent since it was queued, or since it was refused: then it is known not to be there. */
    attempts: p.integer(),
    /** Nobody sends it before then. */
    nextAt: p.datetime(),
    /** Why it is not there yet, or was refused. */
    problem: p.string().nullable(),
    createdAt: p.datetime(),
    settledAt: p.datetime().nullable(),
  },
  // One number is of one thing: a system that gives it twice is not believed the second time.
  uniques: [{ properties: ['kind', 'number'] }],
  indexes: [{ properties: ['accountId', 'kind', 'id'] }, { properties: ['kind', 'status', 'nextAt'] }, { properties: ['kind', 'status', 'id'] }, { properties: ['status', 'id'] }],
  checks: [
    { name: 'hand_over_kind', expression: `kind in ('${HAND_OVER_KINDS.join("', '")}')` },
    { name: 'hand_over_status', expression: `status in ('${HAND_OVER_STATUSES.join("', '")}')` },
  ],
});
export class HandOver extends HandOverSchema.class {}
HandOverSchema.setClass(HandOver);
