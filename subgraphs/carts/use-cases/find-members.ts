import { refuse } from '#kernel/errors.ts';
import { isCurrent } from '#kernel/memberships.ts';
import type { NoticeType } from '#kernel/share-notices.ts';
import type { CartsContext } from '../context.ts';
import type { Notice } from '../domain/notices.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartMember } from '../entities/cart-member.ts';
import { loadMembers } from './load-cart.ts';
import { unpointFor } from './set-active-cart.ts';
import { readCart } from './read-cart.ts';
import type { CartsTx } from './write-cart.ts';

/** Strangers learn nothing first, not even that sharing is switched off. [SHARE-01, SHARE-08] */
export async function openSharing(context: CartsContext, cartId: string): Promise<Cart> {
  const cart = await readCart(context, cartId);
  if (!context.config.sharing) throw refuse('OPERATION_DISABLED', 'Sharing carts is switched off.', { cartId });
  return cart;
}

/** The members who may do all with the cart but what is its owner's. */
export async function currentAdministrators({ db }: CartsContext, { id, everShared }: Cart): Promise<string[]> {
  if (!everShared) return [];
  return (await loadMembers(db.sql, [id])).flatMap(({ role, userId }) => (role === 'ADMINISTRATOR' && userId != null ? [userId] : []));
}

/** All memberships of a cart, ended ones too, the oldest first. */
export const allMembers = (tx: CartsTx, cartId: string): Promise<CartMember[]> => tx.sql.selectFrom('CartMember').selectAll().where('cartId', '=', cartId).orderBy('id').execute();

/** Why a membership ends, by the cause its watchers are told. */
export type EndCause = 'MEMBER_REMOVED' | 'MEMBER_FINISHED' | 'SHARING_STOPPED' | 'ORDERED' | 'DELETED';

/** Ends memberships: dated, with the reason, and no longer anybody's active cart. [SHARE-25] */
export async function endMemberships(tx: CartsTx, members: readonly CartMember[], cause: EndCause, actorId: string | null, now: Date): Promise<void> {
  for (const { id, cartId, userId, version } of members) {
    await tx.sql.updateTable('CartMember').set({ endedAt: now, endCause: cause, version: version + 1, updatedById: actorId }).where('id', '=', id).execute();
    if (userId != null) await unpointFor(tx, cartId, [userId]);
  }
}

/** Ends the memberships of all who still have one. @returns the notices for those who must hear of it */
export async function endAllMemberships(tx: CartsTx, cart: Cart, end: { cause: EndCause; notice: NoticeType; actorId: string | null; now: Date; tells: (member: CartMember) => boolean; comment?: string | null }): Promise<Notice[]> {
  if (!cart.everShared) return [];
  const current = (await allMembers(tx, cart.id)).filter(isCurrent);
  await endMemberships(tx, current, end.cause, end.actorId, end.now);
  return current
    .filter((member) => end.tells(member) && (member.userId == null || member.userId !== end.actorId))
    .map((member) => noticeTo(member, end.notice, { comment: end.comment }));
}

export const noticeTo = (member: Pick<CartMember, 'id' | 'cartId'>, type: NoticeType, facts: Partial<Pick<Notice, 'comment' | 'fromRole' | 'toRole'>> = {}): Notice => ({ type, cartId: member.cartId, to: { memberId: member.id }, ...facts });

export const noticeToOwner = (cart: Cart, type: NoticeType): Notice => ({ type, cartId: cart.id, to: { userId: cart.ownerId } });

/** When somebody else shares or comments, the owner hears of it, without what was said. [SHARE-28] */
export const ownerInformed = (cart: Cart, actorId: string): Notice[] => (cart.ownerId === actorId ? [] : [noticeToOwner(cart, 'OWNER_INFORMED')]);
