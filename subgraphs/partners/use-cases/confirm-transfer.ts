import { refuse } from '#kernel/errors.ts';
import { once } from '#kernel/idempotency.ts';
import type { PartnersContext } from '../context.ts';
import type { Transfer } from '../entities/transfer.ts';
import { advanceTransfer } from './advance-transfer.ts';
import { findPartner } from './find-partner.ts';
import { mayDrive, requireTransfers } from './guard-transfers.ts';
import { noSuchTransfer, readTransfer } from './read-transfer.ts';
import { leaseUntil } from './take-lease.ts';
import { findTransfer, moveTransfer } from './write-transfer.ts';

export interface ConfirmTransfer {
  readonly transferId: string;
  readonly priceHash: string;
  readonly idempotencyKey: string;
}

const MOST_KEY = 200;

/**
 * The buyer agrees to the partner's price, and the cart is handed over: held still, sent, and closed once the partner says that he has
 * it. Begun here, carried on by the worker if we are killed or he is slow; with the same key the same answer. [XFER-03, XFER-04]
 */
export async function confirmTransfer(context: PartnersContext, { transferId, priceHash, idempotencyKey: key }: ConfirmTransfer): Promise<Transfer> {
  const viewer = requireTransfers(context);
  if (key.trim() === '' || key.length > MOST_KEY) throw refuse('BAD_USER_INPUT', `An idempotencyKey has 1 to ${MOST_KEY} characters.`);
  const seen = await readTransfer(context, transferId);
  if (!mayDrive(viewer, seen)) throw noSuchTransfer(transferId);
  const now = context.clock.now();
  const begun = await context.db.transact(async (tx) => {
    let isMine = false;
    await once(tx, viewer, { operation: 'confirmTransfer', key, body: { transferId, priceHash } }, async () => {
      const transfer = await findTransfer(tx, transferId);
      if (!transfer) throw noSuchTransfer(transferId);
      if (transfer.priceHash !== priceHash) throw refuse('PRICE_CHANGED', 'This is not the price the partner named.', { transferId, priceHash: transfer.priceHash });
      if (transfer.status === 'OFFERED' && transfer.offeredUntil <= now) throw refuse('OFFER_EXPIRED', 'The partner no longer stands by this price. Ask him for it again.', { transferId, offeredUntil: transfer.offeredUntil.toISOString() });
      const { active, name, id: partnerId } = await findPartner(tx, transfer.partnerId);
      if (!active) throw refuse('PARTNER_UNAVAILABLE', `${name} takes no carts any more. Choose another partner.`, { partnerId, reason: 'SWITCHED_OFF' });
      await moveTransfer(tx, transfer, 'confirm', { role: 'buyer', actorId: viewer.id, now, set: { nextAt: leaseUntil(context, now), facts: { viewer, requestId: context.requestId } } });
      isMine = true;
      return transferId;
    });
    return isMine;
  });
  if (begun) await advanceTransfer(context, transferId);
  context.loaders.transferById.clear(transferId);
  return readTransfer(context, transferId);
}
