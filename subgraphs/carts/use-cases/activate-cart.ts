import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { endOfLife } from '../domain/cart-life.ts';
import type { Cart } from '../entities/cart.ts';
import { pointTo } from './set-active-cart.ts';
import { prime } from './edit-cart.ts';
import { loadCart } from './load-cart.ts';
import { isOwner } from './find-standing.ts';
import { noSuchCart, openFor } from './read-cart.ts';
import { askNewPrices } from './reprice-cart.ts';
import { saveLines } from './save-lines.ts';
import { inTurn, judgeCart, writeCart, type CartsTx } from './write-cart.ts';

/**
 * The buyer goes on with a saved or shared cart, at new prices if asked; the one that was active is put aside, under the system-saved
 * name if it had none. Nothing happens when the prices cannot be had. [CART-01, CART-09, CART-10, CART-12, CART-13, SHARE-21]
 */
export async function activateCart(context: CartsContext, cartId: string, reprice?: 'NEW' | 'FRESH' | null): Promise<Cart> {
  const viewer = requireViewer(context);
  return inTurn(context, cartId, async () => {
    const before = await loadCart(context, cartId);
    if (!before) throw noSuchCart(cartId);
    context.loaders.membershipOf.clear(cartId);
    const { cart, standing } = await openFor(context, before.cart, cartId);
    const status = judgeCart(cart, 'activate', standing, before.lines.length);
    const isActive = standing.status === 'ACTIVE';
    if (isActive && !reprice) return cart;
    if (isActive) judgeCart(cart, 'edit', standing, before.lines.length); // held, it keeps its prices
    const priced = reprice ? await askNewPrices(context, before, { prices: reprice === 'FRESH' }) : undefined;
    const now = context.clock.now();
    const written = await context.db.transact(async (tx) => {
      if (!isActive) await putAsideActive(context, tx, viewer);
      await pointTo(tx, viewer, cartId);
      if (priced) await saveLines(tx, before.lines, priced.lines);
      const changes = { ...priced?.changes, status, expiresAt: endOfLife(cart, now, context.config) };
      return writeCart(tx, cart, changes, { type: 'ACTIVATED', actorId: viewer.id, now });
    });
    context.loaders.membershipOf.clear(cartId);
    return prime(context, written, priced?.lines ?? before.lines);
  });
}

/** Saves the viewer's active cart, if any, without asking for a name; one that a checkout holds stays, and the viewer with it. Somebody else's stays with its owner as it is. */
export async function putAsideActive({ clock, config }: CartsContext, tx: CartsTx, viewer: Viewer): Promise<void> {
  const active = await tx.sql
    .selectFrom('ActiveCart')
    .innerJoin('Cart', 'Cart.id', 'ActiveCart.cartId')
    .selectAll('Cart')
    .where('ActiveCart.accountId', '=', viewer.accountId)
    .where('ActiveCart.userId', '=', viewer.id)
    .executeTakeFirst();
  if (!active) return;
  await tx.sql.deleteFrom('ActiveCart').where('accountId', '=', viewer.accountId).where('userId', '=', viewer.id).execute();
  const now = clock.now();
  if (!isOwner(viewer, active)) return void (await writeCart(tx, active, {}, { type: 'SAVED', actorId: viewer.id, now }));
  if (active.status !== 'ACTIVE') return;
  const saved = { status: judgeCart(active, 'save', { role: 'owner', status: active.status }, 0), nameKey: 'SYSTEM_SAVED' as const };
  await writeCart(tx, active, { ...saved, expiresAt: endOfLife({ ...active, ...saved }, now, config) }, { type: 'SAVED', actorId: viewer.id, now });
}
