import { defineEntity, p } from '@mikro-orm/core';
import type { Field } from '../domain/cpq-transaction.ts';

/** A cart that a quote follows: how far it has gone, and how far the quote has followed. */
export const CartMirrorSchema = defineEntity({
  name: 'CartMirror',
  tableName: 'cart_mirror',
  properties: {
    cartId: p.string().primary(),
    accountId: p.string(),
    /** Who began or claimed it, as whom it is read. */
    ownerId: p.string(),
    cartVersion: p.integer(),
    mirroredVersion: p.integer(),
    /** How far an outside CPQ has been told, where there is one. */
    toldVersion: p.integer(),
    /** The version of its quote that the CPQ has been told. */
    toldQuoteVersion: p.integer(),
    /** What the CPQ calls the transaction, once it has said so. */
    cpqId: p.string().nullable(),
    /** What its buyer filled in, as it was last seen. */
    fields: p.json<Field[]>(),
    /** The order the cart became, and who placed it, until the quote is it too. */
    orderId: p.string().nullable(),
    orderedById: p.string().nullable(),
  },
  indexes: [{ properties: ['accountId', 'cartId'] }],
});
export class CartMirror extends CartMirrorSchema.class {}
CartMirrorSchema.setClass(CartMirror);
