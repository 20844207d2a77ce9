import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { refuseBadLoadSize } from '#kernel/load-rows.ts';
import type { CatalogContext } from '../context.ts';
import { endOfSubtree, pathUnder, refuseBadCategory, type CategoryRecord } from '../domain/category-path.ts';
import type { Category } from '../entities/category.ts';
import type { CatalogTables } from '../entities/tables.ts';

/** Makes, renames and moves shelves, parents first; all of them or none. What stands in a shelf moves with it. */
export function upsertCategories({ db }: CatalogContext, records: readonly CategoryRecord[]): Promise<Category[]> {
  refuseBadLoadSize(records);
  return db.transact(async (tx) => {
    const saved: Category[] = [];
    for (const record of records) saved.push(await saveCategory(tx, record));
    return saved;
  });
}

async function saveCategory(tx: Tx<CatalogTables>, record: CategoryRecord): Promise<Category> {
  refuseBadCategory(record);
  const { code, name } = record;
  const parent = record.parent == null ? undefined : await findCategory(tx, record.parent);
  if (record.parent != null && !parent) throw refuse('BAD_USER_INPUT', `There is no category ${record.parent} to put ${code} in.`, { code, parent: record.parent });
  const known = await findCategory(tx, code);
  if (known && parent?.path.startsWith(known.path)) throw refuse('BAD_USER_INPUT', `${code} cannot stand in itself.`, { code, parent: record.parent });
  const path = pathUnder(parent?.path, code);
  if (known && known.path !== path) await moveSubtree(tx, known.path, path);
  return tx.sql
    .insertInto('Category')
    .values({ code, name, parent: parent?.code ?? null, path })
    .onConflict((oc) => oc.column('code').doUpdateSet({ name, parent: parent?.code ?? null, path }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function moveSubtree({ sql }: Tx<CatalogTables>, from: string, to: string): Promise<void> {
  const below = await sql.selectFrom('Category').select(['code', 'path']).where('path', '>=', from).where('path', '<', endOfSubtree(from)).execute();
  for (const { code, path } of below) await sql.updateTable('Category').set({ path: to + path.slice(from.length) }).where('code', '=', code).execute();
}

const findCategory = ({ sql }: Tx<CatalogTables>, code: string): Promise<Category | undefined> => sql.selectFrom('Category').selectAll().where('code', '=', code).executeTakeFirst();
