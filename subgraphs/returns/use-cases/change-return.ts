import { refuse } from '#kernel/errors.ts';
import type { Audience, EventPayload } from '#kernel/events.ts';
import type { ReturnsTx } from '../context.ts';
import { changesOfReturn } from '../domain/return-changes.ts';
import { isTracked } from '../domain/return-lifecycle.ts';
import type { Return } from '../entities/return.ts';

/** Someone else wrote between our reading and our writing. */
export class Overtaken extends Error {}

const MAX_TRIES = 5;

/** Does it again on top of what others wrote; who named the version they saw is told instead. */
export async function tryAgain<Answer>(work: () => Promise<Answer>, { expectedVersion }: { readonly expectedVersion?: number | null } = {}): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (expectedVersion != null) throw refuse('STALE_VERSION', 'Others changed this return at the same moment. Refresh to see it.', { expectedVersion });
      if (tries === MAX_TRIES) throw refuse('CONFLICT', 'Others kept changing this return. Try again.');
    }
  }
}

/**
 * Writes the root row of a return and its event: the version goes up by one, if nobody overtook us since we read. Every
 * change of anything inside a return goes through here.
 */
export async function changeReturn(
  tx: ReturnsTx,
  before: Return,
  changes: Partial<Return>,
  event: { type: string; actorId: string | null; now: Date; payload?: EventPayload; destination?: string },
): Promise<Return> {
  const changed = { ...changes, version: before.version + 1, updatedAt: event.now, updatedById: event.actorId };
  const { numUpdatedRows } = await tx.sql.updateTable('Return').set(changed).where('id', '=', before.id).where('version', '=', before.version).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Overtaken();
  const after = { ...before, ...changed };
  await tx.announce({
    accountId: after.accountId,
    aggregateType: 'return',
    aggregateId: after.id,
    aggregateVersion: after.version,
    type: event.type,
    actorId: event.actorId,
    payload: { returnId: after.id, number: after.number, ownerId: after.ownerId, status: after.status, ...(!isTracked(after.status) && { audience: 'BUYERS' satisfies Audience }), ...event.payload, changes: changesOfReturn(before, after) },
    destination: event.destination,
  });
  return after;
}
