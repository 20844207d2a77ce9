import { refuse } from '#kernel/errors.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { isSeller } from '#kernel/viewer.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { TimelineContext } from '../context.ts';
import type { About } from '../domain/about.ts';
import type { TimelineKind } from '../domain/timeline-kinds.ts';
import type { Deal } from '../entities/deal.ts';
import type { TimelineEntry } from '../entities/timeline-entry.ts';
import { askReadable } from '../peers/readable.ts';
import { checkReadable } from './check-readable.ts';
import { findDeal, findMembers } from './find-deal.ts';

const NOTHING = { edges: [], nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };

/** What happened in the deal of something, as it was recorded, as far as the viewer may know of it now. */
export async function readTimeline(context: TimelineContext, about: About, kinds: readonly TimelineKind[] | null | undefined, page: PageRequest): Promise<Connection<TimelineEntry>> {
  const member = await checkReadable(context, about);
  const deal = await findDeal(context, member);
  if (!deal) return NOTHING; // it happened a moment ago, or so long ago that it is forgotten
  const entries = await readableEntries(context, deal.id);
  return readPage(page, ({ dealId, position }) => [dealId, String(position)], 2, async (limit, after) => {
    let rows = entries().orderBy('position').limit(limit);
    if (kinds != null) rows = rows.where('kind', 'in', [...kinds]);
    if (after) rows = rows.where('position', '>', await positionNow(context, deal, after));
    return rows.execute();
  });
}

type Entries = () => ReturnType<typeof selectEntries>;

/** The owners are asked once, for everything the deal is made of; internal things are for one side only. */
export async function readableEntries(context: TimelineContext, dealId: string): Promise<Entries> {
  const viewer = requireViewer(context);
  const readable = await askReadable(context.ask, await findMembers(context, dealId));
  return () => selectEntries(context, dealId, [...readable], isSeller(viewer) ? 'SELLER' : 'BUYERS');
}

const selectEntries = ({ db }: TimelineContext, dealId: string, readable: readonly string[], side: 'SELLER' | 'BUYERS') =>
  db.sql
    .selectFrom('TimelineEntry')
    .selectAll()
    .where('dealId', '=', dealId)
    .where('aggregateId', 'in', readable.length > 0 ? [...readable] : [''])
    .where((eb) => eb.or([eb('audience', 'is', null), eb('audience', '=', side)]));

/** A cursor of a deal that was joined since stands further back in the other. */
async function positionNow({ db }: TimelineContext, deal: Deal, [dealId = '', position = '']: readonly string[]): Promise<number> {
  let from: Pick<Deal, 'id' | 'joinedIntoId' | 'joinedAfter'> | undefined = dealId === deal.id ? deal : await db.sql.selectFrom('Deal').selectAll().where('id', '=', dealId).executeTakeFirst();
  let now = Number(position);
  while (from && from.id !== deal.id) {
    now += from.joinedAfter ?? 0;
    const nextId: string | null | undefined = from.joinedIntoId;
    from = nextId == null ? undefined : await db.sql.selectFrom('Deal').selectAll().where('id', '=', nextId).executeTakeFirst();
  }
  if (!from || !Number.isSafeInteger(now)) throw refuse('BAD_CURSOR', 'This cursor is of another timeline.', {});
  return now;
}
