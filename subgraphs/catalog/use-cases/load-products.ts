import { refuseBadLoadSize, reportOn, rowsToWrite, type LoadPolicy, type LoadReport } from '#kernel/load-rows.ts';
import type { CatalogContext } from '../context.ts';
import type { ProductRecord } from '../domain/complete-products.ts';
import { saveProducts } from './save-products.ts';
import { judgeProducts } from './upsert-products.ts';

/** Loads products row by row, as the policy says; the same load again comes to the same. [EXT-01] */
export function loadProducts({ db, clock }: CatalogContext, records: readonly ProductRecord[], policy: LoadPolicy): Promise<LoadReport> {
  refuseBadLoadSize(records);
  return db.transact(async (tx) => {
    const judged = await judgeProducts(tx.sql, records);
    await saveProducts(tx, rowsToWrite(judged, policy), clock.now());
    return reportOn(judged, policy, ({ sku }) => sku);
  });
}
