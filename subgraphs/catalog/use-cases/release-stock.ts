import { toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { findReservation, moveReservation } from './move-reservation.ts';
import { tellOutside } from './tell-outside.ts';

/** A checkout gives back what it held. Asked again, or before anything was held, it is true; what was committed stays committed. */
export function releaseStock({ db }: Pick<CatalogContext, 'db'>, reservationId: string): Promise<boolean> {
  return db.transact(async (tx) => {
    const reservation = await findReservation(tx, reservationId);
    if (!reservation) return true;
    for (const { sku, quantity } of await moveReservation(tx, reservation, 'release')) {
      await tx.sql
        .updateTable('Stock')
        .set((eb) => ({ reservedMicro: eb('reservedMicro', '-', toMicro(quantity)) }))
        .where('sku', '=', sku)
        .execute();
    }
    return true;
  });
}

/** Also outside, at once if it hears: its buyer may try again in the next moment. */
export async function releaseEverywhere(context: CatalogContext, reservationId: string): Promise<boolean> {
  await releaseStock(context, reservationId);
  await tellOutside(context, reservationId);
  return true;
}
