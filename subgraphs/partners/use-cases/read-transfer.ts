import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { PartnersContext } from '../context.ts';
import type { Transfer } from '../entities/transfer.ts';
import { maySee } from './guard-transfers.ts';

export const noSuchTransfer = (transferId: string): Error => refuse('NOT_FOUND', 'There is no such transfer.', { transferId });

/** The transfer as its reader may see it, or a refusal that tells strangers nothing. */
export async function readTransfer(context: PartnersContext, transferId: string): Promise<Transfer> {
  const viewer = requireViewer(context);
  const found = looksLikeId(transferId) ? await context.loaders.transferById.load(transferId) : undefined;
  if (!found || !maySee(viewer, found)) throw noSuchTransfer(transferId);
  return found;
}

/** The transfers of a cart that the viewer may see, the newest first. */
export async function readTransfersOfCart({ viewer, loaders }: PartnersContext, cartId: string): Promise<Transfer[]> {
  if (!viewer) return [];
  return (await loaders.transfersOfCart.load(cartId)).filter((transfer) => maySee(viewer, transfer));
}
