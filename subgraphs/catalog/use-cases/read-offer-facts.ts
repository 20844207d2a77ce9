import type { Kysely } from '@mikro-orm/sqlite';
import type { CatalogConfig } from '../config.ts';
import type { ItemType } from '../domain/item-types.ts';
import type { PriceRow } from '../domain/find-price.ts';
import type { OfferFacts } from '../domain/make-offer.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { statementBySize } from './statement-by-size.ts';

/*
 * The hottest read of the product: two statements, compiled beforehand, and rows taken as the database hands them over.
 * Building the statements and turning the rows into entities took four times as long as the database.
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
  readonly minQuantityMicro: Stored | null;
  readonly stepQuantityMicro: Stored | null;
  readonly onHandMicro: Stored | null;
  readonly reservedMicro: Stored | null;
  readonly listed: string | null;
  readonly limited: number | boolean;
}

interface PriceRecord {
  readonly sku: string;
  readonly uom: string;
  readonly minQuantityMicro: Stored;
  readonly unitPriceMicro: Stored;
  readonly validFrom: Stored | Date;
  readonly validUntil: Stored | Date | null;
  readonly code: string;
  readonly currency: string;
  readonly version: number;
}

export interface Known extends Pick<OfferFacts, 'product' | 'stock'> {
  /** Whether the site sells it. */
  readonly sold: boolean;
}
type Priced = Pick<OfferFacts, 'prices' | 'list'>;

export interface OfferFactsReader {
  /** Each product with its stock, by SKU. */
  products(skus: readonly string[]): Promise<Map<string, Known>>;
  /** The prices of each product in the list, with the list, by SKU. */
  prices(skus: readonly string[]): Promise<Map<string, Priced>>;
}

/** One a process: it keeps the statements it has compiled. */
export function createOfferFactsReader(sql: Kysely<CatalogTables>, { sitePriceList: priceList, site }: Pick<CatalogConfig, 'sitePriceList' | 'site'>): OfferFactsReader {
  const plain = sql.withoutPlugins();
  const productsStatement = statementBySize((skus) =>
    sql
      .selectFrom('Product')
      .leftJoin('Stock', 'Stock.sku', 'Product.sku')
      .select(['Product.sku as sku', 'Product.name as name', 'Product.primaryUom as primaryUom', 'Product.uoms as uoms'])
      .select(['Product.indivisible as indivisible', 'Product.returnable as returnable', 'Product.itemType as itemType'])
      .select(['Product.minQuantityMicro as minQuantityMicro', 'Product.stepQuantityMicro as stepQuantityMicro'])
      .select(['Stock.onHandMicro as onHandMicro', 'Stock.reservedMicro as reservedMicro'])
      .leftJoin('SiteAssortment', (join) => join.on('SiteAssortment.site', '=', site).onRef('SiteAssortment.sku', '=', 'Product.sku'))
      .select((eb) => [
        'SiteAssortment.sku as listed',
        eb.exists(eb.selectFrom('SiteAssortment as any').select('any.sku').where('any.site', '=', site)).as('limited'),
      ])
      .where('Product.sku', 'in', skus)
      .compile(),
  );
  const pricesStatement = statementBySize((skus) =>
    sql
      .selectFrom('Price')
      .innerJoin('PriceList', (join) => join.onRef('PriceList.code', '=', 'Price.priceList').onRef('PriceList.generation', '=', 'Price.generation'))
      .select(['Price.sku as sku', 'Price.uom as uom', 'Price.minQuantityMicro as minQuantityMicro', 'Price.unitPriceMicro as unitPriceMicro'])
      .select(['Price.validFrom as validFrom', 'Price.validUntil as validUntil'])
      .select(['PriceList.code as code', 'PriceList.currency as currency', 'PriceList.version as version'])
      .where('Price.priceList', '=', priceList)
      .where('Price.sku', 'in', skus)
      .compile(),
  );

  return {
    async products(skus) {
      const { rows } = await plain.executeQuery(productsStatement(skus));
      return new Map((rows as unknown as ProductRecord[]).map((row) => [row.sku, knownOf(row)]));
    },
    async prices(skus) {
      const { rows } = await plain.executeQuery(pricesStatement(skus));
      const bySku = new Map<string, { list: PriceRecord; prices: PriceRow[] }>();
      for (const row of rows as unknown as PriceRecord[]) {
        const known = bySku.get(row.sku);
        if (known) known.prices.push(priceOf(row));
        else bySku.set(row.sku, { list: row, prices: [priceOf(row)] });
      }
      return bySku;
    },
  };
}

function knownOf({ name, primaryUom, uoms, itemType, indivisible, returnable, minQuantityMicro, stepQuantityMicro, onHandMicro, reservedMicro, listed, limited }: ProductRecord): Known {
  return {
    sold: listed !== null || !limited,
    product: {
      itemType,
      minQuantityMicro: bigintOf(minQuantityMicro),
      stepQuantityMicro: bigintOf(stepQuantityMicro),
      name,
      primaryUom,
      uoms: typeof uoms === 'string' ? (JSON.parse(uoms) as string[]) : uoms,
      indivisible: Boolean(indivisible),
      returnable: Boolean(returnable),
    },
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
