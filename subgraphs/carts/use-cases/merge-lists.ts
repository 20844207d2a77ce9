import { rootsPart } from '#kernel/takeover-rows.ts';
import type { TakeoverPart } from '#kernel/takeover.ts';
import { readListName } from '../domain/list-lines.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import type { CartsTables } from '../entities/tables.ts';
import type { CartsTx } from './write-cart.ts';
import { writeList } from './write-list.ts';

/** The receiving side has the lists beside its own; the people of an organisation keep theirs. A name that is taken gets a number. [MERGE-01, MERGE-02] */
export const shoppingListsPart: TakeoverPart<CartsTables> = rootsPart<CartsTables, ShoppingList>({
  name: 'shoppingLists',
  table: 'ShoppingList',
  account: 'accountId',
  users: ['ownerId'],
  children: [{ table: 'ShoppingListLine', root: 'listId' }],
  async write(tx, list, whose, { actorId }, { now }) {
    const owned = { ...list, ...whose };
    const renamed = readListName(await freeName(tx, owned));
    await writeList(tx, { list: owned, lines: [] }, { type: 'MERGED', actorId, now, changes: { ...whose, ...(renamed.name !== list.name && renamed) } });
  },
});

async function freeName({ sql }: CartsTx, { id, accountId, ownerId, name }: ShoppingList): Promise<string> {
  const others = await sql.selectFrom('ShoppingList').select('nameKey').where('accountId', '=', accountId).where('ownerId', '=', ownerId).where('id', '<>', id).execute();
  const taken = new Set(others.map(({ nameKey }) => nameKey));
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? name : `${name.slice(0, 190)} (${number})`;
    if (!taken.has(wanted.toLowerCase())) return wanted;
  }
}
