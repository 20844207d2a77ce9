import { registerEnumType } from 'type-graphql';
import type { AudienceKind } from '../domain/audience.ts';
import type { TaxHandling } from '../use-cases/find-tax-handling.ts';
import type { PricingMode, PromotionFacts, TierRule } from '../domain/engine/pricing-facts.ts';

/** A union of string literals as the object type-graphql wants. */
type EnumOf<Union extends string> = { readonly [K in Union]: K };

export const TierRuleEnum: EnumOf<TierRule> = { CHEAPEST: 'CHEAPEST', REACHED: 'REACHED' };
registerEnumType(TierRuleEnum, {
  name: 'TierRule',
  description: 'Which of the quantity tiers that a quantity reaches holds.',
  valuesConfig: { CHEAPEST: { description: 'The cheapest: more never costs more a unit.' }, REACHED: { description: 'The last one reached, though a smaller one were cheaper.' } },
});

export const TaxHandlingEnum: EnumOf<TaxHandling> = { STANDARD: 'STANDARD', EXEMPT: 'EXEMPT' };
registerEnumType(TaxHandlingEnum, {
  name: 'TaxHandling',
  description: 'How an account is taxed in a country.',
  valuesConfig: { STANDARD: { description: 'As everybody is: no record says otherwise.' }, EXEMPT: { description: 'Exempt of all or some of its taxes, by a record that holds now.' } },
});

export const PricingModeEnum: EnumOf<PricingMode> = { SITE_LIST: 'SITE_LIST', BEST_PRICE: 'BEST_PRICE' };
registerEnumType(PricingModeEnum, {
  name: 'PricingMode',
  description: 'Where a site takes its prices from.',
  valuesConfig: {
    SITE_LIST: { description: 'From the list of the site, for everybody.' },
    BEST_PRICE: { description: 'For who is signed in the cheapest of all lists open to the account; guests pay the list of the site.' },
  },
});

export const AudienceKindEnum: EnumOf<AudienceKind> = { SITE: 'SITE', GROUP: 'GROUP', ACCOUNT: 'ACCOUNT' };
registerEnumType(AudienceKindEnum, {
  name: 'AudienceKind',
  description: 'Whom a price list is opened to.',
  valuesConfig: { SITE: { description: 'All who are signed in at a site.' }, GROUP: { description: 'A group of accounts.' }, ACCOUNT: { description: 'One account.' } },
});

export const PromotionLevelEnum: EnumOf<PromotionFacts['level']> = { LINE: 'LINE', CART: 'CART' };
registerEnumType(PromotionLevelEnum, {
  name: 'PromotionLevel',
  description: 'What a promotion takes off from.',
  valuesConfig: { LINE: { description: 'The unit price of each line it is for.' }, CART: { description: 'The sum of the lines it is for; each line bears its part.' } },
});

export const PromotionKindEnum: EnumOf<PromotionFacts['kind']> = { PERCENT: 'PERCENT', AMOUNT: 'AMOUNT', BUY_GET: 'BUY_GET' };
registerEnumType(PromotionKindEnum, {
  name: 'PromotionKind',
  description: 'What a promotion does.',
  valuesConfig: { PERCENT: { description: 'A percentage off.' }, AMOUNT: { description: 'An amount off.' }, BUY_GET: { description: 'Goods are added for nothing.' } },
});

export const StackingEnum: EnumOf<PromotionFacts['stacking']> = { STACKABLE: 'STACKABLE', EXCLUSIVE: 'EXCLUSIVE' };
registerEnumType(StackingEnum, {
  name: 'Stacking',
  description: 'Whether promotions of one level combine; the one of the highest priority decides.',
  valuesConfig: { STACKABLE: { description: 'Combines with other stackable ones.' }, EXCLUSIVE: { description: 'Stands alone.' } },
});
