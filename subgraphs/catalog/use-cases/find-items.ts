import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import type { Ratio } from '../domain/convert-quantity.ts';
import { pickPartNumbers } from '../domain/pick-part-number.ts';
import type { Product } from '../entities/product.ts';
import { readSold } from './read-assortment.ts';
import { readProducts } from './read-catalog.ts';
import { factorOf, readUnits } from './read-units.ts';

/** An item as somebody wrote it down. */
export interface NamedItem {
  /** What the viewer's account calls it. */
  readonly partNumber?: string | null;
  readonly sku?: string | null;
}

export interface FoundItems {
  /** Undefined for what there is not, or what the site does not sell. */
  productOf(item: NamedItem): Product | undefined;
  factorOf(product: Product, uom: string): Ratio | undefined;
}

const MOST = 1_000;

/** What the names stand for, all in one go: at most one statement a table. The SKU wins where both are given. [DIE-04, DIE-06] */
export async function findItems(context: CatalogContext, items: readonly NamedItem[]): Promise<FoundItems> {
  if (items.length > MOST) throw refuse('BAD_USER_INPUT', `At most ${MOST} rows can be looked up at once.`, { rows: items.length });
  const viewer = requireViewer(context);
  const { sql } = context.db;
  const numbers = items.flatMap(({ partNumber, sku }) => (partNumber && !sku ? [partNumber.trim()] : []));
  const known = numbers.length === 0 ? [] : await sql.selectFrom('CustomerPartNumber').selectAll().where('accountId', '=', viewer.accountId).where('partNumber', 'in', numbers).execute();
  const skuOf = pickPartNumbers(known);
  const skus = [...new Set([...items.flatMap(({ sku }) => (sku ? [sku] : [])), ...skuOf.values()])];
  const [products, units, sold] = await Promise.all([readProducts(sql, skus), readUnits(sql, skus), isSeller(viewer) ? undefined : readSold(sql, context.config.site, skus)]);
  return {
    productOf(item) {
      const sku = item.sku || skuOf.get(item.partNumber?.trim() ?? '');
      return sku !== undefined && sku !== '' && (!sold || sold.has(sku)) ? products.get(sku) : undefined;
    },
    factorOf: ({ sku }, uom) => factorOf(units.get(sku), uom),
  };
}
