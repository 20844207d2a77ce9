import DataLoader from 'dataloader';
import type { CatalogContext } from '../context.ts';
import type { Counted } from '../domain/availability.ts';
import type { UnitPricedLine } from '../domain/engine/priced-document.ts';
import type { OfferRequest } from '../domain/make-offer.ts';
import type { Category } from '../entities/category.ts';
import type { Component } from '../entities/component.ts';
import type { Product } from '../entities/product.ts';
import type { ProductUnit } from '../entities/product-unit.ts';
import type { StockSupply } from '../entities/stock-supply.ts';
import { readCategoriesOf } from '../use-cases/read-categories.ts';
import { readProducts } from '../use-cases/read-catalog.ts';
import { priceAlone } from '../use-cases/read-offers.ts';
import { readComponents } from '../use-cases/read-parts.ts';
import { readComposedStock, readSupplies } from '../use-cases/read-stock.ts';
import { readSubstitutes } from '../use-cases/read-substitutes.ts';
import { readUnits } from '../use-cases/read-units.ts';

export interface CatalogLoaders {
  readonly productBySku: DataLoader<string, Product | undefined>;
  readonly stockOf: DataLoader<Product, Counted | undefined, string>;
  readonly suppliesBySku: DataLoader<string, StockSupply[] | undefined>;
  readonly unitsBySku: DataLoader<string, ProductUnit[] | undefined>;
  readonly componentsBySku: DataLoader<string, Component[] | undefined>;
  readonly substitutesBySku: DataLoader<string, string[] | undefined>;
  readonly categoriesBySku: DataLoader<string, Category[] | undefined>;
  /** The accounts that may use an agreement. */
  readonly accountsByAgreement: DataLoader<string, string[]>;
  /** What the viewer pays for so much of a product, by itself. */
  readonly priced: DataLoader<OfferRequest, { line: UnitPricedLine; currency: string }, string>;
}

/** One set a request: a list of products costs one statement a table. */
export function createLoaders(context: Pick<CatalogContext, 'db' | 'config' | 'pricingFacts' | 'clock' | 'viewer'>): CatalogLoaders {
  const { sql } = context.db;
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
    substitutesBySku: loaderOf((skus) => readSubstitutes(context, skus)),
    categoriesBySku: loaderOf((skus) => readCategoriesOf(sql, skus)),
    accountsByAgreement: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('AgreementAccount').selectAll().where('agreementId', 'in', ids).orderBy('accountId').execute();
      const byId = Map.groupBy(rows, (row) => row.agreementId);
      return ids.map((id) => (byId.get(id) ?? []).map(({ accountId }) => accountId));
    }),
    priced: new DataLoader(
      async (wishes) => {
        const { lines, currency } = await priceAlone(context, wishes);
        return lines.map((line) => ({ line, currency }));
      },
      { cacheKeyFn: ({ sku, quantity, uom }) => JSON.stringify([sku, quantity, uom]), maxBatchSize: 2_000 },
    ),
  };
}

function loaderOf<Row>(read: (skus: readonly string[]) => Promise<Map<string, Row>>): DataLoader<string, Row | undefined> {
  return new DataLoader(async (skus) => {
    const rows = await read(skus);
    return skus.map((sku) => rows.get(sku));
  });
}
