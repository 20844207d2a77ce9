import { defineEntity, p } from '@mikro-orm/core';

/** How often a promotion was redeemed: by one account, and in the row of the empty account by all. */
export const PromotionUseSchema = defineEntity({
  name: 'PromotionUse',
  tableName: 'promotion_use',
  properties: { promotionId: p.string().primary(), accountId: p.string().primary(), uses: p.integer() },
  checks: [{ name: 'promotion_use_not_negative', expression: 'uses >= 0' }],
});
export class PromotionUse extends PromotionUseSchema.class {}
PromotionUseSchema.setClass(PromotionUse);
