import { isSeller, may, type Viewer } from '#kernel/viewer.ts';
import type { OrderRole } from './order-lifecycle.ts';

interface Owned {
  readonly accountId: string;
  readonly ownerId: string;
}

/** The seller sees all orders; buyers their own, and with VIEW_ORDER those of their account. [ORD-10] */
export function maySee(viewer: Viewer, order: Owned): boolean {
  if (isSeller(viewer)) return true;
  if (order.accountId !== viewer.accountId) return false;
  return order.ownerId === viewer.id || may(viewer, 'VIEW_ORDER');
}

/** Whether a buyer sees the orders of colleagues too. */
export const seesWholeAccount = (viewer: Viewer): boolean => may(viewer, 'VIEW_ORDER');

export function rolesOf(viewer: Viewer, order: Owned): OrderRole[] {
  if (viewer.kind === 'ADMINISTRATOR') return ['administrator'];
  return order.accountId === viewer.accountId && may(viewer, 'CANCEL_ORDER') ? ['canceler'] : [];
}
