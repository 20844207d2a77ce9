import { refuse } from '#kernel/errors.ts';
import { judgeRows, refuseBadLoadSize, reportOn, rowsToWrite, type LoadPolicy, type LoadReport } from '#kernel/load-rows.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { countStock } from './count-stock.ts';
import { readProducts, readStock } from './read-catalog.ts';

export interface StockRecord {
  readonly sku: string;
  readonly onHand: string;
}

/** Counts of many products, as the policy says; a count that was known changes nothing. [EXT-01] */
export function loadStock({ db, viewer }: CatalogContext, records: readonly StockRecord[], policy: LoadPolicy): Promise<LoadReport> {
  refuseBadLoadSize(records);
  return db.transact(async (tx) => {
    const skus = [...new Set(records.map(({ sku }) => sku))];
    const [products, stock] = [await readProducts(tx.sql, skus), await readStock(tx.sql, skus)];
    const judged = judgeRows(records, ({ sku }) => sku, ({ sku, onHand }) => {
      if (!products.has(sku)) throw refuse('UNKNOWN_SKU', `There is no product ${sku}.`);
      const onHandMicro = toMicro(readQuantity(onHand));
      const reserved = stock.get(sku)?.reservedMicro ?? 0n;
      if (onHandMicro < reserved) throw refuse('BAD_USER_INPUT', `${fromMicro(reserved)} of ${sku} are held by checkouts; the count cannot be below that.`);
      return { sku, onHandMicro };
    });
    const last = new Map(rowsToWrite(judged, policy).map(({ sku, onHandMicro }) => [sku, onHandMicro])); // counted twice, the last counts
    for (const [sku, onHandMicro] of last) if (stock.get(sku)?.onHandMicro !== onHandMicro) await countStock(tx, sku, onHandMicro, viewer?.id ?? null);
    return reportOn(judged, policy, ({ sku }) => sku);
  });
}
