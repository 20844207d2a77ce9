import { refuse } from '#kernel/errors.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { billedFor, refundFor } from '../domain/refund.ts';
import { returnableMicro } from '../domain/returnable-quantity.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import type { ReturnClaimLine } from '../entities/return-claim.ts';
import { changeOrder } from './change-order.ts';
import type { WantedClaim } from './claim-return.ts';
import { readAsSent, readOrderLines } from './read-order-lines.ts';
import { followReturned } from './release-return-claim.ts';

/**
 * More of a return arrived than it had claimed: it takes so much in all of each order line, as far as that may come back. The same
 * again changes nothing; a later version of the return takes exactly what it says, so that what nobody took in after all is free. [RET-25, I12]
 */
export async function extendReturnClaim(context: OrdersContext, { returnId, version, lines: wanted, shippedOnly }: WantedClaim): Promise<ReturnClaimLine[]> {
  const { id: actorId } = requireAdministrator(context);
  await readOrderLines(context, wanted.map((line) => line.orderLineId));
  return context.db.transact(async (tx) => {
    const claim = await tx.sql.selectFrom('ReturnClaim').selectAll().where('returnId', '=', returnId).executeTakeFirst();
    if (!claim || claim.releasedAt != null) throw refuse('INVALID_STATE', 'This return is over.', { returnId });
    if (version < claim.version) throw refuse('STALE_VERSION', 'This return was changed meanwhile. Refresh to see it.', { returnId, expectedVersion: version, currentVersion: claim.version });
    await tx.sql.updateTable('ReturnClaim').set({ version }).where('returnId', '=', returnId).execute();
    const extended: ReturnClaimLine[] = [];
    const orders = new Map<string, Order>();
    for (const { orderLineId, quantity } of wanted) {
      const claimed = await tx.sql.selectFrom('ReturnClaimLine').selectAll().where('returnId', '=', returnId).where('orderLineId', '=', orderLineId).executeTakeFirst();
      if (!claimed) throw refuse('NOT_FOUND', 'There is no such line in this return.', { orderLineId });
      const line = await readAsSent(tx, orderLineId);
      const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', line.orderId).executeTakeFirstOrThrow();
      const wantedMicro = toMicro(readQuantity(quantity));
      const allMicro = wantedMicro > claimed.creditedMicro ? wantedMicro : claimed.creditedMicro;
      const isLess = allMicro < claimed.quantityMicro && version > claim.version; // at the same version somebody may be taking in more right now
      if (allMicro <= claimed.quantityMicro && !isLess) {
        extended.push(claimed);
        continue;
      }
      extended.push(await take(tx, claimed, { line, order, returnable: returnableMicro(order, line, shippedOnly) }, allMicro));
      orders.set(order.id, order);
    }
    for (const order of orders.values()) await changeOrder(tx, order, {}, { type: 'RETURN_CLAIMED', actorId, now: context.clock.now(), payload: { returnId } });
    return extended;
  });
}

async function take({ sql }: OrdersTx, claimed: ReturnClaimLine, { line, order, returnable }: { line: OrderLine; order: Order; returnable: bigint }, allMicro: bigint): Promise<ReturnClaimLine> {
  if (allMicro - claimed.quantityMicro > returnable) {
    throw refuse('RETURN_QUANTITY_EXCEEDED', `Of ${line.sku} in ${order.number}, ${fromMicro(returnable)} more may come back.`, { orderLineId: line.id, orderNumber: order.number, sku: line.sku, returnableQuantity: fromMicro(returnable) });
  }
  const billed = await sql.selectFrom('InvoiceLine').selectAll().where('orderLineId', '=', line.id).execute();
  const others = { ...line, returnedMicro: line.returnedMicro - claimed.quantityMicro, refundedMinor: line.refundedMinor - claimed.refundMinor };
  const due = refundFor(others, allMicro, order.currency, billedFor(line, billed, order));
  const after = { quantityMicro: allMicro, refundMinor: due > claimed.creditedMinor ? due : claimed.creditedMinor };
  await sql.updateTable('OrderLine').set({ returnedMicro: others.returnedMicro + after.quantityMicro, refundedMinor: others.refundedMinor + after.refundMinor }).where('id', '=', line.id).execute();
  await followReturned(sql, line.id);
  await sql.updateTable('ReturnClaimLine').set(after).where('returnId', '=', claimed.returnId).where('orderLineId', '=', line.id).execute();
  return { ...claimed, ...after };
}
