import type { Kysely } from '@mikro-orm/sqlite';
import type { Counted } from '../domain/availability.ts';
import { makeable, takenBy } from '../domain/expand-kits.ts';
import { isComposed, type ItemType } from '../domain/item-types.ts';
import type { StockSupply } from '../entities/stock-supply.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readStock } from './read-catalog.ts';
import { readParts } from './read-parts.ts';

type Sql = Kysely<CatalogTables>;

export interface Composable {
  readonly sku: string;
  readonly itemType: ItemType;
  readonly indivisible: boolean;
}

/** How much there is of each product; of what is put together, as much as its parts allow. Products that are not tracked are left out. */
export async function readComposedStock(sql: Sql, products: readonly Composable[]): Promise<Map<string, Counted>> {
  const composed = products.filter(({ itemType }) => isComposed(itemType));
  const parts = await readParts(sql, composed.map(({ sku }) => sku));
  const shelf = await readStock(sql, [...new Set(products.flatMap(({ sku }) => [...takenBy(sku, parts).keys()]))]);
  const counted = new Map<string, Counted>();
  for (const { sku, indivisible } of products) {
    const stock = parts.has(sku) ? makeable(sku, parts, shelf, indivisible) : shelf.get(sku);
    if (stock) counted.set(sku, stock);
  }
  return counted;
}

/** What is on its way, by SKU. Kits are put together of what lies there: nothing is on its way for them. */
export async function readSupplies(sql: Sql, skus: readonly string[]): Promise<Map<string, StockSupply[]>> {
  const rows = await sql.selectFrom('StockSupply').selectAll().where('sku', 'in', skus).execute();
  return Map.groupBy(rows, ({ sku }) => sku);
}
