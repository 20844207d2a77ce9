import { find, findBoth } from '#kernel/statement.ts';
import type { CartsContext } from '../context.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import type { ShoppingListLine } from '../entities/shopping-list-line.ts';

type Sql = CartsContext['db']['sql'];

export interface ListWithLines {
  readonly list: ShoppingList;
  readonly lines: readonly ShoppingListLine[];
}

/** Lists and their lines, read at one moment: a version never stands beside the lines of another. */
export const loadLists = async (sql: Sql, listIds: readonly string[]): Promise<ListWithLines[]> => together(...(await findBoth(sql, selectLists, selectLines, { listIds })));

/** A list inside a transaction that is under way. */
export async function loadListIn(sql: Sql, listId: string): Promise<ListWithLines | undefined> {
  const wanted = { listIds: [listId] };
  return together(await find(sql, selectLists, wanted), await find(sql, selectLines, wanted))[0];
}

function together(lists: readonly ShoppingList[], lines: readonly ShoppingListLine[]): ListWithLines[] {
  const known = Map.groupBy(lines, ({ listId }) => listId);
  return lists.map((list) => ({ list, lines: known.get(list.id) ?? [] }));
}

interface Wanted {
  readonly listIds: readonly string[];
}
const selectLists = (sql: Sql, { listIds }: Wanted) => sql.selectFrom('ShoppingList').selectAll().where('id', 'in', listIds);
const selectLines = (sql: Sql, { listIds }: Wanted) => sql.selectFrom('ShoppingListLine').selectAll().where('listId', 'in', listIds).orderBy('position');
