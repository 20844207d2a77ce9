import { newId } from '#kernel/ids.ts';
import type { CartsContext } from '../context.ts';
import { addLines, type WantedLine } from '../domain/change-lines.ts';
import type { Cart } from '../entities/cart.ts';
import { editLines } from './edit-lines.ts';

export interface AddCartLines {
  readonly cartId?: string | null;
  readonly lines: readonly WantedLine[];
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** The buyer puts products into a cart; without one, a cart is made and becomes the active one. [CART-04] */
export function addCartLines(context: CartsContext, { cartId, lines, expectedVersion, idempotencyKey }: AddCartLines): Promise<Cart> {
  return editLines(context, {
    operation: 'addCartLines',
    cartId,
    expectedVersion,
    idempotencyKey,
    body: { cartId, lines },
    cause: 'LINES_ADDED',
    change: (present, viewer) => addLines(present, lines, viewer.id, newId),
  });
}
