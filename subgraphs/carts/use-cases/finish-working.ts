import { refuse } from '#kernel/errors.ts';
import { isCurrent } from '#kernel/memberships.ts';
import { readComment } from '#kernel/share-inputs.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { announceNotices } from './announce-notices.ts';
import { changeCart } from './change-cart.ts';
import { allMembers, endMemberships, noticeTo, noticeToOwner, openSharing } from './find-members.ts';

export interface FinishWorking {
  readonly cartId: string;
  /** Other members who shall hear of it. */
  readonly notifyMemberIds?: readonly string[] | null;
  readonly comment?: string | null;
}

/** A member has done their part: their membership ends and the owner hears of it. [SHARE-24] */
export async function finishWorking(context: CartsContext, { cartId, notifyMemberIds, comment }: FinishWorking): Promise<Cart> {
  await openSharing(context, cartId);
  const text = readComment(comment);
  return changeCart(context, cartId, 'finish', async (tx, { cart }, viewer) => {
    const current = (await allMembers(tx, cartId)).filter(isCurrent);
    const others = new Map(current.filter(({ userId }) => userId !== viewer.id).map((member) => [member.id, member]));
    const ticked = (notifyMemberIds ?? []).map((memberId) => {
      const member = others.get(memberId);
      if (!member) throw refuse('NOT_FOUND', 'The cart has no such member.', { memberId });
      return noticeTo(member, 'WORK_FINISHED', { comment: text });
    });
    await endMemberships(tx, current.filter(({ userId }) => userId === viewer.id), 'MEMBER_FINISHED', viewer.id, context.clock.now());
    await announceNotices(tx, cart, viewer.id, [{ ...noticeToOwner(cart, 'WORK_FINISHED'), comment: text }, ...ticked]);
    return { cause: 'MEMBER_FINISHED', changes: {} };
  });
}
