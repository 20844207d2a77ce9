import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { editCart } from './edit-cart.ts';

export interface RemoveCartLines {
  readonly cartId: string;
  readonly lineIds: readonly string[];
  readonly expectedVersion?: number | null;
}

/** The buyer takes lines out of a cart. */
export function removeCartLines(context: CartsContext, { lineIds, ...rest }: RemoveCartLines): Promise<Cart> {
  return editCart(context, { ...rest, operation: 'removeCartLines', cause: 'LINES_REMOVED', actions: [{ removeLines: lineIds }] });
}
