import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import { readSold } from './read-assortment.ts';

/** What can be had instead of each of these, best first; buyers are not shown what the site does not sell. */
export async function readSubstitutes({ db, config, viewer }: Pick<CatalogContext, 'db' | 'config' | 'viewer'>, skus: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.sql.selectFrom('ProductSubstitute').selectAll().where('sku', 'in', skus).orderBy('sku').orderBy('position').execute();
  const sold = viewer && isSeller(viewer) ? undefined : await readSold(db.sql, config.site, rows.map(({ substituteSku }) => substituteSku));
  const substitutes = new Map<string, string[]>();
  for (const { sku, substituteSku } of rows) if (!sold || sold.has(substituteSku)) substitutes.set(sku, [...(substitutes.get(sku) ?? []), substituteSku]);
  return substitutes;
}
