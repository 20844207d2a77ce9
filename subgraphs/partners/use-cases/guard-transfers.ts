import { refuse } from '#kernel/errors.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller, type Viewer } from '#kernel/viewer.ts';
import type { PartnersContext } from '../context.ts';
import type { TransferRole } from '../domain/transfer-lifecycle.ts';
import type { Transfer } from '../entities/transfer.ts';

/** Who may hand carts over: buyers who have signed in and may order, where the interface is set up. [XFER-05] */
export function requireTransfers(context: PartnersContext): Viewer {
  const viewer = requireViewer(context);
  if (!context.config.enabled) throw refuse('OPERATION_DISABLED', 'This shop hands no carts to partners.');
  if (viewer.kind === 'GUEST') throw refuse('FORBIDDEN', 'Sign in to hand your cart to a partner; it is kept.');
  if (viewer.kind !== 'BUYER' && viewer.kind !== 'INDIVIDUAL') throw refuse('FORBIDDEN', 'Only buyers hand carts to partners.');
  requirePermission(viewer, 'CHECKOUT');
  requirePermission(viewer, 'CREATE_ORDER');
  return viewer;
}

/** Whoever asked for it, the owner of the cart, and the seller; for others there is none. */
export const maySee = (viewer: Viewer, { requestedById, ownerId }: Pick<Transfer, 'requestedById' | 'ownerId'>): boolean => viewer.id === requestedById || viewer.id === ownerId || isSeller(viewer);

/** Whoever asked for it, and the owner of the cart. */
export const mayDrive = (viewer: Viewer, { requestedById, ownerId }: Pick<Transfer, 'requestedById' | 'ownerId'>): boolean => viewer.id === requestedById || viewer.id === ownerId;

/** What somebody who may see it is to it; a sales rep looks on. */
export function rolesOn(viewer: Viewer, transfer: Pick<Transfer, 'requestedById' | 'ownerId'>): TransferRole[] {
  if (viewer.kind === 'ADMINISTRATOR') return ['administrator'];
  return mayDrive(viewer, transfer) ? ['buyer'] : [];
}
