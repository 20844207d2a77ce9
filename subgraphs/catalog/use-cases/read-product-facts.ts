import type { Kysely } from '@mikro-orm/sqlite';
import type { ItemType } from '../domain/item-types.ts';
import type { ListFacts, PriceRow, PricingFacts, ProductFacts } from '../domain/engine/pricing-facts.ts';
import type { CatalogTables } from '../entities/tables.ts';
import type { OptionClass } from '../domain/option-classes.ts';
import type { TaxClass } from '../domain/tax-classes.ts';
import { statementBySize } from './statement-by-size.ts';

/*
 * The hottest reads of the product: compiled beforehand, and rows taken as the database hands them over. Building the
 * statements and turning the rows into entities took four times as long as the database.
 */

type Stored = string | number;

interface ProductRecord {
  readonly sku: string;
  readonly name: string;
  readonly primaryUom: string;
  readonly uoms: string | string[];
  readonly indivisible: number | boolean;
  readonly returnable: number | boolean;
  readonly itemType: ItemType;
  readonly taxClass: TaxClass;
  readonly optionClasses: string | OptionClass[] | null;
  readonly weightMicro: Stored | null;
  readonly minQuantityMicro: Stored | null;
  readonly stepQuantityMicro: Stored | null;
  readonly onHandMicro: Stored | null;
  readonly reservedMicro: Stored | null;
  readonly listed: string | null;
  readonly limited: number | boolean;
}

interface PriceRecord extends ListFacts {
  readonly sku: string;
  readonly uom: string;
  readonly minQuantityMicro: Stored;
  readonly unitPriceMicro: Stored;
  readonly validFrom: Stored | Date;
  readonly validUntil: Stored | Date | null;
}

export interface KnownProduct extends ProductFacts {
  readonly itemType: ItemType;
}

export type ProductFactsReader = (site: string, skus: readonly string[]) => Promise<Map<string, KnownProduct>>;

/** Each product with its stock, by SKU: one statement. A site without an assortment sells everything. */
export function productFactsReader(sql: Kysely<CatalogTables>): ProductFactsReader {
  const plain = sql.withoutPlugins();
  const statement = statementBySize(([site = '', sameSite = ''] = [], skus = []) =>
    sql
      .selectFrom('Product')
      .select((eb) => eb.exists(eb.selectFrom('SiteAssortment as listing').select('listing.sku').where('listing.site', '=', site)).as('limited'))
      .leftJoin('Stock', 'Stock.sku', 'Product.sku')
      .leftJoin('SiteAssortment', (join) => join.on('SiteAssortment.site', '=', sameSite).onRef('SiteAssortment.sku', '=', 'Product.sku'))
      .select(['Product.sku as sku', 'Product.name as name', 'Product.primaryUom as primaryUom', 'Product.uoms as uoms', 'Product.weightMicro as weightMicro'])
      .select(['Product.indivisible as indivisible', 'Product.returnable as returnable', 'Product.itemType as itemType', 'Product.taxClass as taxClass', 'Product.optionClasses as optionClasses'])
      .select(['Product.minQuantityMicro as minQuantityMicro', 'Product.stepQuantityMicro as stepQuantityMicro', 'SiteAssortment.sku as listed'])
      .select(['Stock.onHandMicro as onHandMicro', 'Stock.reservedMicro as reservedMicro'])
      .where('Product.sku', 'in', skus)
      .compile(),
  );
  return async (site, skus) => {
    const { rows } = await plain.executeQuery(statement([site, site], skus));
    return new Map((rows as unknown as ProductRecord[]).map((row) => [row.sku, productOf(row)]));
  };
}

/** The prices of each product in some lists, with the lists: one statement, so that a list that is swapped meanwhile is the old one or the new one. */
export function priceFactsReader(sql: Kysely<CatalogTables>): (lists: readonly string[], skus: readonly string[]) => Promise<Pick<PricingFacts, 'lists' | 'prices'>> {
  const plain = sql.withoutPlugins();
  const statement = statementBySize((lists = [], skus = []) =>
    sql
      .selectFrom('Price')
      .innerJoin('PriceList', (join) => join.onRef('PriceList.code', '=', 'Price.priceList').onRef('PriceList.generation', '=', 'Price.generation'))
      .select(['Price.sku as sku', 'Price.uom as uom', 'Price.minQuantityMicro as minQuantityMicro', 'Price.unitPriceMicro as unitPriceMicro'])
      .select(['Price.validFrom as validFrom', 'Price.validUntil as validUntil'])
      .select(['PriceList.code as code', 'PriceList.currency as currency', 'PriceList.version as version', 'PriceList.tierRule as tierRule'])
      .where('Price.priceList', 'in', lists)
      .where('Price.sku', 'in', skus)
      .compile(),
  );
  return async (codes, skus) => {
    const { rows } = await plain.executeQuery(statement(codes, skus));
    const lists = new Map<string, ListFacts>();
    const prices = new Map<string, Map<string, PriceRow[]>>();
    for (const row of rows as unknown as PriceRecord[]) {
      if (!lists.has(row.code)) lists.set(row.code, { code: row.code, currency: row.currency, version: row.version, tierRule: row.tierRule });
      const ofSku = prices.get(row.sku) ?? new Map<string, PriceRow[]>();
      if (ofSku.size === 0) prices.set(row.sku, ofSku);
      const ofList = ofSku.get(row.code);
      if (ofList) ofList.push(priceOf(row));
      else ofSku.set(row.code, [priceOf(row)]);
    }
    return { lists, prices };
  };
}

function productOf({ name, primaryUom, uoms, itemType, taxClass, optionClasses, indivisible, returnable, weightMicro, minQuantityMicro, stepQuantityMicro, onHandMicro, reservedMicro, listed, limited }: ProductRecord): KnownProduct {
  return {
    name,
    primaryUom,
    uoms: typeof uoms === 'string' ? (JSON.parse(uoms) as string[]) : uoms,
    itemType,
    taxClass,
    optionClasses: typeof optionClasses === 'string' ? (JSON.parse(optionClasses) as OptionClass[]) : (optionClasses ?? undefined),
    sold: listed !== null || !limited,
    indivisible: Boolean(indivisible),
    returnable: Boolean(returnable),
    weightMicro: bigintOf(weightMicro),
    minQuantityMicro: bigintOf(minQuantityMicro),
    stepQuantityMicro: bigintOf(stepQuantityMicro),
    stock: onHandMicro === null || reservedMicro === null ? undefined : { onHandMicro: BigInt(onHandMicro), reservedMicro: BigInt(reservedMicro) },
  };
}

const bigintOf = (stored: Stored | null): bigint | null => (stored === null ? null : BigInt(stored));

const priceOf = ({ uom, minQuantityMicro, unitPriceMicro, validFrom, validUntil }: PriceRecord): PriceRow => ({
  uom,
  minQuantityMicro: BigInt(minQuantityMicro),
  unitPriceMicro: BigInt(unitPriceMicro),
  validFrom: new Date(validFrom),
  validUntil: validUntil === null ? null : new Date(validUntil),
});
