import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import type { EventPayload } from '#kernel/events.ts';
import type { Account } from '../entities/account.ts';
import type { AccountsTables } from '../entities/tables.ts';

interface AccountEvent {
  readonly type: string;
  readonly actorId: string | null;
  readonly payload?: EventPayload;
}

/** Writes the root row of an account and its event: the version goes up by one, if nobody overtook us since we read. */
export async function writeAccount(tx: Tx<AccountsTables>, before: Account, changes: Partial<Account>, event: AccountEvent): Promise<Account> {
  const after = { ...before, ...changes, version: before.version + 1 };
  const { numUpdatedRows } = await tx.sql.updateTable('Account').set({ ...changes, version: after.version }).where('id', '=', before.id).where('version', '=', before.version).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw refuse('CONFLICT', 'Others changed this account at the same moment. Try again.', { accountId: before.id });
  await announceAccount(tx, after, event);
  return after;
}

export function announceAccount(tx: Tx<AccountsTables>, { id, version }: Account, { type, actorId, payload = {} }: AccountEvent): Promise<void> {
  return tx.announce({ accountId: id, aggregateType: 'account', aggregateId: id, aggregateVersion: version, type, actorId, payload });
}

/** Something that belongs to the account changed, in the transaction at hand. */
export async function touchAccount(tx: Tx<AccountsTables>, accountId: string, event: AccountEvent): Promise<void> {
  const account = await tx.sql.selectFrom('Account').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow();
  await writeAccount(tx, account, {}, event);
}
