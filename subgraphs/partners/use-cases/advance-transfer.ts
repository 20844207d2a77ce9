import type { PartnersContext } from '../context.ts';
import { UNDER_WAY } from '../domain/transfer-lifecycle.ts';
import type { Transfer } from '../entities/transfer.ts';
import { prepareTransfer } from './prepare-transfer.ts';
import { sendTransfer } from './send-transfer.ts';
import { findTransfer } from './write-transfer.ts';

/** Drives a transfer, on behalf of its buyer, until it is over or has to wait. Only the holder of the lease calls this. */
export async function advanceTransfer(context: PartnersContext, transferId: string): Promise<void> {
  for (let steps = 0; steps < UNDER_WAY.length; steps++) {
    const transfer = await findTransfer(context.db, transferId);
    const drive = transfer && DRIVES[transfer.status];
    if (!transfer || !drive) return;
    const asBuyer = { ...context, ...transfer.facts, ask: context.askAs(transfer.facts) };
    if ((await drive(asBuyer, transfer)) === 'wait') return;
  }
}

/** What is done in each status, and whether to go on at once. */
const DRIVES: { readonly [S in Transfer['status']]?: (context: PartnersContext, transfer: Transfer) => Promise<'go on' | 'wait'> } = {
  CONFIRMED: prepareTransfer,
  SENT: sendTransfer,
};
