import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { prime } from './edit-cart.ts';
import { activeCartId, readCart } from './read-cart.ts';
import { repriceCart } from './reprice-cart.ts';

/** The cart for its buyer's eyes; prices that have gone stale meanwhile are looked up first. */
export async function openCart(context: CartsContext, cartId: string): Promise<Cart> {
  const cart = await readCart(context, cartId);
  if (!cart.stale) return cart;
  const fresh = await repriceCart(context, cartId);
  return fresh ? prime(context, fresh.cart, fresh.lines) : cart;
}

export async function openActiveCart(context: CartsContext): Promise<Cart | null> {
  const cartId = await activeCartId(context, requireViewer(context));
  return cartId === undefined ? null : openCart(context, cartId);
}
