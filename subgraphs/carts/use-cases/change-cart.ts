import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import type { EventPayload } from '#kernel/events.ts';
import type { CartCommand } from '../domain/cart-lifecycle.ts';
import type { Cart } from '../entities/cart.ts';
import { findMemberships, findStanding, type Standing } from './find-standing.ts';
import { endOfLife } from '../domain/cart-life.ts';
import { judgeOpening } from './read-cart.ts';
import { inTurn, judgeCart, writeCart, type CartsTx } from './write-cart.ts';

export interface Found {
  readonly cart: Cart;
  readonly standing: Standing;
  readonly lineCount: number;
}

/** Finds the cart inside the transaction, as its reader may see it. */
async function findForWriting({ config, clock }: CartsContext, tx: CartsTx, cartId: string, viewer: Viewer): Promise<Found> {
  const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).executeTakeFirst();
  const standing = cart && (await findStanding(viewer, cart, async () => (config.sharing ? (await findMemberships(tx.sql, viewer.id, [cartId]))[0] : undefined)));
  const opened = judgeOpening(cart && { cart, standing }, cartId, clock.now());
  const { count } = await tx.sql
    .selectFrom('CartLine')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('cartId', '=', cartId)
    .executeTakeFirstOrThrow();
  return { ...opened, lineCount: Number(count) };
}

/** A change of the cart as a whole: judged, done with what goes with it, written and announced in one transaction. */
export async function changeCart(
  context: CartsContext,
  cartId: string,
  command: CartCommand,
  change: (tx: CartsTx, found: Found, viewer: Viewer) => Promise<{ cause: string; changes: Partial<Cart>; payload?: EventPayload } | undefined>,
): Promise<Cart> {
  const viewer = requireViewer(context);
  return inTurn(context, cartId, async () => {
    const written = await context.db.transact(async (tx) => {
      const found = await findForWriting(context, tx, cartId, viewer);
      const { cart, standing, lineCount } = found;
      const status = judgeCart(cart, command, standing, lineCount);
      const done = await change(tx, found, viewer);
      if (!done) return cart;
      const now = context.clock.now();
      const changes = { status, ...done.changes };
      const life = command === 'comment' ? {} : { expiresAt: endOfLife({ ...cart, ...changes }, now, context.config) }; // talk is no update [CART-52, V.14]
      return writeCart(tx, cart, { ...life, ...changes }, { type: done.cause, actorId: viewer.id, now, payload: done.payload });
    });
    context.loaders.cartById.clear(cartId).prime(cartId, written);
    context.loaders.membershipOf.clear(cartId);
    context.loaders.membersOfCart.clear(cartId);
    return written;
  });
}
