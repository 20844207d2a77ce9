import type { Kysely } from '@mikro-orm/sqlite';
import type { PartsByParent } from '../domain/expand-kits.ts';
import type { Component } from '../entities/component.ts';
import type { CatalogTables } from '../entities/tables.ts';

/** What products are made of, one level. */
export async function readComponents(sql: Kysely<CatalogTables>, skus: readonly string[]): Promise<Map<string, Component[]>> {
  const rows = await sql.selectFrom('Component').selectAll().where('parentSku', 'in', skus).orderBy('parentSku').orderBy('position').execute();
  return Map.groupBy(rows, ({ parentSku }) => parentSku);
}

/** What products are made of, and what that is made of: one statement a level, whatever the number of products. */
export async function readParts(sql: Kysely<CatalogTables>, skus: readonly string[]): Promise<PartsByParent> {
  const parts = new Map<string, Component[]>();
  for (let level = [...new Set(skus)]; level.length > 0; ) {
    const found = await readComponents(sql, level);
    for (const [parent, components] of found) parts.set(parent, components);
    const below = [...found.values()].flat().map(({ componentSku }) => componentSku);
    level = [...new Set(below)].filter((sku) => !parts.has(sku));
  }
  return parts;
}
