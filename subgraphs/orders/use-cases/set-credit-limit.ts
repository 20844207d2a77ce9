import { refuse } from '#kernel/errors.ts';
import { minorFrom } from '#kernel/money.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { CreditAccount } from '../entities/credit.ts';

export interface WantedCredit {
  readonly accountId: string;
  readonly currency: string;
  /** Null: no limit. */
  readonly limit?: string | null;
}

/** The seller's administrator says how much an account may owe. Lower than what it owes already, it orders nothing more on account until it owes less. */
export async function setCreditLimit(context: OrdersContext, { accountId, currency, limit }: WantedCredit): Promise<CreditAccount> {
  const viewer = requireAdministrator(context);
  const limitMinor = limit == null ? null : minorFrom(limit, currency);
  if (limitMinor !== null && limitMinor < 0n) throw refuse('BAD_USER_INPUT', 'A limit is no less than nothing.', { limit });
  const updatedAt = context.clock.now();
  return context.db.transact(async (tx) => {
    const set = await tx.sql
      .insertInto('CreditAccount')
      .values({ accountId, currency, limitMinor, owedMinor: 0n, version: 1, updatedAt })
      .onConflict((oc) => oc.columns(['accountId', 'currency']).doUpdateSet((eb) => ({ limitMinor, updatedAt, version: eb('CreditAccount.version', '+', 1) })))
      .returningAll()
      .executeTakeFirstOrThrow();
    await tx.announce({
      accountId, aggregateType: 'creditAccount', aggregateId: `${accountId}:${currency}`, aggregateVersion: set.version, type: 'CREDIT_LIMIT_SET', actorId: viewer.id,
      payload: { currency, limitMinor: limitMinor === null ? null : String(limitMinor) },
    });
    return set;
  });
}
