import { setTimeout as pause } from 'node:timers/promises';
import type { CatalogContext } from '../context.ts';
import type { PriceListLoad } from '../entities/price-list-load.ts';
import { movePriceLoad } from './move-price-load.ts';

/** Readers find out the generation first and read its prices then; by now even the slowest has ended. */
const KEPT_MS = 60_000;
const ABANDONED_AFTER_MS = 24 * 60 * 60_000;
/** Small enough that nobody who waits for the database notices. */
const BATCH = 500;
const BREATH_MS = 5;

/** Removes generations nobody reads any more, a few rows at a time, and gives up loads nobody went on with. @returns how many rows went */
export async function sweepPriceLists(context: CatalogContext): Promise<number> {
  const now = context.clock.now().getTime();
  for (const load of await staleLoads(context, ['OPEN'], new Date(now - ABANDONED_AFTER_MS))) {
    await context.db.transact((tx) => movePriceLoad(tx, load, 'abandon', context.clock.now()));
  }
  let removed = 0;
  for (const load of await staleLoads(context, ['SUPERSEDED', 'ABANDONED'], new Date(now - KEPT_MS))) removed += await removeRows(context, load);
  return removed;
}

const staleLoads = ({ db: { sql } }: CatalogContext, states: PriceListLoad['state'][], before: Date): Promise<PriceListLoad[]> =>
  sql.selectFrom('PriceListLoad').selectAll().where('state', 'in', states).where('touchedAt', '<=', before).execute();

/** A crash half-way leaves the rest to the next round: the load is marked only when no row is left. */
async function removeRows({ db, clock }: CatalogContext, load: PriceListLoad): Promise<number> {
  for (let removed = 0; ; ) {
    const some = await db.sql
      .deleteFrom('Price')
      .where('id', 'in', (eb) => eb.selectFrom('Price').select('id').where('priceList', '=', load.priceList).where('generation', '=', load.generation).limit(BATCH))
      .executeTakeFirst();
    removed += Number(some.numDeletedRows);
    if (some.numDeletedRows < BATCH) {
      await db.transact((tx) => movePriceLoad(tx, load, 'remove', clock.now()));
      return removed;
    }
    await pause(BREATH_MS);
  }
}
