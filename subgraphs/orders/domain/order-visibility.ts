import { isSeller, may, type Viewer } from '#kernel/viewer.ts';

export const ORDER_VIEWS = ['SOLD_TO', 'BILL_TO', 'ALL'] as const;
export type OrderView = (typeof ORDER_VIEWS)[number];

/** What the deployment says about who sees which orders. */
export interface TrackerRules {
  readonly operatingUnit: string;
  readonly viewBy: OrderView;
  readonly checkPermissions: boolean;
}

export interface Owned {
  readonly accountId: string;
  readonly ownerId: string;
  readonly billToAccountId: string;
  readonly operatingUnit: string;
}

/** What must be equal in an order for it to be among those someone sees: the columns of one index. */
export type Scope = Partial<Pick<Owned, 'accountId' | 'ownerId' | 'billToAccountId'>>;

/** Whether a permission of the tracker is granted: all are while nobody checks them. [ORD-11] */
export const granted = (viewer: Viewer, permission: string, { checkPermissions }: TrackerRules): boolean => !checkPermissions || may(viewer, permission);

/**
 * Whose orders someone finds, each a scope that an index answers; none of them alone has to say it all. Private people find
 * what is theirs, business buyers with a permission what is their organisation's. [ORD-10]
 */
export function scopesOf(viewer: Viewer, rules: TrackerRules): Scope[] {
  if (isSeller(viewer)) return [{}];
  const { id: ownerId, accountId } = viewer;
  const soldTo = granted(viewer, 'VIEW_ORDER', rules) ? { accountId } : { accountId, ownerId };
  const billTo = granted(viewer, 'VIEW_BILL_TO_ORDER', rules) ? { billToAccountId: accountId } : { billToAccountId: accountId, ownerId };
  return { SOLD_TO: [soldTo], BILL_TO: [billTo], ALL: [soldTo, billTo] }[rules.viewBy];
}

export const isWithin = (order: Owned, scope: Scope): boolean => Object.entries(scope).every(([column, value]) => order[column as keyof Scope] === value);

/** Orders of other operating units of the seller are for who may cancel them, and never for private people. [CAN-03] */
export const seesOtherUnits = (viewer: Viewer, rules: TrackerRules): boolean =>
  isSeller(viewer) || (viewer.kind === 'BUYER' && granted(viewer, 'CANCEL_ORGANIZATION_ORDER', rules));
