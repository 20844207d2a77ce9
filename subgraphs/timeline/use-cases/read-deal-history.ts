import type { DomainEvent } from '#kernel/events.ts';
import type { TimelineContext } from '../context.ts';
import { eventOfDeal } from './show-entries.ts';

/** What was recorded of a deal after a position, as its followers are told. */
export async function readDealHistory({ db }: Pick<TimelineContext, 'db'>, dealId: string, after: number): Promise<DomainEvent[]> {
  const entries = await db.sql.selectFrom('TimelineEntry').select(['dealId', 'position', 'cause', 'at']).where('dealId', '=', dealId).where('position', '>', after).orderBy('position').execute();
  return entries.map(eventOfDeal);
}
