import { defineEntity, p } from '@mikro-orm/core';
import type { Viewer } from '#kernel/viewer.ts';
import { EXPRESS_KINDS, type ExpressKind } from '../domain/express-checkout.ts';

/** What makes a cart an express order; where it stands is the status of the cart. */
export const ExpressOrderSchema = defineEntity({
  name: 'ExpressOrder',
  tableName: 'express_order',
  properties: {
    cartId: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    kind: p.string().$type<ExpressKind>(),
    /** The owner, while items may still join it: there is at most one such order a user. Null once it is closed off. */
    openFor: p.string().nullable(),
    preferencesVersion: p.integer(),
    paymentKind: p.string().nullable(),
    paymentMethodId: p.string().nullable(),
    /** On whose behalf it goes out, as they were when they last bought. */
    facts: p.json<{ readonly viewer: Viewer }>(),
    queuedAt: p.datetime(),
    touchedAt: p.datetime(),
  },
  uniques: [{ properties: ['accountId', 'openFor'] }],
  indexes: [{ properties: ['accountId', 'ownerId', 'cartId'] }, { properties: ['touchedAt'] }],
  checks: [{ name: 'express_order_kind', expression: `kind in ('${EXPRESS_KINDS.join("', '")}')` }],
});
export class ExpressOrder extends ExpressOrderSchema.class {}
ExpressOrderSchema.setClass(ExpressOrder);
