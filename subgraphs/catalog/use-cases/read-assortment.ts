import type { Kysely } from '@mikro-orm/sqlite';
import type { CatalogTables } from '../entities/tables.ts';

/** Which of these products a site sells; undefined when it has no assortment, so that it sells everything. */
export async function readSold(sql: Kysely<CatalogTables>, site: string, skus: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  const any = await sql.selectFrom('SiteAssortment').select('sku').where('site', '=', site).limit(1).executeTakeFirst();
  if (!any) return undefined;
  const rows = await sql.selectFrom('SiteAssortment').select('sku').where('site', '=', site).where('sku', 'in', skus).execute();
  return new Set(rows.map(({ sku }) => sku));
}
