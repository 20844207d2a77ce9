import { isSeller, type Viewer } from '#kernel/viewer.ts';
import type { OrderRole } from './order-lifecycle.ts';
import { granted, isWithin, scopesOf, seesOtherUnits, type Owned, type TrackerRules } from './order-visibility.ts';

/** Whoever bought reads the order by its id, whatever lists show; others what their lists show. [ORD-10] */
export function maySee(viewer: Viewer, order: Owned, trackers: ReadonlySet<string>, rules: TrackerRules): boolean {
  if (!isHere(viewer, order, rules)) return false;
  return isBuyerOf(viewer, order) || scopesOf(viewer, rules).some((scope) => isWithin(order, scope)) || mayTrack(viewer, order, trackers);
}

/** The seller has to do with all orders; buyers with their own, and with those of their account that they see. Who is only billed looks on. */
export function mayHandle(viewer: Viewer, order: Owned, rules: TrackerRules): boolean {
  if (isSeller(viewer)) return true;
  if (order.accountId !== viewer.accountId || !isHere(viewer, order, rules)) return false;
  return isBuyerOf(viewer, order) || scopesOf(viewer, rules).some((scope) => isWithin(order, scope));
}

/** Business administrators of a shared cart may look at what became of it, no more; private ones belong to another account. [SHARE-36] */
const mayTrack = (viewer: Viewer, order: Owned, trackers: ReadonlySet<string>): boolean => order.accountId === viewer.accountId && trackers.has(viewer.id);

const isBuyerOf = (viewer: Viewer, { accountId, ownerId }: Owned): boolean => accountId === viewer.accountId && ownerId === viewer.id;

const isHere = (viewer: Viewer, { operatingUnit }: Owned, rules: TrackerRules): boolean => operatingUnit === rules.operatingUnit || seesOtherUnits(viewer, rules);

/** Another operating unit takes another permission. [CAN-02, CAN-03] */
export function rolesOf(viewer: Viewer, order: Owned, rules: TrackerRules): OrderRole[] {
  if (viewer.kind === 'ADMINISTRATOR') return ['administrator'];
  if (isSeller(viewer) || !mayHandle(viewer, order, rules)) return [];
  const permission = order.operatingUnit === rules.operatingUnit ? 'CANCEL_ORDER' : 'CANCEL_ORGANIZATION_ORDER';
  return granted(viewer, permission, rules) ? ['canceler'] : [];
}
