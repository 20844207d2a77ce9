import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { find, write } from '#kernel/statement.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import type { CartStatus } from '../domain/cart-lifecycle.ts';
import type { ActiveCart } from '../entities/active-cart.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import { expireCart } from './expire-carts.ts';
import { findStanding, type Standing } from './find-standing.ts';
import { judgeCart } from './write-cart.ts';

export interface CartWithLines {
  readonly cart: Cart;
  readonly lines: CartLine[];
}

/** What the viewer is to a cart they have before them; undefined for strangers. */
export const standingOf = ({ viewer, loaders }: CartsContext, cart: Cart): Promise<Standing | undefined> =>
  findStanding(viewer, cart, (cartId) => loaders.membershipOf.load(cartId));

export const noSuchCart = (cartId: string): Error => refuse('NOT_FOUND', 'There is no such cart.', { cartId });

export interface Opened {
  readonly cart: Cart;
  readonly standing: Standing;
}

/** The cart, if the viewer may open it, and what they are to it; strangers learn nothing, the others the first reason why not. [CART-35, CART-54] */
export async function openFor(context: CartsContext, cart: Cart | undefined, cartId: string): Promise<Opened> {
  return judgeOpening(cart && { cart, standing: await standingOf(context, cart) }, cartId, context.clock.now());
}

export function judgeOpening(found: { cart: Cart; standing: Standing | undefined } | undefined, cartId: string, now: Date): Opened {
  if (!found?.standing) throw noSuchCart(cartId);
  const { cart, standing } = found;
  judgeCart(cart, 'read', standing, 0, now);
  return { cart, standing };
}

/** The cart as its reader may see it, or a refusal that tells strangers nothing. */
export async function readCart(context: CartsContext, cartId: string): Promise<Cart> {
  requireViewer(context);
  const { cart } = await openFor(context, looksLikeId(cartId) ? await context.loaders.cartById.load(cartId) : undefined, cartId);
  return cart;
}

/** The id of the viewer's active cart, if there is one. A pointer that leads nowhere any more is taken away. [CART-01, CART-14, CART-15, CART-38] */
export async function activeCartId(context: CartsContext, viewer: Viewer): Promise<string | undefined> {
  const key = { accountId: viewer.accountId, userId: viewer.id };
  const [pointer] = await find(context.db.sql, selectPointer, key);
  if (!pointer) return undefined;
  const { cartId, status, expiresAt, checkoutId } = pointer;
  if (status !== null && OPEN.has(status) && (expiresAt === null || expiresAt >= context.clock.now() || checkoutId !== null)) return cartId;
  if (status === null || !OPEN.has(status) || !(await expireCart(context, cartId))) await write(context.db.sql, deletePointer, { ...key, cartId });
  return undefined;
}

/** Statuses of carts that somebody may be at work on. */
const OPEN: ReadonlySet<CartStatus> = new Set(['ACTIVE', 'SAVED']);

type Sql = CartsContext['db']['sql'];
type PointerKey = Pick<ActiveCart, 'accountId' | 'userId'>;

const selectPointer = (sql: Sql, { accountId, userId }: PointerKey) =>
  sql
    .selectFrom('ActiveCart')
    .leftJoin('Cart', 'Cart.id', 'ActiveCart.cartId')
    .select(['ActiveCart.cartId', 'Cart.status', 'Cart.expiresAt', 'Cart.checkoutId'])
    .where('ActiveCart.accountId', '=', accountId)
    .where('ActiveCart.userId', '=', userId);

const deletePointer = (sql: Sql, { accountId, userId, cartId }: ActiveCart) =>
  sql.deleteFrom('ActiveCart').where('accountId', '=', accountId).where('userId', '=', userId).where('cartId', '=', cartId);
