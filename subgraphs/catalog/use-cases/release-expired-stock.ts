import { isRefusal } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import { releaseStock } from './release-stock.ts';

const BATCH = 200;

/** Takes stock back from checkouts that are too late, one transaction each: a crash half-way loses nothing. @returns how many */
export async function releaseExpiredStock({ db, clock }: CatalogContext): Promise<number> {
  const expired = await db.sql
    .selectFrom('StockReservation')
    .select('id')
    .where('state', '=', 'HELD')
    .where('expiresAt', '<=', clock.now())
    .orderBy('expiresAt')
    .limit(BATCH)
    .execute();
  for (const { id } of expired) {
    await releaseStock({ db }, id).catch((error: unknown) => {
      if (!isRefusal(error, 'INVALID_STATE')) throw error; // committed in the last moment: that is the better end
    });
  }
  return expired.length;
}
