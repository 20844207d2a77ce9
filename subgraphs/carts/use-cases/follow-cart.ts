import type { Frame } from '#kernel/feed.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import { openCart } from './open-cart.ts';
import { readCart } from './read-cart.ts';

/** Someone who may read a cart wants to see it change. */
export async function followCart(context: CartsContext, { cartId, afterVersion }: { cartId: string; afterVersion?: number | null }): Promise<AsyncIterableIterator<Frame>> {
  await openCart(context, cartId);
  const currentVersion = async (): Promise<number> => {
    context.loaders.cartById.clear(cartId);
    return (await readCart(context, cartId)).version;
  };
  const present = { userId: requireViewer(context).id, since: context.clock.now() };
  return context.presence.during(cartId, present, context.watched.during(cartId, context.feed.follow(cartId, { afterVersion, currentVersion })));
}
