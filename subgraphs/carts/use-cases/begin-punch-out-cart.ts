import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { beginCart } from './begin-cart.ts';
import { prime } from './edit-cart.ts';
import { writeCart } from './write-cart.ts';

/** An empty cart for a visit from the buyer's procurement system, beside the active one and never in its place. [CART-13] */
export async function beginPunchOutCart(context: CartsContext): Promise<Cart> {
  const viewer = requireViewer(context);
  const cart = await beginCart(context, viewer, { source: 'PUNCHOUT' });
  const written = await context.db.transact((tx) => writeCart(tx, cart, {}, { type: 'PUNCHOUT_STARTED', actorId: viewer.id, now: context.clock.now() }));
  return prime(context, written, []);
}
