import { defineEntity, p } from '@mikro-orm/core';
import type { OptionChoice } from '#kernel/option-choice.ts';
import type { LineShipping } from '../domain/cart-draft.ts';
import type { FieldValue } from '../domain/extra-fields.ts';
import type { EndCustomer, Party } from '../domain/parties.ts';
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
    /** What was chosen of a model. */
    configuration: p.json<OptionChoice[]>().nullable(),
    quantityMicro: p.bigint('bigint'),
    uom: p.string(),
    listUnitMicro: p.bigint('bigint'),
    unitMicro: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    /** Its part of what promotions take off the cart as a whole. */
    discountMinor: p.bigint('bigint'),
    taxes: p.json<TaxAmount[]>(),
    agreementId: p.string().nullable(),
    /** What its shipping differs in from that of the cart. */
    shipping: p.json<LineShipping>().nullable(),
    /** Where it is billed otherwise than the cart. */
    billTo: p.json<Party>().nullable(),
    /** Where it is for somebody else in the end than the cart. */
    endCustomer: p.json<EndCustomer>().nullable(),
    fields: p.json<FieldValue[]>().nullable(),
    note: p.string().nullable(),
    explanation: p.json<ExplanationStep[]>(),
    addedById: p.string(),
    /** Who changed it last, other than by its price; whoever added it at first. */
    changedById: p.string().nullable(),
    changedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['cartId', 'position', 'accountId'] }, { properties: ['sku', 'cartId'] }],
});
export class CartLine extends CartLineSchema.class {}
CartLineSchema.setClass(CartLine);
