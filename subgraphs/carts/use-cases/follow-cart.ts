import type { Frame } from '#kernel/feed.ts';
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
  return context.watched.during(cartId, context.feed.follow(cartId, { afterVersion, currentVersion }));
}
