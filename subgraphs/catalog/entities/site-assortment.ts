import { defineEntity, p } from '@mikro-orm/core';

/** That a site sells a product. A site without a row sells everything. */
export const SiteAssortmentSchema = defineEntity({
  name: 'SiteAssortment',
  tableName: 'site_assortment',
  properties: {
    site: p.string().primary(),
    sku: p.string().primary(),
  },
});
export class SiteAssortment extends SiteAssortmentSchema.class {}
SiteAssortmentSchema.setClass(SiteAssortment);
