import type { Frame } from '#kernel/feed.ts';
import type { OrdersContext } from '../context.ts';
import { readApproval } from './read-approval.ts';

export interface FollowApproval {
  readonly approvalId: string;
  readonly afterVersion?: number | null;
}

/** Follows one approval live; a stranger is refused before anything is followed. */
export async function followApproval(context: OrdersContext, { approvalId, afterVersion }: FollowApproval): Promise<AsyncIterableIterator<Frame>> {
  await readApproval(context, approvalId);
  return context.approvalFeed.follow(approvalId, {
    afterVersion,
    currentVersion: async () => {
      context.loaders.approvalById.clear(approvalId);
      return (await readApproval(context, approvalId)).version;
    },
  });
}
