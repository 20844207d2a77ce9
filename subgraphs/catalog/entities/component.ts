import { defineEntity, p } from '@mikro-orm/core';

/** What a kit, a model or an option class is made of. */
export const ComponentSchema = defineEntity({
  name: 'Component',
  tableName: 'component',
  properties: {
    parentSku: p.string().primary(),
    componentSku: p.string().primary(),
    /** How much of it one of the parent takes, in its primary unit. */
    ratioMicro: p.bigint('bigint'),
    optional: p.boolean(),
    /** Of the components of one class one is taken. */
    optionClass: p.string().nullable(),
    isDefault: p.boolean(),
    position: p.integer(),
  },
  indexes: [{ properties: ['componentSku'] }],
  checks: [{ name: 'component_positive', expression: 'ratio_micro > 0' }],
});
export class Component extends ComponentSchema.class {}
ComponentSchema.setClass(Component);
