import type { Kysely } from '@mikro-orm/sqlite';
import { find } from '#kernel/statement.ts';
import type { OfferFacts } from '../domain/make-offer.ts';
import type { CatalogTables } from '../entities/tables.ts';

type Sql = Kysely<CatalogTables>;

/** Each product with its stock, by SKU. */
export async function findProducts(sql: Sql, skus: readonly string[]): Promise<Map<string, Pick<OfferFacts, 'product' | 'stock'>>> {
  const rows = await find(sql, selectProducts, { skus });
  return new Map(
    rows.map(({ onHandMicro, reservedMicro, ...product }) => [product.sku, { product, stock: onHandMicro === null || reservedMicro === null ? undefined : { onHandMicro, reservedMicro } }]),
  );
}

/** The prices of each product in a list, with the list, by SKU. */
export async function findPrices(sql: Sql, priceList: string, skus: readonly string[]): Promise<Map<string, Pick<OfferFacts, 'prices' | 'list'>>> {
  const bySku = Map.groupBy(await find(sql, selectPrices, { priceList, skus }), ({ sku }) => sku);
  return new Map([...bySku].map(([sku, prices]) => [sku, { prices, list: prices[0] }]));
}

const selectProducts = (sql: Sql, { skus }: { skus: readonly string[] }) =>
  sql
    .selectFrom('Product')
    .leftJoin('Stock', 'Stock.sku', 'Product.sku')
    .select(['Product.sku as sku', 'Product.name as name', 'Product.primaryUom as primaryUom', 'Product.uoms as uoms'])
    .select(['Product.indivisible as indivisible', 'Product.returnable as returnable'])
    .select(['Stock.onHandMicro as onHandMicro', 'Stock.reservedMicro as reservedMicro'])
    .where('Product.sku', 'in', skus);

const selectPrices = (sql: Sql, { priceList, skus }: { priceList: string; skus: readonly string[] }) =>
  sql
    .selectFrom('Price')
    .innerJoin('PriceList', 'PriceList.code', 'Price.priceList')
    .select(['Price.sku as sku', 'Price.uom as uom', 'Price.minQuantityMicro as minQuantityMicro', 'Price.unitPriceMicro as unitPriceMicro'])
    .select(['Price.validFrom as validFrom', 'Price.validUntil as validUntil'])
    .select(['PriceList.code as code', 'PriceList.currency as currency', 'PriceList.version as version'])
    .where('Price.priceList', '=', priceList)
    .where('Price.sku', 'in', skus);
