import { defineEntity, p } from '@mikro-orm/core';

/** A unit price from a quantity on, for a time. */
export const PriceSchema = defineEntity({
  name: 'Price',
  tableName: 'price',
  properties: {
    id: p.string().primary(),
    priceList: p.string(),
    /** Readers see the generation the list names; others are on their way in or out. */
    generation: p.integer(),
    sku: p.string(),
    uom: p.string(),
    minQuantityMicro: p.bigint('bigint'),
    unitPriceMicro: p.bigint('bigint'),
    /** The epoch when it was never said: null would not be the same as null in a unique key. */
    validFrom: p.datetime(),
    /** The first moment it no longer holds; null when it has no end. */
    validUntil: p.datetime().nullable(),
  },
  uniques: [{ name: 'price_key', properties: ['priceList', 'generation', 'sku', 'uom', 'minQuantityMicro', 'validFrom'] }],
  checks: [{ name: 'price_not_negative', expression: 'unit_price_micro >= 0' }],
});
export class Price extends PriceSchema.class {}
PriceSchema.setClass(Price);
