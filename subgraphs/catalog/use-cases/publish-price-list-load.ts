import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { CatalogContext } from '../context.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { findPriceLoad, movePriceLoad } from './move-price-load.ts';
import { announcePrices } from './save-prices.ts';

/** The whole list changes at once: who reads sees the old prices or the new ones. Published twice it is published once. */
export function publishPriceListLoad({ db, clock, viewer }: CatalogContext, loadId: string): Promise<PriceList> {
  return db.transact(async (tx) => {
    const load = await findPriceLoad(tx, loadId);
    const before = await readList(tx, load.priceList);
    const { moved } = await movePriceLoad(tx, load, 'publish', clock.now());
    if (!moved) return before;
    if (load.rows === 0) throw refuse('BAD_USER_INPUT', 'An empty list would leave everything without a price. Load its rows first.', { loadId });
    if (load.generation < before.generation) throw refuse('CONFLICT', 'A load that was begun later is published already.', { loadId });
    await tx.sql.updateTable('PriceList').set({ generation: load.generation }).where('code', '=', load.priceList).execute();
    await retire(tx, before, clock.now());
    await announcePrices(tx, load.priceList, 'all', viewer?.id ?? null);
    return readList(tx, load.priceList);
  });
}

/** Prices that came without a load are a generation too: from now on it has a row, so that it is found and removed. */
async function retire({ sql }: Tx<CatalogTables>, { code: priceList, generation }: PriceList, touchedAt: Date): Promise<void> {
  await sql
    .insertInto('PriceListLoad')
    .values({ id: newId(), priceList, generation, state: 'SUPERSEDED', rows: 0, touchedAt })
    .onConflict((oc) => oc.columns(['priceList', 'generation']).doUpdateSet({ state: 'SUPERSEDED', touchedAt }))
    .execute();
}

const readList = ({ sql }: Tx<CatalogTables>, code: string): Promise<PriceList> => sql.selectFrom('PriceList').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
