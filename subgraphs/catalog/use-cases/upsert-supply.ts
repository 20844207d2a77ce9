import { refuse } from '#kernel/errors.ts';
import { allOrRefuse, judgeRows, refuseBadLoadSize } from '#kernel/load-rows.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { readProducts } from './read-catalog.ts';

export interface SupplyRecord {
  readonly externalId: string;
  readonly sku: string;
  readonly expectedOn: Date;
  readonly quantity: string;
}

/** What is on its way, found again by its external id; nothing more of it, and it is forgotten. All of them or none. @returns how many are on their way */
export function upsertSupply({ db }: CatalogContext, records: readonly SupplyRecord[]): Promise<number> {
  refuseBadLoadSize(records);
  return db.transact(async ({ sql }) => {
    const products = await readProducts(sql, records.map(({ sku }) => sku));
    const judged = judgeRows(records, ({ externalId }) => externalId, ({ externalId, sku, expectedOn, quantity }) => {
      if (externalId.trim() === '') throw refuse('BAD_USER_INPUT', 'The external id is empty.');
      if (!products.has(sku)) throw refuse('UNKNOWN_SKU', `There is no product ${sku}.`);
      return { externalId, sku, expectedOn, quantityMicro: toMicro(readQuantity(quantity)) };
    });
    const rows = [...new Map(allOrRefuse(judged, 'externalId').map((row) => [row.externalId, row])).values()]; // named twice, the last counts
    const gone = rows.filter(({ quantityMicro }) => quantityMicro === 0n).map(({ externalId }) => externalId);
    const coming = rows.filter(({ quantityMicro }) => quantityMicro > 0n);
    if (gone.length > 0) await sql.deleteFrom('StockSupply').where('externalId', 'in', gone).execute();
    if (coming.length > 0) {
      await sql
        .insertInto('StockSupply')
        .values(coming)
        .onConflict((oc) => oc.column('externalId').doUpdateSet((eb) => ({ sku: eb.ref('excluded.sku'), expectedOn: eb.ref('excluded.expectedOn'), quantityMicro: eb.ref('excluded.quantityMicro') })))
        .execute();
    }
    return coming.length;
  });
}
