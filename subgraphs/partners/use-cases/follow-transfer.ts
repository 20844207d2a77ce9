import type { Frame } from '#kernel/feed.ts';
import type { PartnersContext } from '../context.ts';
import { readTransfer } from './read-transfer.ts';

export interface FollowTransfer {
  readonly transferId: string;
  readonly afterVersion?: number | null;
}

/** Follows one transfer live; a stranger is refused before anything is followed. */
export async function followTransfer(context: PartnersContext, { transferId, afterVersion }: FollowTransfer): Promise<AsyncIterableIterator<Frame>> {
  await readTransfer(context, transferId);
  return context.feed.follow(transferId, {
    afterVersion,
    currentVersion: async () => {
      context.loaders.transferById.clear(transferId);
      return (await readTransfer(context, transferId)).version;
    },
  });
}
