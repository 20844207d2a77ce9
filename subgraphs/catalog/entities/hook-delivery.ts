import { defineEntity, p } from '@mikro-orm/core';

/** What an outside system pushed and we took in, so that the same again has no effect. */
export const HookDeliverySchema = defineEntity({
  name: 'HookDelivery',
  tableName: 'hook_delivery',
  properties: {
    /** The hook and the sender's id. */
    id: p.string().primary(),
    receivedAt: p.datetime(),
  },
  indexes: [{ properties: ['receivedAt'] }],
});
export class HookDelivery extends HookDeliverySchema.class {}
HookDeliverySchema.setClass(HookDelivery);
