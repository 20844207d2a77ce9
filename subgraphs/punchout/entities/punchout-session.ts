import { defineEntity, p } from '@mikro-orm/core';
import type { ReturnedCart } from '../domain/returned-cart.ts';
import { SESSION_STATUSES, type Operation, type Protocol, type SessionStatus } from '../domain/session-lifecycle.ts';

/** One visit of somebody from a procurement system, with a cart of its own. */
export const PunchoutSessionSchema = defineEntity({
  name: 'PunchoutSession',
  tableName: 'punchout_session',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    partnerId: p.string(),
    userId: p.string(),
    protocol: p.string().$type<Protocol>(),
    operation: p.string().$type<Operation>(),
    status: p.string().$type<SessionStatus>(),
    cartId: p.string(),
    /** What the procurement system knows the visit by; given back as it came. */
    buyerCookie: p.string(),
    returnUrl: p.string(),
    /** The window to return to, and what else a form carries back. */
    returnTarget: p.string().nullable(),
    /** What the visitor was sent for, if for one thing. */
    selectedSku: p.string().nullable(),
    startTokenHash: p.string(),
    startUntil: p.datetime(),
    expiresAt: p.datetime(),
    /** What was returned last, at which prices. */
    returned: p.json<ReturnedCart>().nullable(),
    returnedAt: p.datetime().nullable(),
    orderId: p.string().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['startTokenHash'] }],
  indexes: [{ properties: ['accountId', 'id'] }],
  checks: [{ name: 'punchout_session_status', expression: `status in ('${SESSION_STATUSES.join("', '")}')` }],
});
export class PunchoutSession extends PunchoutSessionSchema.class {}
PunchoutSessionSchema.setClass(PunchoutSession);
