import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Price } from '../entities/price.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { Product } from '../entities/product.ts';
import type { Stock } from '../entities/stock.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readPriceList, readPrices, readProducts, readStock } from '../use-cases/read-catalog.ts';

export interface CatalogLoaders {
  readonly productBySku: DataLoader<string, Product | undefined>;
  readonly stockBySku: DataLoader<string, Stock | undefined>;
  readonly pricesBySku: DataLoader<string, Price[]>;
  /** The list the viewer buys from. */
  priceList(): Promise<PriceList | undefined>;
}

/** One set a request: a list of products costs one statement a table. */
export function createLoaders(sql: Kysely<CatalogTables>, priceList: string): CatalogLoaders {
  let list: Promise<PriceList | undefined> | undefined;
  return {
    productBySku: loaderOf((skus) => readProducts(sql, skus)),
    stockBySku: loaderOf((skus) => readStock(sql, skus)),
    pricesBySku: new DataLoader(async (skus) => {
      const prices = await readPrices(sql, priceList, skus);
      return skus.map((sku) => prices.get(sku) ?? []);
    }),
    priceList: () => (list ??= readPriceList(sql, priceList)),
  };
}

function loaderOf<Row>(read: (skus: readonly string[]) => Promise<Map<string, Row>>): DataLoader<string, Row | undefined> {
  return new DataLoader(async (skus) => {
    const rows = await read(skus);
    return skus.map((sku) => rows.get(sku));
  });
}
