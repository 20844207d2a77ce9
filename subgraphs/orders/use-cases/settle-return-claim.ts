import type { OrdersTx } from '../context.ts';
import { changeOrder } from './change-order.ts';
import { followReturned, type EndedReturn } from './release-return-claim.ts';

/** A return is over: what it claimed and did not bring back, or did not get money for, may come back another time. */
export async function settleReturnClaim(tx: OrdersTx, { returnId, actorId, now }: EndedReturn): Promise<void> {
  const claimed = await tx.sql.selectFrom('ReturnClaimLine').selectAll().where('returnId', '=', returnId).execute();
  const open = claimed.filter((line) => line.creditedMicro < line.quantityMicro || line.creditedMinor < line.refundMinor);
  for (const { orderLineId, quantityMicro, refundMinor, creditedMicro, creditedMinor } of open) {
    const line = await tx.sql.selectFrom('OrderLine').select(['returnedMicro', 'refundedMinor']).where('id', '=', orderLineId).executeTakeFirstOrThrow();
    const freed = { returnedMicro: line.returnedMicro - (quantityMicro - creditedMicro), refundedMinor: line.refundedMinor - (refundMinor - creditedMinor) };
    await tx.sql.updateTable('OrderLine').set(freed).where('id', '=', orderLineId).execute();
    await followReturned(tx.sql, orderLineId);
    await tx.sql.updateTable('ReturnClaimLine').set({ quantityMicro: creditedMicro, refundMinor: creditedMinor }).where('returnId', '=', returnId).where('orderLineId', '=', orderLineId).execute();
  }
  await tx.sql.updateTable('ReturnClaim').set({ releasedAt: now }).where('returnId', '=', returnId).execute(); // a late repeat of the claim finds it over
  for (const orderId of new Set(open.map((line) => line.orderId))) {
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
    await changeOrder(tx, order, {}, { type: 'RETURN_RELEASED', actorId, now, payload: { returnId } });
  }
}
