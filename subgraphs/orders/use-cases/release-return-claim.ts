import type { OrdersTx } from '../context.ts';
import type { ReturnClaimLine } from '../entities/return-claim.ts';
import { changeOrder } from './change-order.ts';

export interface EndedReturn {
  readonly returnId: string;
  readonly accountId: string;
  readonly actorId: string | null;
  readonly now: Date;
}

/** A return came to nothing: its quantities may come back another time. Released already, or never claimed: only the closing is noted. */
export async function releaseReturnClaim(tx: OrdersTx, { returnId, accountId, actorId, now }: EndedReturn): Promise<void> {
  await tx.sql
    .insertInto('ReturnClaim')
    .values({ returnId, accountId, releasedAt: now })
    .onConflict((oc) => oc.column('returnId').doUpdateSet({ releasedAt: now }))
    .execute();
  const released = await clearClaim(tx, returnId);
  for (const orderId of new Set(released.map((line) => line.orderId))) {
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
    await changeOrder(tx, order, {}, { type: 'RETURN_RELEASED', actorId, now, payload: { returnId } });
  }
}

/** Takes the quantities and refunds of a claim off the order lines. */
export async function clearClaim({ sql }: OrdersTx, returnId: string): Promise<ReturnClaimLine[]> {
  const lines = await sql.deleteFrom('ReturnClaimLine').where('returnId', '=', returnId).returningAll().execute();
  for (const { orderLineId, quantityMicro, refundMinor } of lines) {
    const line = await sql.selectFrom('OrderLine').selectAll().where('id', '=', orderLineId).executeTakeFirstOrThrow();
    await sql
      .updateTable('OrderLine')
      .set({ returnedMicro: line.returnedMicro - quantityMicro, refundedMinor: line.refundedMinor - refundMinor })
      .where('id', '=', orderLineId)
      .execute();
  }
  return lines;
}
