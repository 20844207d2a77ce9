import type { Kysely } from '@mikro-orm/sqlite';
import type { Ratio } from '../domain/convert-quantity.ts';
import type { ProductUnit } from '../entities/product-unit.ts';
import type { UnitOfMeasure } from '../entities/unit-of-measure.ts';
import type { CatalogTables } from '../entities/tables.ts';

/** The units of each product, the primary one first. */
export async function readUnits(sql: Kysely<CatalogTables>, skus: readonly string[]): Promise<Map<string, ProductUnit[]>> {
  const rows = await sql.selectFrom('ProductUnit').selectAll().where('sku', 'in', skus).orderBy('sku').orderBy('position').execute();
  return Map.groupBy(rows, ({ sku }) => sku);
}

export const readUnitsOfMeasure = (sql: Kysely<CatalogTables>): Promise<UnitOfMeasure[]> => sql.selectFrom('UnitOfMeasure').selectAll().orderBy('code').execute();

/** The factor of a unit, where it is known. */
export const factorOf = (units: readonly ProductUnit[] | undefined, uom: string | null | undefined): Ratio | undefined => units?.find((unit) => unit.uom === uom);
