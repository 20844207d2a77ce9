import type { CartsContext } from '../context.ts';
import { updateLines, type LineUpdate } from '../domain/change-lines.ts';
import type { Cart } from '../entities/cart.ts';
import { editLines } from './edit-lines.ts';

export interface UpdateCartLines {
  readonly cartId: string;
  readonly lines: readonly LineUpdate[];
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** The buyer changes quantities; zero takes a line out. Tiers are looked up again. [CART-39, CART-62] */
export function updateCartLines(context: CartsContext, { cartId, lines, expectedVersion, idempotencyKey }: UpdateCartLines): Promise<Cart> {
  return editLines(context, {
    operation: 'updateCartLines',
    cartId,
    expectedVersion,
    idempotencyKey,
    body: { cartId, lines },
    cause: 'LINES_UPDATED',
    change: (present) => updateLines(present, lines),
  });
}
