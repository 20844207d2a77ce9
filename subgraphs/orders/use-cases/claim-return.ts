import { refuse } from '#kernel/errors.ts';
import { moneyOf, type Money } from '#kernel/money.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { refundFor } from '../domain/refund.ts';
import { returnableMicro } from '../domain/returnable-quantity.ts';
import type { ReturnClaimLine } from '../entities/return-claim.ts';
import { changeOrder } from './change-order.ts';
import { readOrderLines, type LineOfOrder } from './read-order-lines.ts';
import { clearClaim } from './release-return-claim.ts';

export interface ClaimedQuantity {
  readonly orderLineId: string;
  readonly quantity: string;
}

export interface ClaimedRefund {
  readonly orderLineId: string;
  readonly refund: Money;
}

/**
 * A return takes its quantities from the order lines, all or none, and hears what will be refunded. The claim of a return
 * is what it last asked for: the same again changes nothing, another replaces it, and a released one stays closed. [RET-25, I12]
 */
export async function claimReturn(context: OrdersContext, returnId: string, wanted: readonly ClaimedQuantity[]): Promise<ClaimedRefund[]> {
  const viewer = requireViewer(context);
  const found = await readOrderLines(context, wanted.map((line) => line.orderLineId));
  const accountId = viewer.accountId;
  const now = context.clock.now();

  const claimed = await context.db.transact(async (tx) => {
    const claim = await tx.sql.selectFrom('ReturnClaim').selectAll().where('returnId', '=', returnId).executeTakeFirst();
    if (claim && (claim.releasedAt != null || claim.accountId !== accountId)) throw refuse('INVALID_STATE', 'This return is over.', { returnId });
    if (!claim) await tx.sql.insertInto('ReturnClaim').values({ returnId, accountId, releasedAt: null }).execute();

    const present = await tx.sql.selectFrom('ReturnClaimLine').selectAll().where('returnId', '=', returnId).execute();
    if (isSame(present, wanted)) return present;
    await clearClaim(tx, returnId);
    const taken: ReturnClaimLine[] = [];
    for (const line of wanted) taken.push(await claimLine(tx, { returnId, accountId }, line));
    await tx.sql.insertInto('ReturnClaimLine').values(taken).execute();
    for (const orderId of new Set([...taken, ...present].map((line) => line.orderId))) {
      const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
      await changeOrder(tx, order, {}, { type: 'RETURN_CLAIMED', actorId: viewer.id, now, payload: { returnId } });
    }
    return taken;
  });
  forget(context, found);
  const currencyOf = new Map(found.map(({ line, order }) => [line.id, order.currency]));
  return claimed.map(({ orderLineId, refundMinor }) => ({ orderLineId, refund: moneyOf(refundMinor, currencyOf.get(orderLineId) ?? '') }));
}

const isSame = (present: readonly ReturnClaimLine[], wanted: readonly ClaimedQuantity[]): boolean =>
  present.length === wanted.length &&
  wanted.every(({ orderLineId, quantity }) => present.some((line) => line.orderLineId === orderLineId && line.quantityMicro === toMicro(quantity)));

async function claimLine({ sql }: OrdersTx, claim: { returnId: string; accountId: string }, { orderLineId, quantity }: ClaimedQuantity): Promise<ReturnClaimLine> {
  const line = await sql.selectFrom('OrderLine').selectAll().where('id', '=', orderLineId).executeTakeFirstOrThrow();
  const order = await sql.selectFrom('Order').selectAll().where('id', '=', line.orderId).executeTakeFirstOrThrow();
  const quantityMicro = toMicro(readQuantity(quantity));
  const returnable = returnableMicro(order.status, line);
  if (quantityMicro > returnable) {
    throw refuse('RETURN_QUANTITY_EXCEEDED', `Of ${line.sku} in ${order.number}, ${fromMicro(returnable)} may still come back.`, {
      orderLineId,
      orderNumber: order.number,
      sku: line.sku,
      returnableQuantity: fromMicro(returnable),
    });
  }
  const refundMinor = refundFor(line, quantityMicro, order.currency);
  await sql
    .updateTable('OrderLine')
    .set({ returnedMicro: line.returnedMicro + quantityMicro, refundedMinor: line.refundedMinor + refundMinor })
    .where('id', '=', line.id)
    .execute();
  return { ...claim, orderLineId, orderId: order.id, quantityMicro, refundMinor };
}

/** What this request read before the claim is no longer so. */
function forget({ loaders }: OrdersContext, found: readonly LineOfOrder[]): void {
  for (const { line, order } of found) {
    loaders.lineById.clear(line.id);
    loaders.orderById.clear(order.id);
  }
}
