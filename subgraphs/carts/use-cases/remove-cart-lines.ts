import type { CartsContext } from '../context.ts';
import { removeLines } from '../domain/change-lines.ts';
import type { Cart } from '../entities/cart.ts';
import { editLines } from './edit-lines.ts';

export interface RemoveCartLines {
  readonly cartId: string;
  readonly lineIds: readonly string[];
  readonly expectedVersion?: number | null;
}

/** The buyer takes lines out of a cart. */
export function removeCartLines(context: CartsContext, { cartId, lineIds, expectedVersion }: RemoveCartLines): Promise<Cart> {
  return editLines(context, {
    operation: 'removeCartLines',
    cartId,
    expectedVersion,
    body: { cartId, lineIds },
    cause: 'LINES_REMOVED',
    change: (present) => removeLines(present, lineIds),
  });
}
