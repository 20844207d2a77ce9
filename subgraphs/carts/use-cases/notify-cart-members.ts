import { refuse } from '#kernel/errors.ts';
import { isCurrent } from '#kernel/memberships.ts';
import { readComment } from '#kernel/share-inputs.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { announceNotices } from './announce-notices.ts';
import { changeCart } from './change-cart.ts';
import { allMembers, noticeTo, openSharing, ownerInformed } from './find-members.ts';

export interface NotifyCartMembers {
  readonly cartId: string;
  readonly comment: string;
  /** Those who shall hear it; left out, those chosen to be told. */
  readonly memberIds?: readonly string[] | null;
}

/** Somebody who works with the cart writes to members; the owner learns that it happened. [SHARE-06, SHARE-07, SHARE-12, SHARE-28] */
export async function notifyCartMembers(context: CartsContext, { cartId, comment, memberIds }: NotifyCartMembers): Promise<Cart> {
  await openSharing(context, cartId);
  const text = readComment(comment);
  if (text === null) throw refuse('BAD_USER_INPUT', 'Write something.', { cartId });
  return changeCart(context, cartId, 'comment', async (tx, { cart }, viewer) => {
    const current = (await allMembers(tx, cartId)).filter(isCurrent);
    const unknown = memberIds?.find((id) => !current.some((member) => member.id === id));
    if (unknown !== undefined) throw refuse('NOT_FOUND', 'The cart has no such member.', { memberId: unknown });
    const told = current.filter((member) => member.userId !== viewer.id && (memberIds ? memberIds.includes(member.id) : member.notify));
    await announceNotices(tx, cart, viewer.id, [...told.map((member) => noticeTo(member, 'COMMENTED', { comment: text })), ...ownerInformed(cart, viewer.id)]);
    return { cause: 'NOTIFIED', changes: {} };
  });
}
