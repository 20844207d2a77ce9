import { refuse } from '#kernel/errors.ts';
import { write } from '#kernel/statement.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ListedLine } from '../domain/list-lines.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import type { ShoppingListLine } from '../entities/shopping-list-line.ts';
import { loadListIn, type ListWithLines } from './load-lists.ts';
import { noSuchList, ownsList } from './read-list.ts';
import { Overtaken, type CartsTx } from './write-cart.ts';

/** Finds the list inside the transaction, for its owner. @throws STALE_VERSION when it is at another version than the one expected [LIST-17] */
export async function findList(tx: CartsTx, viewer: Viewer, listId: string, expectedVersion: number | null | undefined): Promise<ListWithLines> {
  const found = await loadListIn(tx.sql, listId);
  if (!found || !ownsList(viewer, found.list)) throw noSuchList(listId);
  const { version, updatedById } = found.list;
  if (expectedVersion == null || expectedVersion === version) return found;
  throw refuse('STALE_VERSION', `The list is at version ${version}, not ${expectedVersion}.`, { listId, expectedVersion, currentVersion: version, changedBy: updatedById });
}

/** A new list at version 0: the change that fills it makes it version 1. */
export async function insertList(tx: CartsTx, list: ShoppingList): Promise<void> {
  await tx.sql.insertInto('ShoppingList').values(list).execute().catch(refuseTakenName(list.name));
}

interface ListChange {
  readonly type: string;
  readonly actorId: string;
  readonly now: Date;
  readonly changes?: Partial<ShoppingList>;
  /** All its lines as they shall be; left out, they stay. */
  readonly lines?: readonly ListedLine[];
}

/** The only way a list or anything in it changes: one version further, the row, its lines and the event in the transaction at hand. */
export async function writeList(tx: CartsTx, before: ListWithLines, { type, actorId, now, changes = {}, lines }: ListChange): Promise<void> {
  const { id, accountId, version: readVersion, name } = before.list;
  const version = readVersion + 1;
  const row = { ...changes, version, updatedAt: now, updatedById: actorId };
  const written = await tx.sql.updateTable('ShoppingList').set(row).where('id', '=', id).where('version', '=', readVersion).executeTakeFirst().catch(refuseTakenName(changes.name ?? name));
  if (Number(written.numUpdatedRows) !== 1) throw new Overtaken();
  if (lines) await saveListLines(tx, before, lines);
  await tx.announce({ accountId, aggregateType: 'shoppingList', aggregateId: id, aggregateVersion: version, type, actorId, payload: lines && { lines: lines.length } });
}

/** Writes only what differs. */
async function saveListLines(tx: CartsTx, { list, lines: before }: ListWithLines, after: readonly ListedLine[]): Promise<void> {
  const known = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) await tx.sql.deleteFrom('ShoppingListLine').where('id', 'in', gone).execute();
  for (const line of after) {
    const earlier = known.get(line.id);
    if (!earlier) await write(tx.sql, insertLine, { ...line, listId: list.id, accountId: list.accountId });
    else if (earlier.quantityMicro !== line.quantityMicro) await write(tx.sql, updateLine, { id: line.id, quantityMicro: line.quantityMicro });
  }
}

const insertLine = (sql: CartsTx['sql'], line: ShoppingListLine) => sql.insertInto('ShoppingListLine').values(line);
const updateLine = (sql: CartsTx['sql'], { id, quantityMicro }: Pick<ShoppingListLine, 'id' | 'quantityMicro'>) =>
  sql.updateTable('ShoppingListLine').set({ quantityMicro }).where('id', '=', id);

/** The index is the judge of names: of two who take one at once, one is refused. [LIST-05] */
function refuseTakenName(name: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof Error && /unique constraint.*shopping_list/i.test(error.message)) throw refuse('LIST_NAME_TAKEN', `You have a list named ${name} already.`, { name });
    throw error;
  };
}
