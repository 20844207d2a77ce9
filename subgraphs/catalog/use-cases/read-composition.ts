import type { Kysely } from '@mikro-orm/sqlite';
import { makeable } from '../domain/expand-kits.ts';
import type { PricingFacts, ProductFacts } from '../domain/engine/pricing-facts.ts';
import type { LineRequest } from '../domain/engine/pricing-request.ts';
import { isComposed } from '../domain/item-types.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readParts } from './read-parts.ts';
import type { KnownProduct } from './read-product-facts.ts';
import { readUnits } from './read-units.ts';

type Known = ReadonlyMap<string, KnownProduct>;

/** Gives kits their parts, and the stock these are enough for; reads nothing when there is no kit. */
export async function withParts(sql: Kysely<CatalogTables>, products: Known, read: (skus: readonly string[]) => Promise<Known>): Promise<{ products: Known; partSkus: string[] }> {
  const kits = [...products].filter(([, { itemType }]) => isComposed(itemType)).map(([sku]) => sku);
  const parts = kits.length === 0 ? new Map<string, never>() : await readParts(sql, kits);
  const partSkus = [...new Set([...parts.values()].flat().map(({ componentSku }) => componentSku))];
  if (partSkus.length === 0) return { products, partSkus };

  const missing = partSkus.filter((sku) => !products.has(sku));
  const all = new Map([...products, ...(missing.length === 0 ? [] : await read(missing))]);
  const shelf = new Map([...all].flatMap(([sku, { stock }]) => (stock ? [[sku, stock]] : [])));
  const composed = [...all].map(([sku, product]): [string, KnownProduct] =>
    parts.has(sku) ? [sku, { ...product, parts: parts.get(sku), stock: makeable(sku, parts, shelf, product.indivisible) }] : [sku, product],
  );
  return { products: new Map(composed), partSkus };
}

/** Gives products the factors of their units where one is asked for, or priced, that is not the primary one: most lines need none. */
export async function withFactors(sql: Kysely<CatalogTables>, products: Known, prices: PricingFacts['prices'], lines: readonly LineRequest[]): Promise<ReadonlyMap<string, ProductFacts>> {
  const asked = lines.filter(({ sku, uom }) => uom != null && uom !== products.get(sku)?.primaryUom).map(({ sku }) => sku);
  const priced = [...prices].filter(([sku, lists]) => [...lists.values()].some((rows) => !rows.some(({ uom }) => uom === products.get(sku)?.primaryUom))).map(([sku]) => sku);
  const skus = [...new Set([...asked, ...priced])];
  if (skus.length === 0) return products;
  const units = await readUnits(sql, skus);
  return new Map([...products].map(([sku, product]) => [sku, units.has(sku) ? { ...product, factors: new Map(units.get(sku)?.map((unit) => [unit.uom, unit])) } : product]));
}
