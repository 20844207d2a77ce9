import { causeOf, decideChange, readChanges, type DecidedChange, type MemberChange } from '#kernel/memberships.ts';
import type { NoticeType } from '#kernel/share-notices.ts';
import { readComment } from '#kernel/share-inputs.ts';
import type { CartsContext } from '../context.ts';
import type { Notice } from '../domain/notices.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartMember } from '../entities/cart-member.ts';
import { announceNotices } from './announce-notices.ts';
import { changeCart } from './change-cart.ts';
import { unpointFor } from './set-active-cart.ts';
import { allMembers, endMemberships, noticeTo, openSharing, ownerInformed } from './find-members.ts';
import { judgementOf, type CartsTx } from './write-cart.ts';

export interface UpdateCartMembers {
  readonly cartId: string;
  readonly changes: readonly MemberChange[];
  readonly comment?: string | null;
}

/**
 * Changes members: roles, removals and messages, all of them or none. Who may not manage members may send messages, and
 * nothing else in the same breath. [SHARE-05, SHARE-10, SHARE-14, SHARE-22, SHARE-23, SHARE-25]
 */
export async function updateCartMembers(context: CartsContext, { cartId, changes, comment }: UpdateCartMembers): Promise<Cart> {
  await openSharing(context, cartId);
  const { manages } = readChanges(changes);
  const text = readComment(comment);
  return changeCart(context, cartId, manages ? 'share' : 'comment', async (tx, { cart, standing, lineCount }, viewer) => {
    const keepsChoice = judgementOf(cart, 'share', standing, lineCount).allowed;
    const known = new Map((await allMembers(tx, cartId)).map((member) => [member.id, member]));
    const made: DecidedChange[] = [];
    const notices: Notice[] = [];
    for (const change of changes) {
      const member = known.get(change.memberId);
      const decided = decideChange(member, change, keepsChoice);
      if (!member || !decided) continue;
      made.push(decided);
      const notice = await changeMember(tx, member, decided, { actorId: viewer.id, now: context.clock.now(), comment: text });
      if (notice) notices.push(notice);
    }
    const cause = causeOf(made);
    if (!cause) return undefined;
    await announceNotices(tx, cart, viewer.id, notices.length > 0 && text !== null ? [...notices, ...ownerInformed(cart, viewer.id)] : notices);
    return { cause, changes: {}, payload: { memberIds: changes.map(({ memberId }) => memberId) } };
  });
}

/** Writes what was decided. @returns what the member is told */
async function changeMember(tx: CartsTx, member: CartMember, { cause, tells, set }: DecidedChange, { actorId, now, comment }: { actorId: string; now: Date; comment: string | null }): Promise<Notice | undefined> {
  const told = (type: NoticeType, facts: Partial<Notice> = {}): Notice | undefined => (tells ? noticeTo(member, type, { comment, ...facts }) : undefined);
  if (cause === 'MEMBER_REMOVED') {
    await endMemberships(tx, [member], cause, actorId, now);
    return told('ACCESS_ENDED');
  }
  if (set) await tx.sql.updateTable('CartMember').set({ ...set, version: member.version + 1, updatedById: actorId }).where('id', '=', member.id).execute();
  if (cause === 'NOTIFIED' || !set) return told('COMMENTED');
  if (set.role === 'VIEWER' && member.userId != null) await unpointFor(tx, member.cartId, [member.userId]); // who only looks has it active no more
  return told('ACCESS_CHANGED', { fromRole: member.role, toRole: set.role });
}
