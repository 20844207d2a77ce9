import { defineEntity, p } from '@mikro-orm/core';
import { PROMOTION_KINDS, PROMOTION_LEVELS, STACKINGS, type PromotionFacts } from '../domain/engine/pricing-facts.ts';

const oneOf = (column: string, values: readonly string[]): { name: string; expression: string } => ({ name: `promotion_${column}`, expression: `${column} in ('${values.join("', '")}')` });

/** Something off, or something added, that comes by itself or with a code. */
export const PromotionSchema = defineEntity({
  name: 'Promotion',
  tableName: 'promotion',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    /** In capitals; null when it comes by itself. */
    code: p.string().nullable(),
    level: p.string().$type<PromotionFacts['level']>(),
    kind: p.string().$type<PromotionFacts['kind']>(),
    percentOff: p.string().nullable(),
    amountOffMicro: p.bigint('bigint').nullable(),
    currency: p.string().nullable(),
    buyMicro: p.bigint('bigint').nullable(),
    getMicro: p.bigint('bigint').nullable(),
    getSku: p.string().nullable(),
    skus: p.json<string[]>().nullable(),
    accountIds: p.json<string[]>().nullable(),
    minQuantityMicro: p.bigint('bigint').nullable(),
    minSubtotalMicro: p.bigint('bigint').nullable(),
    stacking: p.string().$type<PromotionFacts['stacking']>(),
    priority: p.integer(),
    useLimit: p.integer().nullable(),
    useLimitPerCustomer: p.integer().nullable(),
    active: p.boolean(),
    validFrom: p.datetime(),
    validUntil: p.datetime().nullable(),
    version: p.integer(),
  },
  uniques: [{ name: 'promotion_code', properties: ['code'] }],
  checks: [oneOf('level', PROMOTION_LEVELS), oneOf('kind', PROMOTION_KINDS), oneOf('stacking', STACKINGS)],
});
export class Promotion extends PromotionSchema.class {}
PromotionSchema.setClass(Promotion);
