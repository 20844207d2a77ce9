import { refuse } from '#kernel/errors.ts';
import type { CartsContext } from '../context.ts';
import type { LineUpdate } from '../domain/change-lines.ts';
import { readDescription, readListName, removeListLines, updateListLines } from '../domain/list-lines.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import { changeList, type ListCommand } from './change-list.ts';

export interface UpdateList extends ListCommand {
  readonly name?: string | null;
  readonly description?: string | null;
}

/** The owner gives a list another name or description; what is left out stays, and an empty description goes. [LIST-05] */
export function updateList(context: CartsContext, { name, description, ...command }: UpdateList): Promise<ShoppingList> {
  if (name == null && description == null) throw refuse('BAD_USER_INPUT', 'Give a name or a description.');
  const changes = { ...(name != null && readListName(name)), ...(description != null && { description: readDescription(description) }) };
  return changeList(context, command, { operation: 'updateShoppingList', body: { name, description }, cause: 'UPDATED', change: () => ({ changes }) });
}

/** The owner changes quantities; zero takes a line out. [LIST-09] */
export function updateLinesOfList(context: CartsContext, { lines, ...command }: ListCommand & { readonly lines: readonly LineUpdate[] }): Promise<ShoppingList> {
  return changeList(context, command, {
    operation: 'updateShoppingListLines',
    body: { lines },
    cause: 'LINES_UPDATED',
    change: (before) => ({ lines: updateListLines(before.lines, lines) }),
  });
}

/** The owner takes lines out. [LIST-09] */
export function removeLinesOfList(context: CartsContext, { lineIds, ...command }: ListCommand & { readonly lineIds: readonly string[] }): Promise<ShoppingList> {
  return changeList(context, command, {
    operation: 'removeShoppingListLines',
    body: { lineIds },
    cause: 'LINES_REMOVED',
    change: (before) => ({ lines: removeListLines(before.lines, lineIds) }),
  });
}
