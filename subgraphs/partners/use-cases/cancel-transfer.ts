import { requireViewer } from '#kernel/viewer-guard.ts';
import type { PartnersContext } from '../context.ts';
import { isUnderWay } from '../domain/transfer-lifecycle.ts';
import type { Transfer } from '../entities/transfer.ts';
import { advanceTransfer } from './advance-transfer.ts';
import { mayDrive } from './guard-transfers.ts';
import { noSuchTransfer, readTransfer } from './read-transfer.ts';
import { takeLease } from './take-lease.ts';
import { findTransfer, moveTransfer } from './write-transfer.ts';

/**
 * The buyer wants the cart back. Before it was sent that is so at once; afterwards the partner is asked to give it up, and says whether
 * he has ordered it already: then the transfer is acknowledged after all. Wanted twice it is the same. [XFER-09]
 */
export async function cancelTransfer(context: PartnersContext, transferId: string): Promise<Transfer> {
  const viewer = requireViewer(context);
  const seen = await readTransfer(context, transferId);
  if (!mayDrive(viewer, seen)) throw noSuchTransfer(transferId);
  const asked = await context.db.transact(async (tx) => {
    const transfer = await findTransfer(tx, transferId);
    if (!transfer) throw noSuchTransfer(transferId);
    if (isUnderWay(transfer.status) && transfer.recalled) return transfer;
    const step = { role: 'buyer', actorId: viewer.id, now: context.clock.now() } as const;
    return isUnderWay(transfer.status) ? moveTransfer(tx, transfer, 'recall', { ...step, set: { recalled: true } }) : moveTransfer(tx, transfer, 'cancel', step);
  });
  if (isUnderWay(asked.status)) await recall(context, asked);
  context.loaders.transferById.clear(transferId);
  return readTransfer(context, transferId);
}

/** At once, unless somebody is at it: then they, or the worker, see that it is wanted back. */
async function recall(context: PartnersContext, { id, trouble }: Transfer): Promise<void> {
  if (trouble != null) await context.db.sql.updateTable('Transfer').set({ nextAt: context.clock.now() }).where('id', '=', id).where('trouble', 'is not', null).execute(); // it only waits for its next attempt
  if (await takeLease(context, id)) await advanceTransfer(context, id);
}
