import { refuse } from '#kernel/errors.ts';
import type { Frame } from '#kernel/feed.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import type { Merge } from '../entities/merge.ts';

/** One merge, for the seller's administrators. */
export async function findMerge(context: AccountsContext, mergeId: string): Promise<Merge> {
  requireAdministrator(context);
  const merge = await context.db.sql.selectFrom('Merge').selectAll().where('id', '=', mergeId).executeTakeFirst();
  if (!merge) throw refuse('NOT_FOUND', 'There is no such merge.', { mergeId });
  return merge;
}

export interface FollowedMerge {
  readonly id: string;
  readonly afterVersion?: number | null;
}

/** Each step of a merge as it is done. */
export async function followMerge(context: AccountsContext, { id, afterVersion }: FollowedMerge): Promise<AsyncIterableIterator<Frame>> {
  await findMerge(context, id);
  return context.mergeFeed.follow(id, { afterVersion, currentVersion: async () => (await findMerge(context, id)).version });
}
