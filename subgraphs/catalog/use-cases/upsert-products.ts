import type { Kysely } from '@mikro-orm/sqlite';
import { allOrRefuse, judgeRows, refuseBadLoadSize, type JudgedRows } from '#kernel/load-rows.ts';
import type { CatalogContext } from '../context.ts';
import { createProductCompleter, type CompleteProduct, type ProductRecord } from '../domain/complete-products.ts';
import type { Product } from '../entities/product.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { saveProducts } from './save-products.ts';

/** Loads products, found again by SKU; all of them or none. Loading the same again changes nothing but their version. */
export function upsertProducts({ db, clock }: CatalogContext, records: readonly ProductRecord[]): Promise<Product[]> {
  refuseBadLoadSize(records);
  return db.transact(async (tx) => saveProducts(tx, allOrRefuse(await judgeProducts(tx.sql, records), 'sku'), clock.now()));
}

export async function judgeProducts(sql: Kysely<CatalogTables>, records: readonly ProductRecord[]): Promise<JudgedRows<CompleteProduct>> {
  const named = [...new Set(records.flatMap(({ categories }) => categories ?? []))];
  const known = named.length === 0 ? [] : await sql.selectFrom('Category').select('code').where('code', 'in', named).execute();
  return judgeRows(records, ({ sku }) => sku, createProductCompleter(new Set(known.map(({ code }) => code))));
}
