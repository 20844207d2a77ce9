import type { References } from '#kernel/build-subgraph.ts';
import type { CartsContext } from '../context.ts';
import { mayRead } from '../use-cases/read-cart.ts';

/** Other subgraphs name carts; who may not read one gets null. */
export const cartsReferences: References<CartsContext> = {
  Cart: async (reference: { id: string }, { loaders, viewer }: CartsContext) => {
    const cart = await loaders.cartById.load(reference.id);
    return cart && mayRead(viewer, cart) ? cart : null;
  },
};
