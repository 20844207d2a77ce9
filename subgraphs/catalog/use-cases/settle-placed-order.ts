import type { Tx } from '#kernel/database.ts';
import { judge } from '#kernel/lifecycle.ts';
import { fromMicro, minus, toMicro } from '#kernel/quantity.ts';
import type { HeldLine } from '../domain/held-lines.ts';
import { RESERVATION_LIFECYCLE } from '../domain/reservation-lifecycle.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { takeHeld } from './commit-stock.ts';
import { findReservation, moveReservation } from './move-reservation.ts';

/**
 * An order was placed: its stock leaves. The order is a fact, so a reservation that expired on the way is no reason to
 * refuse: what is left is taken, and what is missing is announced.
 */
export async function settlePlacedOrder(tx: Tx<CatalogTables>, reservationId: string, orderId: string): Promise<void> {
  const reservation = await findReservation(tx, reservationId);
  if (!reservation) return;
  const late = judge(RESERVATION_LIFECYCLE, { status: reservation.state, command: 'commitLate', roles: ['checkout'], facts: null });
  if (!late.allowed) return takeHeld(tx, reservation);
  const wanted = await moveReservation(tx, reservation, 'commitLate');
  const taken: HeldLine[] = [];
  for (const line of wanted) {
    const missing = await takeLate(tx, line, orderId);
    taken.push({ ...line, quantity: minus(line.quantity, missing), missing });
  }
  const untracked = reservation.lines.filter(({ tracked }) => !tracked);
  await tx.sql.updateTable('StockReservation').set({ lines: [...taken, ...untracked] }).where('id', '=', reservation.id).execute(); // what was not there cannot come back
}

/** @returns what is missing */
async function takeLate(tx: Tx<CatalogTables>, { sku, quantity }: HeldLine, orderId: string): Promise<string> {
  const micro = toMicro(quantity);
  const taken = await tx.sql
    .updateTable('Stock')
    .set((eb) => ({ onHandMicro: eb('onHandMicro', '-', micro) }))
    .where('sku', '=', sku)
    .where((eb) => eb(eb('onHandMicro', '-', eb.ref('reservedMicro')), '>=', micro))
    .returning('sku')
    .executeTakeFirst();
  if (taken) return '0';
  const { onHandMicro, reservedMicro, version } = await tx.sql
    .updateTable('Stock')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('sku', '=', sku)
    .returning(['onHandMicro', 'reservedMicro', 'version'])
    .executeTakeFirstOrThrow();
  await tx.sql.updateTable('Stock').set({ onHandMicro: reservedMicro }).where('sku', '=', sku).execute();
  const missing = fromMicro(micro - (onHandMicro - reservedMicro));
  await tx.announce({
    accountId: SELLER_ACCOUNT,
    aggregateType: 'stock',
    aggregateId: sku,
    aggregateVersion: version,
    type: 'STOCK_OVERSOLD',
    payload: { sku, orderId, missing },
    actorId: null,
  });
  return missing;
}
