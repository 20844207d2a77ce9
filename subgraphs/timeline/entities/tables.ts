import { Deal, DealSchema } from './deal.ts';
import { DealMember, DealMemberSchema } from './deal-member.ts';
import { TimelineEntry, TimelineEntrySchema } from './timeline-entry.ts';

export interface TimelineTables {
  Deal: Deal;
  DealMember: DealMember;
  TimelineEntry: TimelineEntry;
}

export const timelineEntities = [DealSchema, DealMemberSchema, TimelineEntrySchema];
