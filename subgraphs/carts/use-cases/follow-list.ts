import type { Frame } from '#kernel/feed.ts';
import type { CartsContext } from '../context.ts';
import { readList, readListAnew } from './read-list.ts';

/** The owner of a list wants to see it change, on every device. */
export async function followList(context: CartsContext, { listId, afterVersion }: { listId: string; afterVersion?: number | null }): Promise<AsyncIterableIterator<Frame>> {
  await readList(context, listId);
  return context.listFeed.follow(listId, { afterVersion, currentVersion: async () => (await readListAnew(context, listId)).version });
}
