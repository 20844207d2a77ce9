import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { changeCart } from './change-cart.ts';
import { unpoint } from './create-cart.ts';

/** The buyer throws a cart away: it is no longer active, listed or readable; its row stays for the record. [CART-40, CART-41] */
export function deleteCart(context: CartsContext, cartId: string): Promise<Cart> {
  return changeCart(context, cartId, 'delete', async (tx) => {
    await unpoint(tx, cartId);
    return { cause: 'DELETED', changes: { expiresAt: context.clock.now() } };
  });
}
