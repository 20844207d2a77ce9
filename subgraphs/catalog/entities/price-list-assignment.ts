import { defineEntity, p } from '@mikro-orm/core';
import { AUDIENCE_KINDS, type AudienceKind } from '../domain/audience.ts';

/** A list that is open to all who buy at a site, to a group of accounts, or to one account. */
export const PriceListAssignmentSchema = defineEntity({
  name: 'PriceListAssignment',
  tableName: 'price_list_assignment',
  properties: {
    audienceKind: p.string().$type<AudienceKind>().primary(),
    /** The site, the group or the account. */
    audience: p.string().primary(),
    priceList: p.string().primary(),
  },
  checks: [{ name: 'price_list_assignment_audience', expression: `audience_kind in ('${AUDIENCE_KINDS.join("', '")}')` }],
});
export class PriceListAssignment extends PriceListAssignmentSchema.class {}
PriceListAssignmentSchema.setClass(PriceListAssignment);
