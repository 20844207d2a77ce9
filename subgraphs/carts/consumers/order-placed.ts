import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { CartsTables } from '../entities/tables.ts';
import { closeCart } from '../use-cases/close-cart.ts';

/** An order was placed from a cart: the cart is done. */
export const orderPlaced: ConsumerDefinition<CartsTables> = {
  name: 'carts.orderPlaced',
  aggregateType: 'order',
  on: {
    ORDER_PLACED: async (tx, event) => {
      if (typeof event.payload.cartId === 'string') await closeCart(tx, event.payload.cartId, 'order', event.actorId ?? null);
    },
  },
};
