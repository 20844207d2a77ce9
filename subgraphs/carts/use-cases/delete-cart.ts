import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { changeCart } from './change-cart.ts';
import { endAllMemberships, noticeToOwner } from './find-members.ts';
import { announceNotices } from './announce-notices.ts';
import { unpoint } from './set-active-cart.ts';

/** The buyer throws a cart away, shared with others or not: it is no longer active, listed or to be opened; its row stays for the record. [CART-40, CART-41] */
export function deleteCart(context: CartsContext, cartId: string): Promise<Cart> {
  return changeCart(context, cartId, 'delete', async (tx, { cart }, viewer) => {
    const notices = await endAllMemberships(tx, cart, { cause: 'DELETED', notice: 'DELETED', actorId: viewer.id, now: context.clock.now(), tells: () => true });
    await announceNotices(tx, cart, viewer.id, cart.ownerId === viewer.id ? notices : [...notices, noticeToOwner(cart, 'DELETED')]);
    await unpoint(tx, cartId);
    return { cause: 'DELETED', changes: { expiresAt: context.clock.now() } };
  });
}
