import type { References } from '#kernel/build-subgraph.ts';
import { isRefusal } from '#kernel/errors.ts';
import type { CartsContext } from '../context.ts';
import { openFor } from '../use-cases/read-cart.ts';

/** Other subgraphs name carts; who may not open one gets null. */
export const cartsReferences: References<CartsContext> = {
  Cart: async ({ id }: { id: string }, context: CartsContext) => {
    try {
      return (await openFor(context, await context.loaders.cartById.load(id), id)).cart;
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  },
};
