import { defineEntity, p } from '@mikro-orm/core';

/** A way to bring goods, and what it costs. */
export const ShippingMethodSchema = defineEntity({
  name: 'ShippingMethod',
  tableName: 'shipping_method',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    currency: p.string(),
    flatMinor: p.bigint('bigint'),
    perKilogramMinor: p.bigint('bigint'),
    freeFromMinor: p.bigint('bigint').nullable(),
    countries: p.json<string[]>().nullable(),
    taxed: p.boolean(),
    active: p.boolean(),
  },
});
export class ShippingMethod extends ShippingMethodSchema.class {}
ShippingMethodSchema.setClass(ShippingMethod);
