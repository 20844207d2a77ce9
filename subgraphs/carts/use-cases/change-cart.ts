import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import type { CartCommand, CartStatus } from '../domain/cart-lifecycle.ts';
import type { Cart } from '../entities/cart.ts';
import { mayRead, noSuchCart } from './read-cart.ts';
import { inTurn, judgeCart, roleOf, writeCart, type CartsTx } from './write-cart.ts';

/** Finds the cart inside the transaction, as its reader may see it. */
export async function findForWriting(tx: CartsTx, cartId: string, viewer: Viewer): Promise<{ cart: Cart; lineCount: number }> {
  const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).executeTakeFirst();
  if (!cart || !mayRead(viewer, cart)) throw noSuchCart(cartId);
  const { count } = await tx.sql
    .selectFrom('CartLine')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('cartId', '=', cartId)
    .executeTakeFirstOrThrow();
  return { cart, lineCount: Number(count) };
}

/** A change of the cart as a whole: judged, done with what goes with it, written and announced in one transaction. */
export async function changeCart(
  context: CartsContext,
  cartId: string,
  command: CartCommand,
  change: (tx: CartsTx, cart: Cart, viewer: Viewer, to: CartStatus) => Promise<{ cause: string; changes: Partial<Cart> } | undefined>,
): Promise<Cart> {
  const viewer = requireViewer(context);
  return inTurn(context, cartId, async () => {
    const written = await context.db.transact(async (tx) => {
      const { cart, lineCount } = await findForWriting(tx, cartId, viewer);
      const to = judgeCart(cart, command, roleOf(viewer), lineCount);
      const done = await change(tx, cart, viewer, to);
      if (!done) return cart;
      return writeCart(tx, cart, { status: to, ...done.changes }, { type: done.cause, actorId: viewer.id, now: context.clock.now() });
    });
    context.loaders.cartById.clear(cartId).prime(cartId, written);
    return written;
  });
}
