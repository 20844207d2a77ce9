import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { sum } from '#kernel/money.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import { addToReturn, refuseMalformed, type DraftReturnLine, type OrderedLine, type WantedReturn } from '../domain/add-to-return.ts';
import type { Return } from '../entities/return.ts';
import { askReturnableLines } from '../peers/orders.ts';
import { changeReturn } from './change-return.ts';

/** The buyer puts order lines into the one return they are putting together; made when there is none. [RET-03, RET-07..09, RET-20] */
export async function addReturnLines(context: ReturnsContext, wanted: readonly WantedReturn[]): Promise<Return> {
  const viewer = requireViewer(context);
  requirePermission(viewer, 'CREATE_RETURN');
  refuseMalformed(wanted);
  const ordered = await askReturnableLines(context.ask, wanted.map((line) => line.orderLineId));
  const currency = theirCurrency(viewer, [...ordered.values()]);

  const after = await context.db.transact(async (tx) => {
    const now = context.clock.now();
    const before = (await pendingOf(tx, viewer)) ?? (await beginReturn(tx, viewer, currency, now));
    if (before.currency !== currency) throw refuse('AMOUNT_CURRENCY_MISMATCH', `The pending return is in ${before.currency}. Submit it first.`, { returnId: before.id, currency });
    const present = await tx.sql.selectFrom('ReturnLine').selectAll().where('returnId', '=', before.id).orderBy('id').execute();
    const lines = addToReturn(present, wanted, ordered);
    await saveLines(tx, before, lines);
    const refundTotalMinor = sum(lines.map((line) => line.refundMinor));
    return changeReturn(tx, before, { refundTotalMinor }, { type: 'RETURN_LINES_ADDED', actorId: viewer.id, now });
  });
  context.loaders.linesOfReturn.clear(after.id);
  return after;
}

/** Buyers return what their own account bought, in one currency at a time. */
function theirCurrency(viewer: Viewer, ordered: readonly OrderedLine[]): string {
  const [first] = ordered;
  const foreign = ordered.find((line) => line.accountId !== viewer.accountId);
  if (!first || foreign) throw refuse('NOT_FOUND', 'There is no such order line.', { orderLineId: foreign?.id });
  if (ordered.some((line) => line.currency !== first.currency)) throw refuse('AMOUNT_CURRENCY_MISMATCH', 'Return orders of different currencies one after the other.');
  return first.currency;
}

const pendingOf = (tx: ReturnsTx, viewer: Viewer): Promise<Return | undefined> =>
  tx.sql.selectFrom('Return').selectAll().where('pendingOwnerId', '=', viewer.id).executeTakeFirst();

/** Version 0 until its first lines are in, in the same transaction. Of two first adds at once, the second finds what the first made. */
async function beginReturn(tx: ReturnsTx, viewer: Viewer, currency: string, now: Date): Promise<Return> {
  const begun: Return = {
    id: newId(),
    accountId: viewer.accountId,
    ownerId: viewer.id,
    pendingOwnerId: viewer.id,
    number: null,
    status: 'PENDING',
    version: 0,
    currency,
    refundTotalMinor: 0n,
    returnLocation: null,
    reason: null,
    createdAt: now,
    submittedAt: null,
    updatedAt: now,
  };
  await tx.sql.insertInto('Return').values(begun).onConflict((oc) => oc.column('pendingOwnerId').doNothing()).execute();
  return (await pendingOf(tx, viewer)) ?? begun;
}

async function saveLines(tx: ReturnsTx, { id: returnId, accountId }: Return, lines: readonly DraftReturnLine[]): Promise<void> {
  for (const line of lines) {
    const { quantityMicro, refundMinor, serialNumbers } = line;
    await tx.sql
      .insertInto('ReturnLine')
      .values({ ...line, id: newId(), returnId, accountId })
      .onConflict((oc) => oc.columns(['returnId', 'orderLineId']).doUpdateSet({ quantityMicro, refundMinor, serialNumbers }))
      .execute();
  }
}
