import { refuse } from '#kernel/errors.ts';
import { allOrRefuse, judgeRows, refuseBadLoadSize } from '#kernel/load-rows.ts';
import type { CatalogContext } from '../context.ts';
import { foldForSearch } from '../domain/search-text.ts';
import { readProducts } from './read-catalog.ts';

export interface PartNumberRecord {
  readonly partNumber: string;
  readonly sku: string;
  readonly rank?: number | null;
}

/** What an account calls products; all of them or none. @returns how many it has now */
export function upsertCustomerPartNumbers({ db }: CatalogContext, accountId: string, records: readonly PartNumberRecord[]): Promise<number> {
  refuseBadLoadSize(records);
  return db.transact(async ({ sql }) => {
    const products = await readProducts(sql, records.map(({ sku }) => sku));
    const judged = judgeRows(records, ({ partNumber }) => partNumber, ({ partNumber, sku, rank }) => {
      if (partNumber.trim() === '') throw refuse('BAD_USER_INPUT', 'The part number is empty.');
      if (!products.has(sku)) throw refuse('UNKNOWN_SKU', `There is no product ${sku}.`);
      return { accountId, partNumber: partNumber.trim(), sku, rank: rank ?? 0, searchText: foldForSearch(partNumber) };
    });
    const rows = new Map(allOrRefuse(judged, 'partNumber').map((row) => [JSON.stringify([row.partNumber, row.sku]), row])); // named twice, the last counts
    await sql
      .insertInto('CustomerPartNumber')
      .values([...rows.values()])
      .onConflict((oc) => oc.columns(['accountId', 'partNumber', 'sku']).doUpdateSet((eb) => ({ rank: eb.ref('excluded.rank') })))
      .execute();
    const { known } = await sql.selectFrom('CustomerPartNumber').select((eb) => eb.fn.countAll<number>().as('known')).where('accountId', '=', accountId).executeTakeFirstOrThrow();
    return Number(known);
  });
}
