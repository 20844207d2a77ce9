import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Counted } from '../domain/availability.ts';
import type { Category } from '../entities/category.ts';
import type { Component } from '../entities/component.ts';
import type { Price } from '../entities/price.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { Product } from '../entities/product.ts';
import type { ProductUnit } from '../entities/product-unit.ts';
import type { StockSupply } from '../entities/stock-supply.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readCategoriesOf } from '../use-cases/read-categories.ts';
import { readPriceList, readPrices, readProducts } from '../use-cases/read-catalog.ts';
import { readComponents } from '../use-cases/read-parts.ts';
import { readComposedStock, readSupplies } from '../use-cases/read-stock.ts';
import { readUnits } from '../use-cases/read-units.ts';

export interface CatalogLoaders {
  readonly productBySku: DataLoader<string, Product | undefined>;
  readonly stockOf: DataLoader<Product, Counted | undefined, string>;
  readonly suppliesBySku: DataLoader<string, StockSupply[] | undefined>;
  readonly unitsBySku: DataLoader<string, ProductUnit[] | undefined>;
  readonly componentsBySku: DataLoader<string, Component[] | undefined>;
  readonly categoriesBySku: DataLoader<string, Category[] | undefined>;
  readonly pricesBySku: DataLoader<string, Price[]>;
  /** The list the viewer buys from. */
  priceList(): Promise<PriceList | undefined>;
}

/** One set a request: a list of products costs one statement a table. */
export function createLoaders(sql: Kysely<CatalogTables>, priceList: string): CatalogLoaders {
  let list: Promise<PriceList | undefined> | undefined;
  const readList = (): Promise<PriceList | undefined> => (list ??= readPriceList(sql, priceList));
  return {
    productBySku: loaderOf((skus) => readProducts(sql, skus)),
    stockOf: new DataLoader<Product, Counted | undefined, string>(
      async (products) => {
        const stock = await readComposedStock(sql, products);
        return products.map(({ sku }) => stock.get(sku));
      },
      { cacheKeyFn: ({ sku }) => sku },
    ),
    suppliesBySku: loaderOf((skus) => readSupplies(sql, skus)),
    unitsBySku: loaderOf((skus) => readUnits(sql, skus)),
    componentsBySku: loaderOf((skus) => readComponents(sql, skus)),
    categoriesBySku: loaderOf((skus) => readCategoriesOf(sql, skus)),
    pricesBySku: new DataLoader(async (skus) => {
      const held = await readList();
      const prices = held ? await readPrices(sql, held, skus) : new Map<string, Price[]>();
      return skus.map((sku) => prices.get(sku) ?? []);
    }),
    priceList: readList,
  };
}

function loaderOf<Row>(read: (skus: readonly string[]) => Promise<Map<string, Row>>): DataLoader<string, Row | undefined> {
  return new DataLoader(async (skus) => {
    const rows = await read(skus);
    return skus.map((sku) => rows.get(sku));
  });
}
