import type { Kysely } from '@mikro-orm/sqlite';
import type { Category } from '../entities/category.ts';
import type { CatalogTables } from '../entities/tables.ts';

type Sql = Kysely<CatalogTables>;

/** The whole tree, each shelf before what stands in it. */
export const readCategories = (sql: Sql): Promise<Category[]> => sql.selectFrom('Category').selectAll().orderBy('path').execute();

export async function readCategoriesOf(sql: Sql, skus: readonly string[]): Promise<Map<string, Category[]>> {
  const rows = await sql
    .selectFrom('ProductCategory')
    .innerJoin('Category', 'Category.code', 'ProductCategory.category')
    .select(['ProductCategory.sku as sku', 'Category.code as code', 'Category.name as name', 'Category.parent as parent', 'Category.path as path'])
    .where('ProductCategory.sku', 'in', skus)
    .orderBy('Category.path')
    .execute();
  return Map.groupBy(rows, ({ sku }) => sku);
}
