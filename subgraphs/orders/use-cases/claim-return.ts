import { refuse } from '#kernel/errors.ts';
import { moneyOf, type Money } from '#kernel/money.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { billedFor, refundFor } from '../domain/refund.ts';
import { returnableMicro } from '../domain/returnable-quantity.ts';
import type { ReturnClaimLine } from '../entities/return-claim.ts';
import { changeOrder } from './change-order.ts';
import { readAsSent, readOrderLines, type LineOfOrder } from './read-order-lines.ts';
import { clearClaim, followReturned } from './release-return-claim.ts';

export interface ClaimedQuantity {
  readonly orderLineId: string;
  readonly quantity: string;
}

export interface ClaimedRefund {
  readonly orderLineId: string;
  readonly refund: Money;
}

export interface WantedClaim {
  readonly returnId: string;
  /** The version of the return that wants this. */
  readonly version: number;
  readonly lines: readonly ClaimedQuantity[];
  /** Whether only what was shipped may come back. */
  readonly shippedOnly: boolean;
}

/**
 * A return takes its quantities from the order lines, all or none, and hears what will be refunded. The claim of a return
 * is what its latest version asked for: the same again changes nothing, that of a later version replaces it, one of an older version
 * comes too late, and a released one stays closed. Here, in one transaction, it is decided who gets the last unit. [RET-25, I12]
 */
export async function claimReturn(context: OrdersContext, { returnId, version, lines: wanted, shippedOnly }: WantedClaim): Promise<ClaimedRefund[]> {
  const viewer = requireViewer(context);
  const found = await readOrderLines(context, wanted.map((line) => line.orderLineId));
  const accountId = viewer.accountId;
  const now = context.clock.now();

  const claimed = await context.db.transact(async (tx) => {
    const claim = await tx.sql.selectFrom('ReturnClaim').selectAll().where('returnId', '=', returnId).executeTakeFirst();
    if (claim && (claim.releasedAt != null || claim.accountId !== accountId)) throw refuse('INVALID_STATE', 'This return is over.', { returnId });
    if (claim && version < claim.version) throw refuseLate(returnId, version, claim.version);
    await tx.sql.insertInto('ReturnClaim').values({ returnId, accountId, version, releasedAt: null }).onConflict((oc) => oc.column('returnId').doUpdateSet({ version })).execute();

    const present = await tx.sql.selectFrom('ReturnClaimLine').selectAll().where('returnId', '=', returnId).execute();
    if (isSame(present, wanted)) return present;
    if (claim?.version === version || present.some(({ creditedMicro }) => creditedMicro > 0n)) throw refuseLate(returnId, version, claim?.version ?? version);
    await clearClaim(tx, returnId);
    await refuseTooMuch(tx, wanted, shippedOnly);
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

/** It was handed in, or changed and claimed, by somebody who saw it later. */
const refuseLate = (returnId: string, expectedVersion: number, currentVersion: number): Error =>
  refuse('STALE_VERSION', 'This return was changed or submitted meanwhile. Refresh to see it.', { returnId, expectedVersion, currentVersion });

const isSame = (present: readonly ReturnClaimLine[], wanted: readonly ClaimedQuantity[]): boolean =>
  present.length === wanted.length &&
  wanted.every(({ orderLineId, quantity }) => present.some((line) => line.orderLineId === orderLineId && line.quantityMicro === toMicro(quantity)));

/** Every line that wants more than is left is named, with what is. [RET-16, RET-25] */
async function refuseTooMuch(tx: OrdersTx, wanted: readonly ClaimedQuantity[], shippedOnly: boolean): Promise<void> {
  const short: { orderLineId: string; orderNumber: string; sku: string; returnableQuantity: string; quantity: string }[] = [];
  for (const { orderLineId, quantity } of wanted) {
    const line = await readAsSent(tx, orderLineId);
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', line.orderId).executeTakeFirstOrThrow();
    const returnable = returnableMicro(order, line, shippedOnly);
    if (toMicro(readQuantity(quantity)) > returnable) short.push({ orderLineId, orderNumber: order.number, sku: line.sku, returnableQuantity: fromMicro(returnable), quantity });
  }
  const [first] = short;
  if (first) throw refuse('RETURN_QUANTITY_EXCEEDED', `Of ${first.sku} in ${first.orderNumber}, ${first.returnableQuantity} may still come back.`, { ...first, lines: short });
}

async function claimLine(tx: OrdersTx, claim: { returnId: string; accountId: string }, { orderLineId, quantity }: ClaimedQuantity): Promise<ReturnClaimLine> {
  const line = await readAsSent(tx, orderLineId);
  const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', line.orderId).executeTakeFirstOrThrow();
  const quantityMicro = toMicro(readQuantity(quantity));
  const billedLines = await tx.sql.selectFrom('InvoiceLine').selectAll().where('orderLineId', '=', line.id).execute();
  const refundMinor = refundFor(line, quantityMicro, order.currency, billedFor(line, billedLines, order));
  await tx.sql
    .updateTable('OrderLine')
    .set({ returnedMicro: line.returnedMicro + quantityMicro, refundedMinor: line.refundedMinor + refundMinor })
    .where('id', '=', line.id)
    .execute();
  await followReturned(tx.sql, line.id);
  return { ...claim, orderLineId, orderId: order.id, quantityMicro, refundMinor, creditedMicro: 0n, creditedMinor: 0n };
}

/** What this request read before the claim is no longer so. */
function forget({ loaders }: OrdersContext, found: readonly LineOfOrder[]): void {
  for (const { line, order } of found) {
    loaders.lineById.clear(line.id);
    loaders.linesOfOrder.clear(order.id);
    loaders.orderById.clear(order.id);
  }
}
