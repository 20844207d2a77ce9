import { setImmediate as breath } from 'node:timers/promises';
import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { refuseBadLoadSize, reportOn, rowsToWrite, type LoadPolicy, type LoadReport } from '#kernel/load-rows.ts';
import type { CatalogContext } from '../context.ts';
import type { CompletePrice, PriceRecord } from '../domain/complete-prices.ts';
import type { TierRule } from '../domain/engine/pricing-facts.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { findPriceLoad, movePriceLoad } from './move-price-load.ts';
import { openPriceList } from './open-price-list.ts';
import { announcePrices, judgePrices, savePrices } from './save-prices.ts';

/** Rows of one transaction of a load nobody sees. */
const SLICE = 100;

export interface PriceTarget {
  /** Prices that hold at once. */
  readonly priceList?: string | null;
  readonly currency?: string | null;
  /** Of a list that is made now. */
  readonly tierRule?: TierRule | null;
  /** Or those of a generation nobody sees yet. */
  readonly loadId?: string | null;
}

/** Loads prices row by row, as the policy says; the same rows again come to the same, so a chunk may be sent twice. [EXT-01, EXT-03] */
export async function loadPrices(context: CatalogContext, target: PriceTarget, prices: readonly PriceRecord[], policy: LoadPolicy): Promise<LoadReport> {
  refuseBadLoadSize(prices);
  if ((target.priceList == null) === (target.loadId == null)) throw refuse('BAD_USER_INPUT', 'Name a price list or a load of one.', {});
  const judged = await judgePrices(context.db.sql, prices); // outside the transaction: products are looked up while others write
  const write = rowsToWrite(judged, policy);
  if (target.loadId == null) await context.db.transact((tx) => writeNow(tx, context, target, write));
  else await writeUnseen(context, target.loadId, write);
  return reportOn(judged, policy, ({ sku }) => sku);
}

async function writeNow(tx: Tx<CatalogTables>, { viewer }: CatalogContext, { priceList, currency, tierRule }: PriceTarget, prices: readonly CompletePrice[]): Promise<void> {
  if (prices.length === 0) return;
  const list = await openPriceList(tx, { priceList: priceList ?? '', currency, tierRule });
  const skus = await savePrices(tx, list, prices);
  if (skus.length > 0) await announcePrices(tx, list.code, skus, viewer?.id ?? null);
}

/**
 * A little at a time, so that carts are edited in between: nobody sees the rows yet, and a chunk that was cut off is sent
 * again. Also without rows it is asked whether the load takes any.
 */
async function writeUnseen({ db, clock }: CatalogContext, loadId: string, prices: readonly CompletePrice[]): Promise<void> {
  for (let from = 0; from === 0 || from < prices.length; from += SLICE) {
    const some = prices.slice(from, from + SLICE);
    await db.transact(async (tx) => {
      const load = await findPriceLoad(tx, loadId);
      await movePriceLoad(tx, load, 'load', clock.now(), some.length);
      await savePrices(tx, { code: load.priceList, generation: load.generation }, some);
    });
    await breath();
  }
}
