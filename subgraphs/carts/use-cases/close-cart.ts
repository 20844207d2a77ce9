import { judge } from '#kernel/lifecycle.ts';
import { isCurrent } from '#kernel/memberships.ts';
import { CART_LIFECYCLE } from '../domain/cart-lifecycle.ts';
import { quoteHold } from './hold-for-quote.ts';
import type { Notice } from '../domain/notices.ts';
import type { Cart } from '../entities/cart.ts';
import { announceNotices } from './announce-notices.ts';
import { allMembers, endAllMemberships, noticeTo, noticeToOwner } from './find-members.ts';
import { unpoint } from './set-active-cart.ts';
import { factsOf, writeCart, type CartsTx } from './write-cart.ts';

export type Became =
  | { readonly command: 'order'; readonly orderNumber: string | null }
  /** `reference` is what the partner calls the order he made of it. */
  | { readonly command: 'transferred'; readonly reference: string | null }
  /** `cartVersion` is the version the quote was made of. */
  | { readonly command: 'quote'; readonly quoteId: string; readonly number: string; readonly cartVersion: number | null };

/**
 * An order or a quote was made of the cart, here or at a partner's: it is closed. Closed already: nothing happens. A cart whose buyer went on with
 * it after the hold for its quote had ended stays theirs: what they added since is in no quote.
 */
export async function closeCart(tx: CartsTx, cartId: string, became: Became, { actorId, at }: { actorId: string | null; at: Date }): Promise<void> {
  const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).executeTakeFirst();
  if (!cart) return;
  const judgement = judge(CART_LIFECYCLE, { status: cart.status, command: became.command, roles: ['system'], facts: factsOf(cart, 1) });
  if (!judgement.allowed) return;
  if (became.command === 'quote' && cart.checkoutId !== quoteHold(cartId) && cart.version !== became.cartVersion) return;
  if (cart.everShared) await announceNotices(tx, cart, actorId, await tellsAfter(tx, cart, became, actorId, at));
  await unpoint(tx, cartId);
  const known = KNOWN_OF[became.command](became as never);
  await writeCart(tx, cart, { ...known, status: judgement.move.to, heldUntil: null }, { type: judgement.move.audit, actorId, now: at });
}

/** What the cart keeps of what it became. */
const KNOWN_OF: { readonly [C in Became['command']]: (became: Extract<Became, { command: C }>) => Partial<Cart> } = {
  order: ({ orderNumber }) => ({ orderNumber }),
  transferred: ({ reference }) => ({ orderNumber: reference }),
  quote: ({ quoteId }) => ({ quoteId, checkoutId: null }),
};

/** What becomes of those the cart was shared with. @returns whom to tell: all but the one who did it */
async function tellsAfter(tx: CartsTx, cart: Cart, became: Became, actorId: string | null, now: Date): Promise<Notice[]> {
  if (became.command === 'quote') return leaveOnlookers(tx, cart, { id: became.quoteId, number: became.number }, actorId);
  const notices = await endAllMemberships(tx, cart, { cause: 'ORDERED', notice: 'ORDERED', actorId, now, tells: () => true });
  return cart.ownerId === actorId ? notices : [...notices, noticeToOwner(cart, 'ORDERED')]; // everybody's access ends [SHARE-27]
}

/** A seller works on it now: members go on looking, and hear of it as the quote it is. [SHARE-33, NOTIF-06] */
async function leaveOnlookers(tx: CartsTx, { id }: Cart, quote: NonNullable<Notice['quote']>, actorId: string | null): Promise<Notice[]> {
  const changed = (await allMembers(tx, id)).filter((member) => isCurrent(member) && member.role !== 'VIEWER');
  for (const { id: memberId, version } of changed) await tx.sql.updateTable('CartMember').set({ role: 'VIEWER', version: version + 1, updatedById: actorId }).where('id', '=', memberId).execute();
  const told = changed.filter(({ notify, userId }) => notify && (userId == null || userId !== actorId));
  return told.map((member) => ({ ...noticeTo(member, 'ACCESS_CHANGED', { fromRole: member.role, toRole: 'VIEWER' }), quote }));
}
