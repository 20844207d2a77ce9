import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { changeCart } from './change-cart.ts';
import { pointTo } from './create-cart.ts';
import { writeCart, type CartsTx } from './write-cart.ts';
import type { Viewer } from '#kernel/viewer.ts';

/** The buyer goes on with a saved cart; the one that was active is put aside, under the system-saved name if it had none. [CART-01, CART-09, CART-10] */
export function activateCart(context: CartsContext, cartId: string): Promise<Cart> {
  return changeCart(context, cartId, 'activate', async (tx, cart, viewer) => {
    if (cart.status === 'ACTIVE') return undefined;
    await putAsideActive(context, tx, viewer);
    await pointTo(tx, viewer, cartId);
    return { cause: 'ACTIVATED', changes: {} };
  });
}

/** Saves the viewer's active cart, if any, without asking for a name. */
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
  if (active.status !== 'ACTIVE') return;
  const changes = { status: 'SAVED' as const, name: active.name ?? config.systemSavedName, expiresAt: clock.inDays(config.savedCartDays) };
  await writeCart(tx, active, changes, { type: 'SAVED', actorId: viewer.id, now: clock.now() });
}
