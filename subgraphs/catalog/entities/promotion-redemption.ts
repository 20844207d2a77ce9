import { defineEntity, p } from '@mikro-orm/core';
import { REDEMPTION_STATES, type RedemptionState } from '../domain/redemption-lifecycle.ts';

/** The promotions one checkout has used. */
export const PromotionRedemptionSchema = defineEntity({
  name: 'PromotionRedemption',
  tableName: 'promotion_redemption',
  properties: {
    /** The id of the checkout. */
    id: p.string().primary(),
    accountId: p.string(),
    state: p.string().$type<RedemptionState>(),
    promotionIds: p.json<string[]>(),
  },
  indexes: [{ properties: ['accountId', 'id'] }],
  checks: [{ name: 'promotion_redemption_state', expression: `state in ('${REDEMPTION_STATES.join("', '")}')` }],
});
export class PromotionRedemption extends PromotionRedemptionSchema.class {}
PromotionRedemptionSchema.setClass(PromotionRedemption);
