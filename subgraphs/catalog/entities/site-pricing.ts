import { defineEntity, p } from '@mikro-orm/core';
import { PRICING_MODES, type PricingMode } from '../domain/engine/pricing-facts.ts';

/** How a site prices. A site without a row sells from the list of the configuration. */
export const SitePricingSchema = defineEntity({
  name: 'SitePricing',
  tableName: 'site_pricing',
  properties: {
    site: p.string().primary(),
    mode: p.string().$type<PricingMode>(),
    priceList: p.string(),
    currency: p.string(),
    pricesIncludeTax: p.boolean(),
    /** ISO 3166-1 alpha-2: whose taxes hold before anybody says where to. */
    country: p.string().nullable(),
    paymentTerm: p.string().nullable(),
    version: p.integer(),
  },
  checks: [{ name: 'site_pricing_mode', expression: `mode in ('${PRICING_MODES.join("', '")}')` }],
});
export class SitePricing extends SitePricingSchema.class {}
SitePricingSchema.setClass(SitePricing);
