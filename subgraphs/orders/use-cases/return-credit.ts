import type { OrdersTx } from '../context.ts';

export interface ReturnedCredit {
  readonly orderId: string;
  /** What it follows from; the same again changes nothing. */
  readonly key: string;
  /** Null: all that is still owed. */
  readonly amountMinor: bigint | null;
  readonly now: Date;
}

/** An order on account owes less: it was canceled, paid for, or something came back. Never less than nothing. @returns how much less; nothing when it is not on account at all */
export async function returnCredit({ sql }: OrdersTx, { orderId, key, amountMinor, now }: ReturnedCredit): Promise<bigint | undefined> {
  const hold = await sql.selectFrom('CreditHold').selectAll().where('orderId', '=', orderId).executeTakeFirst();
  if (!hold) return undefined;
  const { accountId, currency, openMinor } = hold;
  const back = amountMinor === null || amountMinor > openMinor ? openMinor : amountMinor;
  const { numInsertedOrUpdatedRows } = await sql.insertInto('CreditReturn').values({ key, orderId, accountId, amountMinor: back, createdAt: now }).onConflict((oc) => oc.column('key').doNothing()).executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return 0n;
  await sql.updateTable('CreditHold').set({ openMinor: openMinor - back }).where('orderId', '=', orderId).execute();
  await sql.updateTable('CreditAccount').set((eb) => ({ owedMinor: eb('owedMinor', '-', back) })).where('accountId', '=', accountId).where('currency', '=', currency).execute();
  return back;
}
