import { defineEntity, p } from '@mikro-orm/core';
import { ACCESS_LISTS, type AccessList } from '../domain/site-access.ts';

/** A list of organisations that may, or may not, use a site, kept by a party or by the seller; it counts while it is on. [MERGE-06..08] */
export const SiteAccessSchema = defineEntity({
  name: 'SiteAccess',
  tableName: 'site_access',
  properties: {
    site: p.string().primary(),
    /** The party that keeps it; empty for the seller. */
    holderId: p.string().primary(),
    list: p.string().$type<AccessList>().primary(),
    isOn: p.boolean(),
  },
  indexes: [{ properties: ['holderId'] }],
  checks: [{ name: 'site_access_list', expression: `list in ('${ACCESS_LISTS.join("', '")}')` }],
});
export class SiteAccess extends SiteAccessSchema.class {}
SiteAccessSchema.setClass(SiteAccess);

/** An organisation on such a list. */
export const SiteAccessEntrySchema = defineEntity({
  name: 'SiteAccessEntry',
  tableName: 'site_access_entry',
  properties: {
    site: p.string().primary(),
    holderId: p.string().primary(),
    list: p.string().$type<AccessList>().primary(),
    organisationId: p.string().primary(),
  },
  indexes: [{ properties: ['organisationId'] }],
});
export class SiteAccessEntry extends SiteAccessEntrySchema.class {}
SiteAccessEntrySchema.setClass(SiteAccessEntry);
