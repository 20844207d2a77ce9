import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { CartsTables } from '../entities/tables.ts';
import { closeCart } from '../use-cases/close-cart.ts';

/** A quote was made of a cart: from now on it lives as the quote. */
export const quoteCreated: ConsumerDefinition<CartsTables> = {
  name: 'carts.quoteCreated',
  aggregateType: 'quote',
  on: {
    CREATE_QUOTE: async (tx, event) => {
      if (typeof event.payload.cartId === 'string') await closeCart(tx, event.payload.cartId, 'quote', event.actorId ?? null);
    },
  },
};
