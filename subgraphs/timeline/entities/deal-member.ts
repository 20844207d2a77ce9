import { defineEntity, p } from '@mikro-orm/core';
import type { TimelineAggregate } from '../domain/timeline-kinds.ts';

/** A cart, quote, approval, order or return, the deal it belongs to, and its last version that is recorded. */
export const DealMemberSchema = defineEntity({
  name: 'DealMember',
  tableName: 'deal_member',
  properties: {
    aggregateId: p.string().primary(),
    aggregateType: p.string().$type<TimelineAggregate>(),
    accountId: p.string(),
    dealId: p.string(),
    /** 0 while it is only known by name: another member of the deal spoke of it. */
    lastVersion: p.integer(),
  },
  indexes: [{ properties: ['accountId', 'dealId'] }, { properties: ['dealId'] }],
});
export class DealMember extends DealMemberSchema.class {}
DealMemberSchema.setClass(DealMember);
