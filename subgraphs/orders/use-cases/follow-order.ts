import type { Frame } from '#kernel/feed.ts';
import type { OrdersContext } from '../context.ts';
import { readOrder } from './read-order.ts';

export interface FollowOrder {
  readonly orderId: string;
  readonly afterVersion?: number | null;
}

/** Follows one order live; a stranger is refused before anything is followed. */
export async function followOrder(context: OrdersContext, { orderId, afterVersion }: FollowOrder): Promise<AsyncIterableIterator<Frame>> {
  await readOrder(context, orderId);
  return context.feed.follow(orderId, {
    afterVersion,
    currentVersion: async () => {
      context.loaders.orderById.clear(orderId);
      return (await readOrder(context, orderId)).version;
    },
  });
}
