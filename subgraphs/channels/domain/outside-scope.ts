import { refuse } from '#kernel/errors.ts';
import { isSeller, may, type Viewer } from '#kernel/viewer.ts';
import type { OutsideDocument } from './outside-document.ts';
import type { HandOverKind } from './hand-over-lifecycle.ts';

/** Whose orders or quotes are asked for: of one customer, and of one of its people where only those may be seen. [EXT-21] */
export interface OutsideScope {
  readonly kind: HandOverKind;
  readonly accountId: string;
  readonly buyerId: string | null;
}

/** Who of the seller looks at the orders, and who at the quotes, of all customers. */
const isTheirs = (kind: HandOverKind, viewer: Viewer): boolean => (kind === 'ORDER' ? isSeller(viewer) : viewer.kind === 'SALES_REP');

/**
 * What somebody may see of other channels is what they see of ours: their own, and with VIEW_ORDER the orders of their organisation.
 * @param accountId which customer, for the seller
 */
export function scopeFor(kind: HandOverKind, viewer: Viewer, accountId: string | null): OutsideScope {
  if (viewer.kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to see them.');
  if (isTheirs(kind, viewer)) {
    if (accountId === null) throw refuse('BAD_USER_INPUT', 'Say of which customer: the system outside lists by customer.', { field: 'accountId' });
    return { kind, accountId, buyerId: null };
  }
  if (isSeller(viewer) || (accountId !== null && accountId !== viewer.accountId)) throw refuse('FORBIDDEN', 'These are not yours to see.', { accountId });
  const ofAll = kind === 'ORDER' && may(viewer, 'VIEW_ORDER');
  return { kind, accountId: viewer.accountId, buyerId: ofAll ? null : viewer.id };
}

/** Whether something is what was asked for: the system outside is not believed about whose it is. */
export const isOf = ({ accountId, buyerId }: OutsideScope, { customer, buyer }: OutsideDocument): boolean => customer === accountId && (buyerId === null || buyer === buyerId);

interface Owned {
  readonly accountId: string;
  readonly ownerId: string;
}

/** Whether somebody may know what became of something of ours outside. */
export function maySeeOutside(kind: HandOverKind, viewer: Viewer | null, { accountId, ownerId }: Owned): boolean {
  if (!viewer || viewer.kind === 'GUEST') return false;
  if (isSeller(viewer)) return isTheirs(kind, viewer);
  return viewer.accountId === accountId && (viewer.id === ownerId || (kind === 'ORDER' && may(viewer, 'VIEW_ORDER')));
}
