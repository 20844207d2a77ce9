import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import type { StockReservation } from '../entities/stock-reservation.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { findReservation, moveReservation } from './move-reservation.ts';

/** What a checkout held leaves the stock for good. Asked again it is true again; what was given back cannot be committed. */
export function commitStock({ db }: CatalogContext, reservationId: string): Promise<boolean> {
  return db.transact(async (tx) => {
    const reservation = await findReservation(tx, reservationId);
    if (!reservation) throw refuse('NOT_FOUND', 'There is no such reservation.', { reservationId });
    await takeHeld(tx, reservation);
    return true;
  });
}

export async function takeHeld(tx: Tx<CatalogTables>, reservation: StockReservation): Promise<void> {
  for (const { sku, quantity } of await moveReservation(tx, reservation, 'commit')) {
    const micro = toMicro(quantity);
    await tx.sql
      .updateTable('Stock')
      .set((eb) => ({ onHandMicro: eb('onHandMicro', '-', micro), reservedMicro: eb('reservedMicro', '-', micro) }))
      .where('sku', '=', sku)
      .execute();
  }
}
