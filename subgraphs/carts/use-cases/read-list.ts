import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import type { ListWithLines } from './load-lists.ts';

/** Lists belong to people who can come back to them. [LIST-14] */
export function requireListOwner(context: CartsContext): Viewer {
  const viewer = requireViewer(context);
  if (viewer.kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to keep shopping lists.');
  return viewer;
}

/** To all but its owner a list does not exist. [LIST-16] */
export const ownsList = (viewer: Viewer, { accountId, ownerId }: ShoppingList): boolean => accountId === viewer.accountId && ownerId === viewer.id;

export const noSuchList = (listId: string): Error => refuse('NOT_FOUND', 'There is no such list.', { listId });

export async function readListWithLines(context: CartsContext, listId: string): Promise<ListWithLines> {
  const viewer = requireListOwner(context);
  const found = looksLikeId(listId) ? await context.loaders.listById.load(listId) : undefined;
  if (!found || !ownsList(viewer, found.list)) throw noSuchList(listId);
  return found;
}

export const readList = async (context: CartsContext, listId: string): Promise<ShoppingList> => (await readListWithLines(context, listId)).list;

/** As it is now, whatever this request has loaded before. */
export function readListAnew(context: CartsContext, listId: string): Promise<ShoppingList> {
  context.loaders.listById.clear(listId);
  return readList(context, listId);
}
