import type { Kysely } from '@mikro-orm/sqlite';
import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import type { KernelTables } from '#kernel/tables.ts';
import type { RequestFacts, Viewer } from '#kernel/viewer.ts';

type Sql = Kysely<KernelTables>;
type Writes = Pick<Tx<object>, 'kernel'>;

/** That an id of an account or user became another: whatever was of the first is of the second. */
export interface Succession {
  readonly from: string;
  readonly to: string;
}

/**
 * Accounts and users on whose behalf nothing is written: for a while, or for good once others took their place. Kept in
 * memory beside the rows, for everybody's writes ask; the rows change inside a transaction, and transactions come one after
 * the other, so that whatever begins after a suspension has seen it.
 */
export interface Suspensions {
  /** @throws ACCOUNT_SUSPENDED when the viewer, or their account, is suspended */
  refuse(viewer: Viewer): void;
  /** The facts of a request; a token of somebody whose place was taken names nobody any more. */
  present<Facts extends RequestFacts>(facts: Facts): Facts;
  /** Who an account or user is now: itself, or whoever took its place. */
  successorOf(id: string): string;
  /** Suspends ids for a cause; what is suspended for it already stays so. */
  suspend(tx: Writes, causeId: string, ids: readonly string[]): Promise<void>;
  /** Others take their place, for good. */
  replace(tx: Writes, causeId: string, successions: readonly Succession[]): Promise<void>;
  /** What was suspended for a cause goes on, unless its place was taken. */
  lift(tx: Writes, causeId: string): Promise<void>;
  /** Reads the rows: at the start, and after a transaction that changed them has failed. */
  reload(): Promise<void>;
}

interface Suspended {
  readonly causeId: string;
  readonly successorId: string | null;
}

export function createSuspensions(sql: Sql): Suspensions {
  const known = new Map<string, Suspended>();

  async function reload(): Promise<void> {
    const rows = await sql.selectFrom('Suspension').selectAll().execute();
    known.clear();
    for (const { id, causeId, successorId } of rows) known.set(id, { causeId, successorId: successorId ?? null });
  }

  const isReplaced = (id: string): boolean => known.get(id)?.successorId != null;

  async function note({ kernel }: Writes, causeId: string, id: string, successorId: string | null): Promise<void> {
    await kernel.insertInto('Suspension').values({ id, causeId, successorId, since: new Date() }).onConflict((oc) => oc.column('id').doUpdateSet({ causeId, successorId })).execute();
    known.set(id, { causeId, successorId });
  }

  return {
    reload,
    refuse({ id, accountId }) {
      if (known.size === 0 || !(known.has(id) || known.has(accountId))) return;
      throw refuse('ACCOUNT_SUSPENDED', 'Your account is being joined with another. Try again in a moment.');
    },
    present(facts) {
      const { viewer } = facts;
      return known.size > 0 && viewer && (isReplaced(viewer.id) || isReplaced(viewer.accountId)) ? { ...facts, viewer: null } : facts;
    },
    successorOf(id) {
      const next = known.size === 0 ? null : (known.get(id)?.successorId ?? null);
      return next === null ? id : this.successorOf(next);
    },
    async suspend(tx, causeId, ids) {
      for (const id of ids) if (!isReplaced(id)) await note(tx, causeId, id, null);
    },
    async replace(tx, causeId, successions) {
      for (const { from, to } of successions) if (!isReplaced(from)) await note(tx, causeId, from, to);
    },
    async lift({ kernel }, causeId) {
      await kernel.deleteFrom('Suspension').where('causeId', '=', causeId).where('successorId', 'is', null).execute();
      for (const [id, each] of known) if (each.causeId === causeId && each.successorId === null) known.delete(id);
    },
  };
}
