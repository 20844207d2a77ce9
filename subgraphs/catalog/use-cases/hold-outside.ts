import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import type { StockReservation } from '../entities/stock-reservation.ts';

/** The outside inventory system puts aside what we have put aside, for as long. A repeat asks again and holds once. [EXT-09] */
export async function holdOutside({ db, outside }: CatalogContext, reservationId: string): Promise<void> {
  const find = (): Promise<StockReservation> => db.sql.selectFrom('StockReservation').selectAll().where('id', '=', reservationId).executeTakeFirstOrThrow();
  const { state, outside: noted, asked, accountId, expiresAt } = await find();
  if (!outside.inventory || noted === null || state !== 'HELD') return;
  const lines = asked.map(({ sku, uom, quantity }) => ({ sku, uom: uom ?? null, quantity }));
  const answer = await outside.inventory.reserve({ id: reservationId, accountId, expiresAt, lines });
  if ('problem' in answer) {
    if (answer.problem === 'INSUFFICIENT_STOCK') throw refuse('INSUFFICIENT_STOCK', `Only ${answer.available} of ${answer.sku} are available.`, { sku: answer.sku, available: answer.available });
    throw refuse('AVAILABILITY_UNKNOWN', 'The stock could not be put aside; nothing was ordered. Try again in a moment.', { skus: asked.map(({ sku }) => sku), retriable: true });
  }
  await db.sql.updateTable('StockReservation').set({ outside: 'HELD' }).where('id', '=', reservationId).where('outside', '=', 'ASKED').execute();
  if ((await find()).state === 'RELEASED') throw refuse('INVALID_STATE', 'This reservation was given back meanwhile.', { reservationId }); // it is being told to let go
}
