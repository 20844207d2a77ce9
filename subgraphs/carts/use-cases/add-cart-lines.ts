import type { CartsContext } from '../context.ts';
import type { WantedLine } from '../domain/change-lines.ts';
import type { Cart } from '../entities/cart.ts';
import { editCart, type CartEdit } from './edit-cart.ts';

export interface AddCartLines {
  readonly cartId?: string | null;
  readonly lines: readonly WantedLine[];
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
  /** What was asked for, when it was more than to add these lines. */
  readonly asked?: Pick<CartEdit, 'operation' | 'body' | 'within'>;
}

/** The buyer puts products into a cart; without one, a cart is made and becomes the active one. [CART-04] */
export function addCartLines(context: CartsContext, { lines, asked, ...rest }: AddCartLines): Promise<Cart> {
  return editCart(context, { ...rest, operation: 'addCartLines', cause: 'LINES_ADDED', actions: [{ addLines: lines }], ...asked });
}
