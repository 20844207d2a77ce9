import { rootsPart } from '#kernel/takeover-rows.ts';
import { mapped, type TakeoverDefinition } from '#kernel/takeover.ts';
import type { ReturnsTx } from '../context.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnsTables } from '../entities/tables.ts';
import { changeReturn } from './change-return.ts';

/** What becomes of returns when an account becomes another, or a person another one. [MERGE-14] */
export const mergeReturns = (): TakeoverDefinition<ReturnsTables> => ({
  parts: [
    rootsPart<ReturnsTables, Return>({
      name: 'returns',
      table: 'Return',
      account: 'accountId',
      users: ['ownerId'],
      children: ['ReturnLine', 'ReturnReceipt', 'ReturnPiece', 'ReturnCredit'].map((table) => ({ table, root: 'returnId' })),
      async write(tx, root, whose, takeover, { now }) {
        const billToAccountId = mapped(takeover, root.billToAccountId);
        const pending = whose.ownerId !== undefined && root.pendingOwnerId != null ? await settlePending(tx, root, whose.ownerId) : {};
        await changeReturn(tx, { ...root, ...whose }, { ...whose, billToAccountId, ...pending }, { type: 'MERGED', actorId: takeover.actorId, now });
      },
    }),
  ],
});

/** One pending return a person and currency: beside that of the receiving person another is given up. [RET-07, V.26] */
async function settlePending({ sql }: ReturnsTx, { currency }: Return, ownerId: string): Promise<Partial<Return>> {
  const theirs = await sql.selectFrom('Return').select('id').where('pendingOwnerId', '=', ownerId).where('currency', '=', currency).executeTakeFirst();
  return theirs ? { status: 'CANCELED', pendingOwnerId: null } : { pendingOwnerId: ownerId };
}
