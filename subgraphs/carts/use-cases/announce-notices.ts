import { newId } from '#kernel/ids.ts';
import type { Notice } from '../domain/notices.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartsTx } from './write-cart.ts';

/** Notices leave with the commit, each an event of its own, so that one that cannot be sent holds up no other. */
export async function announceNotices(tx: CartsTx, cart: Cart, actorId: string | null, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    await tx.announce({ accountId: cart.accountId, aggregateType: 'cartNotice', aggregateId: newId(), aggregateVersion: 1, type: notice.type, actorId, payload: { ...notice } });
  }
}
