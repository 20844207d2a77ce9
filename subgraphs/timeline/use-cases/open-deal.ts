import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { TimelineContext } from '../context.ts';
import type { Member } from '../domain/deal-links.ts';
import type { Deal } from '../entities/deal.ts';
import { findDeal } from './find-deal.ts';

/** The deal of something that can be read, also when nothing was heard of it yet: then what its owner still knows is recorded first. */
export async function openDeal(context: TimelineContext, member: Member): Promise<Deal> {
  const known = await findDeal(context, member);
  if (known) return known;
  const past = await context.bus.history(member.aggregateType, member.aggregateId, 0);
  await Promise.all(past.map((event) => context.recording.put(event)));
  return (await findDeal(context, member)) ?? beginDeal(context, member);
}

async function beginDeal(context: TimelineContext, { aggregateId, aggregateType }: Member): Promise<Deal> {
  const { accountId } = requireViewer(context);
  const deal: Deal = { id: newId(), accountId, version: 0, joinedIntoId: null, joinedAfter: null, movedAt: context.clock.now() };
  return context.db.transact(async ({ sql }) => {
    const there = await sql.selectFrom('DealMember').select('dealId').where('aggregateId', '=', aggregateId).executeTakeFirst();
    if (there) return sql.selectFrom('Deal').selectAll().where('id', '=', there.dealId).executeTakeFirstOrThrow();
    await sql.insertInto('Deal').values(deal).execute();
    await sql.insertInto('DealMember').values({ aggregateId, aggregateType, accountId, dealId: deal.id, lastVersion: 0 }).execute();
    return deal;
  });
}
