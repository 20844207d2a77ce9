import type { CartsContext } from '../context.ts';
import type { LineUpdate } from '../domain/change-lines.ts';
import type { Cart } from '../entities/cart.ts';
import { editCart } from './edit-cart.ts';

export interface UpdateCartLines {
  readonly cartId: string;
  readonly lines: readonly LineUpdate[];
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** The buyer changes quantities; zero takes a line out. Tiers are looked up again. [CART-39, CART-62] */
export function updateCartLines(context: CartsContext, { lines, ...rest }: UpdateCartLines): Promise<Cart> {
  return editCart(context, { ...rest, operation: 'updateCartLines', cause: 'LINES_UPDATED', actions: [{ updateLines: lines }] });
}
