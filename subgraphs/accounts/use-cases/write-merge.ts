import type { Tx } from '#kernel/database.ts';
import type { AccountsContext } from '../context.ts';
import type { Merge } from '../entities/merge.ts';
import type { AccountsTables } from '../entities/tables.ts';

/** Longer than a slice takes, short enough that a merge whose process was killed goes on within ten seconds. */
const LEASE_MS = 6_000;

export const mergeLeaseUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

export const readMergeRow = ({ db }: Pick<AccountsContext, 'db'>, mergeId: string): Promise<Merge> => db.sql.selectFrom('Merge').selectAll().where('id', '=', mergeId).executeTakeFirstOrThrow();

export async function announceMerge(tx: Tx<AccountsTables>, { id, accountId, version, kind, fromId, toId, step, status, requestedById }: Merge, type: string): Promise<void> {
  await tx.announce({ accountId, aggregateType: 'merge', aggregateId: id, aggregateVersion: version, type, actorId: requestedById, payload: { mergeId: id, kind, fromId, toId, step, status } });
}

/**
 * Writes what a driver learned, with its event, if the merge still is where the driver saw it: of two drivers only one moves
 * it on. @returns whether it was written
 */
export async function advanceRow(tx: Tx<AccountsTables>, seen: Merge, changes: Partial<Merge>, type: string): Promise<boolean> {
  const version = seen.version + 1;
  const { numUpdatedRows } = await tx.sql.updateTable('Merge').set({ ...changes, version }).where('id', '=', seen.id).where('version', '=', seen.version).executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await announceMerge(tx, { ...seen, ...changes, version }, type);
  return true;
}

/** Becomes the driver of a merge that nobody drives. @returns false when someone else was faster */
export async function leaseMerge({ db, clock }: AccountsContext, mergeId: string): Promise<boolean> {
  const now = clock.now();
  const { numUpdatedRows } = await db.sql.updateTable('Merge').set({ nextAt: mergeLeaseUntil(now) }).where('id', '=', mergeId).where('nextAt', '<=', now).where('status', '=', 'OPEN').executeTakeFirst();
  return numUpdatedRows === 1n;
}
