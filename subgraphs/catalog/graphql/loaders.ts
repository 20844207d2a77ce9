import DataLoader from 'dataloader';
import type { UnitPricedLine } from '../domain/engine/priced-document.ts';
import type { OfferRequest } from '../domain/make-offer.ts';
import type { Product } from '../entities/product.ts';
import type { Stock } from '../entities/stock.ts';
import type { CatalogContext } from '../context.ts';
import { readProducts, readStock } from '../use-cases/read-catalog.ts';
import { priceAlone } from '../use-cases/read-offers.ts';

export interface CatalogLoaders {
  readonly productBySku: DataLoader<string, Product | undefined>;
  readonly stockBySku: DataLoader<string, Stock | undefined>;
  /** The accounts that may use an agreement. */
  readonly accountsByAgreement: DataLoader<string, string[]>;
  /** What the viewer pays for so much of a product, by itself. */
  readonly priced: DataLoader<OfferRequest, { line: UnitPricedLine; currency: string }, string>;
}

/** One set a request: a list of products costs one statement a table. */
export function createLoaders(context: Pick<CatalogContext, 'db' | 'pricingFacts' | 'clock' | 'viewer'>): CatalogLoaders {
  const { sql } = context.db;
  return {
    productBySku: loaderOf((skus) => readProducts(sql, skus)),
    stockBySku: loaderOf((skus) => readStock(sql, skus)),
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
