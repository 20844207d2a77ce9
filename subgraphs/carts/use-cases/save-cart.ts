import { refuse } from '#kernel/errors.ts';
import { isMemberRole } from '#kernel/share-roles.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { changeCart } from './change-cart.ts';
import { refuseBelow } from './write-cart.ts';
import { unpointFor } from './set-active-cart.ts';

const MAX_NAME = 200;

export function readName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > MAX_NAME) throw refuse('BAD_USER_INPUT', `A cart's name has between 1 and ${MAX_NAME} characters.`, { name });
  return trimmed;
}

/** The buyer puts the cart aside under a name; nothing is active until the next add or activation. Others who have it active keep it so. [CART-03, CART-05..07, SHARE-09, V.16] */
export async function saveCart(context: CartsContext, cartId: string, name?: string | null): Promise<Cart> {
  if (requireViewer(context).kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to save a cart; yours is kept.', { cartId });
  return changeCart(context, cartId, 'save', async (tx, { cart, standing }, viewer) => {
    await unpointFor(tx, cartId, [viewer.id]);
    if (isMemberRole(standing.role)) {
      if (name != null) refuseBelow(cart, 'name', standing, 'Only its owner names a cart.');
      return { cause: 'SAVED', changes: {} };
    }
    const kept = name == null ? cart.name : readName(name);
    if (kept == null) throw refuse('BAD_USER_INPUT', 'The first save needs a name.', { cartId });
    return { cause: 'SAVED', changes: { name: kept } };
  });
}
