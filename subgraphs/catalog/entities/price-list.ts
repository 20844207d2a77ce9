import { defineEntity, p } from '@mikro-orm/core';
import { TIER_RULES, type TierRule } from '../domain/engine/pricing-facts.ts';

/** Prices in one currency under one code; its version counts the changes to any price in it. */
export const PriceListSchema = defineEntity({
  name: 'PriceList',
  tableName: 'price_list',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    currency: p.string(),
    tierRule: p.string().$type<TierRule>(),
    version: p.integer(),
    /** The generation of prices that holds: one number, so that a whole list changes in one statement. */
    generation: p.integer(),
    /** The highest generation ever begun; none is used twice. */
    lastGeneration: p.integer(),
  },
  checks: [{ name: 'price_list_tier_rule', expression: `tier_rule in ('${TIER_RULES.join("', '")}')` }],
});
export class PriceList extends PriceListSchema.class {}
PriceListSchema.setClass(PriceList);
