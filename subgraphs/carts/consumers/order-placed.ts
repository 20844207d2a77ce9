import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { CartsTables } from '../entities/tables.ts';
import { closeCart } from '../use-cases/close-cart.ts';

/** An order was placed from a cart: the cart is done. */
export const orderPlaced: ConsumerDefinition<CartsTables> = {
  name: 'carts.orderPlaced',
  aggregateType: 'order',
  on: {
    ORDER_PLACED: async (tx, event) => {
      const { cartId, number } = event.payload;
      if (typeof cartId !== 'string') return;
      await closeCart(tx, cartId, { command: 'order', orderNumber: typeof number === 'string' ? number : null }, { actorId: event.actorId ?? null, at: event.createdAt });
    },
  },
};
