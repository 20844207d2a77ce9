import { defineEntity, p } from '@mikro-orm/core';
import type { CartStatus } from '../domain/cart-lifecycle.ts';
import { CART_STATUSES } from '../domain/cart-lifecycle.ts';
import type { CartPricing, CartProblem } from '../domain/price-cart.ts';

/** What one person is about to buy. The root row counts the versions of everything inside it. */
export const CartSchema = defineEntity({
  name: 'Cart',
  tableName: 'cart',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    status: p.string().$type<CartStatus>(),
    /** Null while nobody has named it: shown under the default name. */
    name: p.string().nullable(),
    currency: p.string(),
    version: p.integer(),
    subtotalMinor: p.bigint('bigint'),
    /** What promotions take off the cart as a whole. */
    discountTotalMinor: p.bigint('bigint'),
    taxTotalMinor: p.bigint('bigint'),
    shippingTotalMinor: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    priceHash: p.string(),
    problems: p.json<CartProblem[]>(),
    /** Guests pay the site's list, also when nobody is there to ask. */
    guest: p.boolean(),
    agreementId: p.string().nullable(),
    promotionCodes: p.json<string[]>(),
    shippingMethod: p.string().nullable(),
    /** What the total was made of, beside the lines. */
    pricing: p.json<CartPricing>(),
    /** A price list it uses has changed since it was priced. */
    stale: p.boolean(),
    /** The checkout that holds the cart still, if one does. */
    checkoutId: p.string().nullable(),
    updatedById: p.string().nullable(),
    expiresAt: p.datetime(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'ownerId', 'id'] }, { properties: ['stale', 'id'] }],
  checks: [{ name: 'cart_status', expression: `status in ('${CART_STATUSES.join("', '")}')` }],
});
export class Cart extends CartSchema.class {}
CartSchema.setClass(Cart);
