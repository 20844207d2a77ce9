import { once } from '#kernel/idempotency.ts';
import type { CartsContext } from '../context.ts';
import type { ListedLine } from '../domain/list-lines.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import type { ListWithLines } from './load-lists.ts';
import { readListAnew, requireListOwner } from './read-list.ts';
import { findList, writeList } from './write-list.ts';
import { inTurn } from './write-cart.ts';

/** What every change of a list takes. */
export interface ListCommand {
  readonly listId: string;
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

interface ListEdit {
  readonly operation: string;
  readonly body: unknown;
  readonly cause: string;
  readonly change: (before: ListWithLines) => { changes?: Partial<ShoppingList>; lines?: readonly ListedLine[] };
}

/** A change of a list by its owner, once a key, in one transaction. Nothing is written when anything is refused. */
export async function changeList(context: CartsContext, { listId, expectedVersion, idempotencyKey }: ListCommand, edit: ListEdit): Promise<ShoppingList> {
  const viewer = requireListOwner(context);
  const command = { operation: edit.operation, key: idempotencyKey, body: { listId, ...Object(edit.body) } };
  const attempt = (): Promise<string> =>
    context.db.transact((tx) =>
      once(tx, viewer, command, async () => {
        const before = await findList(tx, viewer, listId, expectedVersion);
        await writeList(tx, before, { ...edit.change(before), type: edit.cause, actorId: viewer.id, now: context.clock.now() });
        return listId;
      }),
    );
  return readListAnew(context, await inTurn(context, listId, attempt));
}
