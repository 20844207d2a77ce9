import { requireViewer } from '#kernel/viewer-guard.ts';
import { isCurrent } from '#kernel/memberships.ts';
import { readComment } from '#kernel/share-inputs.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { announceNotices } from './announce-notices.ts';
import { changeCart } from './change-cart.ts';
import { unpoint } from './set-active-cart.ts';
import { allMembers, endAllMemberships, openSharing, ownerInformed } from './find-members.ts';

/** Nobody shares the cart any more, whoever was added while we did it included; its owner puts it aside too. [SHARE-26] */
export async function stopSharing(context: CartsContext, cartId: string, comment?: string | null): Promise<Cart> {
  const { id: actorId } = requireViewer(context);
  await openSharing(context, cartId);
  const text = readComment(comment);
  return changeCart(context, cartId, 'stopSharing', async (tx, { cart }) => {
    if (!(await allMembers(tx, cartId)).some(isCurrent)) return undefined;
    const notices = await endAllMemberships(tx, cart, { cause: 'SHARING_STOPPED', notice: 'SHARING_STOPPED', actorId, now: context.clock.now(), tells: ({ notify }) => notify, comment: text });
    await unpoint(tx, cartId);
    await announceNotices(tx, cart, actorId, [...notices, ...ownerInformed(cart, actorId)]);
    return { cause: 'SHARING_STOPPED', changes: {} };
  });
}
