import { allOrRefuse, refuseBadLoadSize } from '#kernel/load-rows.ts';
import type { CatalogContext } from '../context.ts';
import type { PriceRecord } from '../domain/complete-prices.ts';
import { refuseStale, type ExpectedVersion } from '../domain/refuse-stale.ts';
import type { PriceList } from '../entities/price-list.ts';
import { openPriceList, type WantedList } from './open-price-list.ts';
import { announcePrices, judgePrices, savePrices } from './save-prices.ts';

export interface PriceLoad extends WantedList {
  readonly prices: readonly PriceRecord[];
}

/** Loads prices into a list, made when missing; all of them or none. A load that changes nothing moves no version and tells nobody. */
export function upsertPrices({ db, viewer }: CatalogContext, { prices, ...wanted }: PriceLoad, expectedVersion?: ExpectedVersion): Promise<PriceList> {
  refuseBadLoadSize(prices);
  return db.transact(async (tx) => {
    const complete = allOrRefuse(await judgePrices(tx.sql, prices), 'sku');
    const list = await openPriceList(tx, wanted);
    refuseStale(`The price list ${list.code}`, expectedVersion, list.version);
    const skus = await savePrices(tx, list, complete);
    return skus.length === 0 ? list : { ...list, version: await announcePrices(tx, wanted.priceList, skus, viewer?.id ?? null) };
  });
}
