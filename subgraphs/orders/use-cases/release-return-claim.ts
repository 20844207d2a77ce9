import type { OrdersTx } from '../context.ts';
import { goingAlong } from '../domain/component-quantities.ts';
import { within } from '../domain/line-tree.ts';
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
    .values({ returnId, accountId, version: 0, releasedAt: now })
    .onConflict((oc) => oc.column('returnId').doUpdateSet({ releasedAt: now }))
    .execute();
  await announceReleased(tx, await clearClaim(tx, returnId), { returnId, actorId, now });
}

/** Nobody came back to a submission: what it claimed is free, unless a later version of the return has claimed since; that may yet be claimed. */
export async function lapseReturnClaim(tx: OrdersTx, { returnId, version, actorId, now }: Omit<EndedReturn, 'accountId'> & { readonly version: number }): Promise<void> {
  const claim = await tx.sql.selectFrom('ReturnClaim').select('returnId').where('returnId', '=', returnId).where('version', '<', version).where('releasedAt', 'is', null).executeTakeFirst();
  if (claim) await announceReleased(tx, await clearClaim(tx, returnId), { returnId, actorId, now });
}

async function announceReleased(tx: OrdersTx, released: readonly ReturnClaimLine[], { returnId, actorId, now }: Omit<EndedReturn, 'accountId'>): Promise<void> {
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
    await followReturned(sql, orderLineId);
  }
  return lines;
}

/** What is within a line that comes back, or stays after all, does so with it. [RET-22] */
export async function followReturned(sql: OrdersTx['sql'], orderLineId: string): Promise<void> {
  const whole = await sql.selectFrom('OrderLine').selectAll().where('id', '=', orderLineId).executeTakeFirstOrThrow();
  if (whole.itemType === null || whole.itemType === 'STANDARD') return;
  const all = await sql.selectFrom('OrderLine').selectAll().where('orderId', '=', whole.orderId).orderBy('position').execute();
  for (const line of within(all, orderLineId)) {
    await sql.updateTable('OrderLine').set({ returnedMicro: goingAlong(line, whole, whole.returnedMicro) }).where('id', '=', line.id).execute();
  }
}
