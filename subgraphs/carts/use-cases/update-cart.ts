import type { CartsContext } from '../context.ts';
import type { CartAction } from '../domain/cart-actions.ts';
import type { Cart } from '../entities/cart.ts';
import { editCart } from './edit-cart.ts';

export interface UpdateCart {
  readonly cartId: string;
  readonly actions: readonly CartAction[];
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** The buyer does many things at once: all or none, one price, one version, one frame. */
export function updateCart(context: CartsContext, update: UpdateCart): Promise<Cart> {
  return editCart(context, { ...update, operation: 'updateCart', cause: 'UPDATED', many: true });
}
