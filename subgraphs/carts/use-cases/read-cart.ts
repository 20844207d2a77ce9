import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { find } from '#kernel/statement.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';

export interface CartWithLines {
  readonly cart: Cart;
  readonly lines: CartLine[];
}

/** Owners read their carts; to all others a cart does not exist. [CART-34] */
export const mayRead = (viewer: Viewer | null, cart: Cart): boolean =>
  viewer !== null && cart.accountId === viewer.accountId && cart.ownerId === viewer.id && cart.status !== 'DELETED';

export const noSuchCart = (cartId: string): Error => refuse('NOT_FOUND', 'There is no such cart.', { cartId });

/** The cart as its reader may see it, or a refusal that tells strangers nothing. */
export async function readCart(context: CartsContext, cartId: string): Promise<Cart> {
  const viewer = requireViewer(context);
  const cart = looksLikeId(cartId) ? await context.loaders.cartById.load(cartId) : undefined;
  if (!cart || !mayRead(viewer, cart)) throw noSuchCart(cartId);
  return cart;
}

/** The id of the viewer's active cart, if there is one. [CART-01, CART-15] */
export async function activeCartId({ db }: CartsContext, viewer: Viewer): Promise<string | undefined> {
  const [pointer] = await find(db.sql, selectPointer, { accountId: viewer.accountId, userId: viewer.id });
  return pointer?.cartId;
}

const selectPointer = (sql: CartsContext['db']['sql'], { accountId, userId }: { accountId: string; userId: string }) =>
  sql.selectFrom('ActiveCart').select('cartId').where('accountId', '=', accountId).where('userId', '=', userId);
