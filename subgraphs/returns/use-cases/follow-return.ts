import { isRefusal, refuse } from '#kernel/errors.ts';
import type { Frame } from '#kernel/feed.ts';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
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

/** The return of a frame with the rights of this moment. Whoever can no longer see it is told why, once; the stream ends with it. [NOTIF-07] */
export async function readFollowed(context: ReturnsContext, { aggregateId: returnId, cause, version }: Pick<Frame, 'aggregateId' | 'cause' | 'version'>): Promise<Return> {
  try {
    return await readReturn(context, returnId);
  } catch (error) {
    if (!isRefusal(error, 'NOT_FOUND')) throw error;
    throw refuse('NOT_FOUND', 'You can no longer see this return.', { returnId, version, cause });
  }
}
