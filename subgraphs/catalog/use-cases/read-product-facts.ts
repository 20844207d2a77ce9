import type { Kysely } from '@mikro-orm/sqlite';
import { find } from '#kernel/statement.ts';
import type { ItemType } from '../domain/item-types.ts';
import type { ListFacts, PriceRow, PricingFacts, ProductFacts } from '../domain/engine/pricing-facts.ts';
import type { CatalogTables } from '../entities/tables.ts';

/* The hottest reads of the product: compiled beforehand, at most one statement each. */

export interface KnownProduct extends ProductFacts {
  readonly itemType: ItemType;
}

export type ProductFactsReader = (site: string, skus: readonly string[]) => Promise<Map<string, KnownProduct>>;

/** Each product with its stock, by SKU: one statement. A site without an assortment sells everything. */
export function productFactsReader(sql: CatalogSql): ProductFactsReader {
  return async (site, wantedSkus) => new Map((await find(sql, selectProducts, { site, wantedSkus })).map((row) => [row.sku, productOf(row)]));
}

type CatalogSql = Kysely<CatalogTables>;

const selectProducts = (sql: CatalogSql, { site, wantedSkus }: { site: string; wantedSkus: readonly string[] }) =>
  sql
    .selectFrom('Product')
    .select((eb) => eb.exists(eb.selectFrom('SiteAssortment as listing').select('listing.sku').where('listing.site', '=', site)).as('limited'))
    .leftJoin('Stock', 'Stock.sku', 'Product.sku')
    .leftJoin('SiteAssortment', (join) => join.on('SiteAssortment.site', '=', site).onRef('SiteAssortment.sku', '=', 'Product.sku'))
    .select(['Product.sku as sku', 'Product.name as name', 'Product.primaryUom as primaryUom', 'Product.uoms as uoms', 'Product.weightMicro as weightMicro'])
    .select(['Product.indivisible as indivisible', 'Product.returnable as returnable', 'Product.itemType as itemType', 'Product.taxClass as taxClass', 'Product.optionClasses as optionClasses'])
    .select(['Product.minQuantityMicro as minQuantityMicro', 'Product.stepQuantityMicro as stepQuantityMicro', 'SiteAssortment.sku as listed'])
    .select(['Stock.onHandMicro as onHandMicro', 'Stock.reservedMicro as reservedMicro'])
    .where('Product.sku', 'in', wantedSkus);

type ProductRow = Awaited<ReturnType<ReturnType<typeof selectProducts>['execute']>>[number];

/** The prices of each product in some lists, with the lists: one statement, so that a list that is swapped meanwhile is the old one or the new one. */
export function priceFactsReader(sql: CatalogSql): (lists: readonly string[], skus: readonly string[]) => Promise<Pick<PricingFacts, 'lists' | 'prices'>> {
  return async (wantedLists, wantedSkus) => {
    const lists = new Map<string, ListFacts>();
    const prices = new Map<string, Map<string, PriceRow[]>>();
    for (const { code, currency, version, tierRule, sku, uom, minQuantityMicro, unitPriceMicro, validFrom, validUntil } of await find(sql, selectPrices, { wantedLists, wantedSkus })) {
      if (!lists.has(code)) lists.set(code, { code, currency, version, tierRule });
      const price = { uom, minQuantityMicro, unitPriceMicro, validFrom, validUntil: validUntil ?? null };
      const ofSku = prices.get(sku) ?? new Map<string, PriceRow[]>();
      if (ofSku.size === 0) prices.set(sku, ofSku);
      const ofList = ofSku.get(code);
      if (ofList) ofList.push(price);
      else ofSku.set(code, [price]);
    }
    return { lists, prices };
  };
}

const selectPrices = (sql: CatalogSql, { wantedLists, wantedSkus }: { wantedLists: readonly string[]; wantedSkus: readonly string[] }) =>
  sql
    .selectFrom('Price')
    .innerJoin('PriceList', (join) => join.onRef('PriceList.code', '=', 'Price.priceList').onRef('PriceList.generation', '=', 'Price.generation'))
    .select(['Price.sku as sku', 'Price.uom as uom', 'Price.minQuantityMicro as minQuantityMicro', 'Price.unitPriceMicro as unitPriceMicro'])
    .select(['Price.validFrom as validFrom', 'Price.validUntil as validUntil'])
    .select(['PriceList.code as code', 'PriceList.currency as currency', 'PriceList.version as version', 'PriceList.tierRule as tierRule'])
    .where('Price.priceList', 'in', wantedLists)
    .where('Price.sku', 'in', wantedSkus);

const productOf = ({ optionClasses, weightMicro, minQuantityMicro, stepQuantityMicro, onHandMicro, reservedMicro, listed, limited, ...product }: ProductRow): KnownProduct => ({
  ...product,
  optionClasses: optionClasses ?? undefined,
  sold: listed != null || !limited,
  weightMicro: weightMicro ?? null,
  minQuantityMicro: minQuantityMicro ?? null,
  stepQuantityMicro: stepQuantityMicro ?? null,
  stock: onHandMicro == null || reservedMicro == null ? undefined : { onHandMicro, reservedMicro },
});
