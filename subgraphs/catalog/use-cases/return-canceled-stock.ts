import type { Tx } from '#kernel/database.ts';
import { judge } from '#kernel/lifecycle.ts';
import { toMicro } from '#kernel/quantity.ts';
import { RESERVATION_LIFECYCLE } from '../domain/reservation-lifecycle.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { findReservation, moveReservation } from './move-reservation.ts';

/** An order was called off: what left the stock for it is there again, once. */
export async function returnCanceledStock(tx: Tx<CatalogTables>, reservationId: string): Promise<void> {
  const reservation = await findReservation(tx, reservationId);
  if (!reservation || !judge(RESERVATION_LIFECYCLE, { status: reservation.state, command: 'restock', roles: ['checkout'], facts: null }).allowed) return;
  for (const { sku, quantity } of await moveReservation(tx, reservation, 'restock')) {
    await tx.sql
      .updateTable('Stock')
      .set((eb) => ({ onHandMicro: eb('onHandMicro', '+', toMicro(quantity)) }))
      .where('sku', '=', sku)
      .execute();
  }
}
