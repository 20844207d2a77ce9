import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { CartsTables } from '../entities/tables.ts';
import { closeCart } from '../use-cases/close-cart.ts';

/** A quote was made of a cart: from now on it lives as the quote. */
export const quoteCreated: ConsumerDefinition<CartsTables> = {
  name: 'carts.quoteCreated',
  aggregateType: 'quote',
  on: {
    CREATE_QUOTE: async (tx, event) => {
      const { cartId, cartVersion, number } = event.payload;
      if (typeof cartId !== 'string') return;
      const became = { command: 'quote', quoteId: event.aggregateId, number: String(number), cartVersion: typeof cartVersion === 'number' ? cartVersion : null } as const;
      await closeCart(tx, cartId, became, { actorId: event.actorId ?? null, at: event.createdAt });
    },
  },
};
