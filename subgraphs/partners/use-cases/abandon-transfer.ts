import { refuse } from '#kernel/errors.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { PartnersContext } from '../context.ts';
import type { Transfer } from '../entities/transfer.ts';
import { noSuchTransfer } from './read-transfer.ts';
import { findTransfer, moveTransfer } from './write-transfer.ts';

const MOST_WORDS = 300;

/**
 * A partner is gone for good, and nobody will ever tell whether he took a cart: an administrator who has made sure that he did not gives
 * it back to its buyer. Twice it is refused, for it is over. [XFER-09]
 */
export async function abandonTransfer(context: PartnersContext, transferId: string, reason: string): Promise<Transfer> {
  const viewer = requireAdministrator(context);
  if (reason.trim() === '' || reason.length > MOST_WORDS) throw refuse('BAD_USER_INPUT', `Say in 1 to ${MOST_WORDS} characters how you know that the partner has no order of it.`, { field: 'reason' });
  return context.db.transact(async (tx) => {
    const transfer = await findTransfer(tx, transferId);
    if (!transfer) throw noSuchTransfer(transferId);
    return moveTransfer(tx, transfer, 'abandon', { role: 'administrator', actorId: viewer.id, now: context.clock.now(), set: { inDoubt: false, failureCode: 'ABANDONED', failureMessage: reason.trim() } });
  });
}
