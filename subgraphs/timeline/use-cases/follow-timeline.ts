import { refuse } from '#kernel/errors.ts';
import type { Frame } from '#kernel/feed.ts';
import type { TimelineContext } from '../context.ts';
import type { About } from '../domain/about.ts';
import type { Member } from '../domain/deal-links.ts';
import type { TimelineEntry } from '../entities/timeline-entry.ts';
import { checkReadable } from './check-readable.ts';
import { findDeal } from './find-deal.ts';
import { openDeal } from './open-deal.ts';
import { readableEntries } from './read-timeline.ts';
import { JOINED_TO_ANOTHER } from './show-entries.ts';

export interface FollowTimeline {
  readonly about: About;
  readonly dealId?: string | null;
  readonly afterPosition?: number | null;
}

/** Someone who may read a thing wants to see its deal go on. */
export async function followTimeline(context: TimelineContext, { about, dealId, afterPosition }: FollowTimeline): Promise<AsyncIterableIterator<Frame>> {
  if ((dealId == null) !== (afterPosition == null)) throw refuse('BAD_USER_INPUT', 'A position counts in a deal: name both, or neither.', { fields: ['dealId', 'afterPosition'] });
  const member = await checkReadable(context, about);
  const deal = await openDeal(context, member);
  if (dealId == null || dealId === deal.id) return following(context, member, deal.id, { afterPosition });
  return following(context, member, deal.id, { isAnother: true });
}

interface Start {
  readonly afterPosition?: number | null;
  /** The reader knew another deal: what he had is void. */
  readonly isAnother?: boolean;
}

/** The frames of a deal, and of the one it is joined to. Not a generator: one that waits cannot be returned from. */
function following(context: TimelineContext, member: Member, dealId: string, { afterPosition, isAnother = false }: Start): AsyncIterableIterator<Frame> {
  let followed = dealId;
  let moved = isAnother;
  let frames = framesOf(context, dealId, afterPosition);

  async function next(): Promise<IteratorResult<Frame>> {
    const result = await frames.next();
    if (result.done) return result;
    const { kind, cause } = result.value;
    if (kind === 'CHANGE' && cause !== JOINED_TO_ANOTHER) return result;
    const now = (await findDeal(context, member))?.id ?? followed;
    if (now === followed) return moved ? { done: false, value: asReset(result.value) } : result;
    await frames.return?.();
    followed = now;
    moved = true;
    frames = framesOf(context, now, null);
    return next();
  }

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next,
    async return() {
      await frames.return?.();
      return { done: true, value: undefined };
    },
  };
}

const asReset = (frame: Frame): Frame => (frame.kind === 'SNAPSHOT' ? { ...frame, kind: 'RESET', cause: 'RESET' } : frame);

function framesOf({ feed, db }: TimelineContext, dealId: string, afterPosition: number | null | undefined): AsyncIterableIterator<Frame> {
  const currentVersion = async (): Promise<number> => (await db.sql.selectFrom('Deal').select('version').where('id', '=', dealId).executeTakeFirst())?.version ?? 0;
  return feed.follow(dealId, { afterVersion: afterPosition, currentVersion });
}

/** How many entries a first frame brings along. */
const LATEST = 100;

/** The entries a frame tells of, as its reader may see them; of a snapshot the latest. */
export async function readFrame(context: TimelineContext, { aggregateId: dealId, kind, fromVersion, version }: Frame): Promise<TimelineEntry[]> {
  const entries = (await readableEntries(context, dealId))().where('position', '<=', version);
  if (kind === 'CHANGE') return entries.where('position', '>', fromVersion).orderBy('position').execute();
  return (await entries.orderBy('position', 'desc').limit(LATEST).execute()).reverse();
}

