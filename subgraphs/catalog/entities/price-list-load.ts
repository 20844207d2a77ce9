import { defineEntity, p } from '@mikro-orm/core';
import { PRICE_LOAD_STATES, type PriceLoadState } from '../domain/price-load-lifecycle.ts';

/** One generation of a price list, from its first row to the removal of its last. */
export const PriceListLoadSchema = defineEntity({
  name: 'PriceListLoad',
  tableName: 'price_list_load',
  properties: {
    id: p.string().primary(),
    priceList: p.string(),
    generation: p.integer(),
    state: p.string().$type<PriceLoadState>(),
    rows: p.integer(),
    /** When it was last filled or moved: what nobody touches is abandoned, what was replaced is kept a while for readers under way. */
    touchedAt: p.datetime(),
  },
  uniques: [{ properties: ['priceList', 'generation'] }],
  indexes: [{ properties: ['state', 'touchedAt'] }],
  checks: [{ name: 'price_list_load_state', expression: `state in ('${PRICE_LOAD_STATES.join("', '")}')` }],
});
export class PriceListLoad extends PriceListLoadSchema.class {}
PriceListLoadSchema.setClass(PriceListLoad);
