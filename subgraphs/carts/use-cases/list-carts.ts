import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { CartStatus } from '../domain/cart-lifecycle.ts';
import type { Cart } from '../entities/cart.ts';

/** Sections of the page of carts. The active cart has a page of its own; what is over is in none. [CART-27] */
export const CART_GROUPS = ['OWN_SAVED', 'SHARED_BY_ME', 'SHARED'] as const;
export type CartGroup = (typeof CART_GROUPS)[number];

const OVER: readonly CartStatus[] = ['DELETED', 'EXPIRED'];

/** The viewer's carts and those shared with them, or those of one group, newest first; ids grow with time. [CART-27, SHARE-20] */
export async function listCarts(context: CartsContext, page: PageRequest, group?: CartGroup | null): Promise<Connection<Cart>> {
  const viewer = requireViewer(context);
  return readPage(page, (cart: Cart) => [cart.id], 1, async (limit, after) => {
    let query = context.db.sql
      .selectFrom('Cart')
      .selectAll()
      .where((eb) => {
        const own = eb.and([eb('accountId', '=', viewer.accountId), eb('ownerId', '=', viewer.id)]);
        const member = eb('id', 'in', eb.selectFrom('CartMember').select('CartMember.cartId').where('CartMember.userId', '=', viewer.id).where('CartMember.endedAt', 'is', null));
        const shared = viewer.kind === 'BUYER' ? eb.and([member, eb('accountId', '=', viewer.accountId)]) : member;
        const isShared = eb.and([eb.val(context.config.sharing ? 1 : 0), eb.exists(eb.selectFrom('CartMember').select('CartMember.id').whereRef('CartMember.cartId', '=', 'Cart.id').where('CartMember.endedAt', 'is', null))]);
        if (group === 'OWN_SAVED') return eb.and([own, eb('status', '=', 'SAVED'), eb.not(isShared)]);
        if (group === 'SHARED_BY_ME') return eb.and([own, eb('status', '=', 'SAVED'), isShared]);
        if (group === 'SHARED') return eb.and([shared, eb.val(context.config.sharing ? 1 : 0), eb('status', 'in', ['ACTIVE', 'SAVED'])]);
        return context.config.sharing ? eb.or([own, shared]) : own;
      })
      .where('status', 'not in', OVER)
      .where((eb) => eb.or([eb('status', 'not in', ['ACTIVE', 'SAVED']), eb('expiresAt', '>=', context.clock.now()), eb('checkoutId', 'is not', null)]));
    if (after) query = query.where('id', '<', after[0] ?? '');
    const carts = await query.orderBy('id', 'desc').limit(limit).execute();
    for (const cart of carts) context.loaders.cartById.prime(cart.id, cart);
    return carts;
  });
}
