import type { CatalogContext } from '../context.ts';
import type { PriceListLoad } from '../entities/price-list-load.ts';
import { findPriceLoad, movePriceLoad } from './move-price-load.ts';

/** A load is given up; its rows are removed in the background. Given up twice it is given up. */
export function abandonPriceListLoad({ db, clock }: CatalogContext, loadId: string): Promise<PriceListLoad> {
  return db.transact(async (tx) => movePriceLoad(tx, await findPriceLoad(tx, loadId), 'abandon', clock.now()));
}
