import type { Kysely } from '@mikro-orm/sqlite';
import { refuse } from '#kernel/errors.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';
import { roundedUp } from '../domain/convert-quantity.ts';
import { expandLines } from '../domain/expand-kits.ts';
import { sumStockLines, type AskedLine, type StockLine } from '../domain/held-lines.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readParts } from './read-parts.ts';
import { factorOf, readUnits } from './read-units.ts';

/** What lines come to on the shelf: in primary units, kits taken apart, one line a thing, in the order everybody takes them. */
export async function takeFromShelf(sql: Kysely<CatalogTables>, lines: readonly AskedLine[]): Promise<StockLine[]> {
  const skus = [...new Set(lines.map(({ sku }) => sku))];
  const needsUnits = lines.some(({ uom }) => uom != null);
  const units = needsUnits ? await readUnits(sql, skus) : new Map();
  const inPrimary = lines.map(({ sku, quantity, uom }) => {
    if (uom == null || !units.has(sku)) return { sku, quantity };
    const factor = factorOf(units.get(sku), uom);
    if (!factor) throw refuse('UNKNOWN_UOM', `${sku} is not sold in ${uom}.`, { sku, uom });
    return { sku, quantity: fromMicro(roundedUp(toMicro(quantity), factor)) };
  });
  return sumStockLines(expandLines(inPrimary, await readParts(sql, skus)));
}
