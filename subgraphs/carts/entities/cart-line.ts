import { defineEntity, p } from '@mikro-orm/core';
import type { ExplanationStep, TaxAmount } from '../domain/price-cart.ts';

/** One product in one cart. Prices are what the catalog last offered, with the way there. */
export const CartLineSchema = defineEntity({
  name: 'CartLine',
  tableName: 'cart_line',
  properties: {
    id: p.string().primary(),
    cartId: p.string(),
    accountId: p.string(),
    position: p.integer(),
    sku: p.string(),
    quantityMicro: p.bigint('bigint'),
    uom: p.string(),
    listUnitMicro: p.bigint('bigint'),
    unitMicro: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    /** Its part of what promotions take off the cart as a whole. */
    discountMinor: p.bigint('bigint'),
    taxes: p.json<TaxAmount[]>(),
    agreementId: p.string().nullable(),
    explanation: p.json<ExplanationStep[]>(),
    addedById: p.string(),
  },
  indexes: [{ properties: ['cartId', 'position', 'accountId'] }, { properties: ['sku', 'cartId'] }],
});
export class CartLine extends CartLineSchema.class {}
CartLineSchema.setClass(CartLine);
