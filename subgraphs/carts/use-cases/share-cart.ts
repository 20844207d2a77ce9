import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { beginMembership, findInvited, isCurrent, refuseOtherRole, type Invited } from '#kernel/memberships.ts';
import { readComment, type Invitation } from '#kernel/share-inputs.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartMember } from '../entities/cart-member.ts';
import { askColleagues } from '../peers/accounts.ts';
import { announceNotices } from './announce-notices.ts';
import { changeCart, type Found } from './change-cart.ts';
import { allMembers, noticeTo, openSharing, ownerInformed } from './find-members.ts';
import { readName } from './save-cart.ts';
import { Overtaken, refuseBelow, type CartsTx } from './write-cart.ts';

export interface ShareCart {
  readonly cartId: string;
  readonly name?: string | null;
  readonly members: readonly Invitation[];
  readonly comment?: string | null;
}

/** The owner, or an administrator of a business cart, lets others work with a cart: business buyers their colleagues, private people whoever has the number. [SHARE-03, SHARE-11..16] */
export async function shareCart(context: CartsContext, { cartId, name, members, comment }: ShareCart): Promise<Cart> {
  const viewer = requireViewer(context);
  await openSharing(context, cartId);
  const invited = await findInvited(viewer, members, (emails) => askColleagues(context.ask, emails));
  const text = readComment(comment);
  return changeCart(context, cartId, 'share', async (tx, found) => {
    const { cart } = found;
    const named = nameOf(found, name);
    const known = await allMembers(tx, cartId);
    const isFirst = !known.some(isCurrent);
    const added: CartMember[] = [];
    for (const each of invited) {
      if (each.userId === cart.ownerId) throw refuse('BAD_USER_INPUT', 'The cart is theirs already.', { email: each.email });
      const before = known.find(({ email }) => email === each.email);
      if (before && isCurrent(before)) refuseOtherRole(before, each);
      else added.push(await addMember(tx, cart, each, before, viewer.id, context.clock.now()));
    }
    if (added.length === 0) return undefined; // told again: they are members already
    const told = added.filter(({ notify }) => notify).map((member) => noticeTo(member, 'SHARED', { comment: text, toRole: member.role }));
    await announceNotices(tx, cart, viewer.id, [...told, ...ownerInformed(cart, viewer.id)]);
    return { cause: isFirst ? 'SHARED' : 'MEMBER_ADDED', changes: { ...named, everShared: true }, payload: { memberIds: added.map(({ id }) => id) } };
  });
}

/** Only its owner names a cart, and one without a name is not shared. [SHARE-09, SHARE-11] */
function nameOf({ cart, standing }: Found, name: string | null | undefined): { name?: string } {
  if (name != null) refuseBelow(cart, 'name', standing, 'Only its owner names a cart.');
  if (name != null) return { name: readName(name) };
  if (cart.name == null) throw refuse('BAD_USER_INPUT', 'A shared cart needs a name.', { cartId: cart.id });
  return {};
}

/** Somebody who was a member before gets the old row back, with a new number. [SHARE-15] */
async function addMember(tx: CartsTx, { id: cartId, accountId }: Cart, invited: Invited, before: CartMember | undefined, actorId: string, now: Date): Promise<CartMember> {
  const { email, userId } = invited;
  const fresh = beginMembership(invited, actorId, now);
  if (!before) {
    const member = { ...fresh, id: newId(), cartId, accountId, userId, email, version: 1 };
    const { numInsertedOrUpdatedRows } = await tx.sql.insertInto('CartMember').values(member).onConflict((oc) => oc.doNothing()).executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken(); // another process invites them at this moment
    return member;
  }
  const revived = { ...fresh, userId: userId ?? before.userId, version: before.version + 1 };
  await tx.sql.updateTable('CartMember').set(revived).where('id', '=', before.id).execute();
  return { ...before, ...revived };
}
