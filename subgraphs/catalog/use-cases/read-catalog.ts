import type { Kysely } from '@mikro-orm/sqlite';
import type { Price } from '../entities/price.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { Product } from '../entities/product.ts';
import type { Stock } from '../entities/stock.ts';
import type { CatalogTables } from '../entities/tables.ts';

type Sql = Kysely<CatalogTables>;

/** Databases bound how many values one statement may carry. */
const CHUNK = 1_000;

export const readPriceList = (sql: Sql, code: string): Promise<PriceList | undefined> =>
  sql.selectFrom('PriceList').selectAll().where('code', '=', code).executeTakeFirst();

export async function readProducts(sql: Sql, skus: readonly string[]): Promise<Map<string, Product>> {
  const rows = await inChunks(skus, (some) => sql.selectFrom('Product').selectAll().where('sku', 'in', some).execute());
  return new Map(rows.map((row) => [row.sku, row]));
}

export async function readStock(sql: Sql, skus: readonly string[]): Promise<Map<string, Stock>> {
  const rows = await inChunks(skus, (some) => sql.selectFrom('Stock').selectAll().where('sku', 'in', some).execute());
  return new Map(rows.map((row) => [row.sku, row]));
}

/** Prices of the generation that held when the list was read: whatever is published meanwhile, one request sees one list. */
export async function readPrices(sql: Sql, list: Pick<PriceList, 'code' | 'generation'>, skus: readonly string[]): Promise<Map<string, Price[]>> {
  const rows = await inChunks(skus, (some) =>
    sql.selectFrom('Price').selectAll().where('priceList', '=', list.code).where('generation', '=', list.generation).where('sku', 'in', some).execute(),
  );
  return Map.groupBy(rows, (row) => row.sku);
}

async function inChunks<Row>(skus: readonly string[], read: (some: readonly string[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < skus.length; from += CHUNK) rows.push(...(await read(skus.slice(from, from + CHUNK))));
  return rows;
}
