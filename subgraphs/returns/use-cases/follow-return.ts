import type { Frame } from '#kernel/feed.ts';
import type { ReturnsContext } from '../context.ts';
import { readReturn } from './read-return.ts';

export interface FollowReturn {
  readonly returnId: string;
  readonly afterVersion?: number | null;
}

/** Follows one return live; a stranger is refused before anything is followed. */
export async function followReturn(context: ReturnsContext, { returnId, afterVersion }: FollowReturn): Promise<AsyncIterableIterator<Frame>> {
  await readReturn(context, returnId);
  return context.feed.follow(returnId, {
    afterVersion,
    currentVersion: async () => {
      context.loaders.returnById.clear(returnId);
      return (await readReturn(context, returnId)).version;
    },
  });
}
