import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { askDocument } from '../peers/catalog.ts';
import { prime } from './edit-lines.ts';
import { priceDrafts } from './price-drafts.ts';
import { readCart } from './read-cart.ts';
import { readName } from './save-cart.ts';
import { saveLines } from './save-lines.ts';
import { judgeCart, roleOf, writeCart } from './write-cart.ts';

/** The buyer copies a cart under a new name: repriced, saved, not made active. [CART-43, CART-49] */
export async function duplicateCart(context: CartsContext, cartId: string, name: string): Promise<Cart> {
  const viewer = requireViewer(context);
  const original = await readCart(context, cartId);
  const lines = await context.loaders.linesOfCart.load(cartId);
  judgeCart(original, 'duplicate', roleOf(viewer), lines.length);
  const now = context.clock.now();
  const copy: Cart = { ...original, id: newId(), name: readName(name), status: 'SAVED', version: 0, checkoutId: null, createdAt: now, expiresAt: context.clock.inDays(context.config.savedCartDays) };
  const drafts = lines.map((line) => ({ ...line, id: newId(), cartId: copy.id }));
  const priced = priceDrafts({ cart: copy, lines: drafts }, drafts, await askDocument(context.ask, copy, drafts));
  const written = await context.db.transact(async (tx) => {
    await tx.sql.insertInto('Cart').values(copy).execute();
    await saveLines(tx, [], priced.lines);
    return writeCart(tx, copy, priced.changes, { type: 'DUPLICATED', actorId: viewer.id, now, payload: { from: cartId } });
  });
  return prime(context, written, priced.lines);
}
