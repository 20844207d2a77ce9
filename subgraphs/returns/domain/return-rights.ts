import { holdsRole, isSeller, may, type Viewer } from '#kernel/viewer.ts';
import { isTracked, RETURN_LIFECYCLE, type ReturnRole, type ReturnStatus } from './return-lifecycle.ts';

interface Owned {
  readonly accountId: string;
  readonly ownerId: string;
  readonly status: ReturnStatus;
}

interface Asked extends Owned {
  readonly approvers: readonly string[];
  readonly agreedSteps: number;
}

/** Owners see their returns; once submitted the seller does too, and colleagues with VIEW_RETURN_ORDER. [RET-04, RET-11, RET-13] */
export function maySee(viewer: Viewer, owned: Owned): boolean {
  if (owned.ownerId === viewer.id) return true;
  if (!isTracked(owned.status)) return false;
  return isSeller(viewer) || (owned.accountId === viewer.accountId && seesWholeAccount(viewer));
}

/** Whether a buyer sees the returns of colleagues too. [RET-04] */
export const seesWholeAccount = (viewer: Viewer): boolean => may(viewer, 'VIEW_RETURN_ORDER');

/** The role that is asked now; anybody of the seller's where none is named. [RET-37] */
export const askedRole = ({ approvers, agreedSteps }: Pick<Asked, 'approvers' | 'agreedSteps'>): string => approvers[agreedSteps] ?? 'SELLER';

/** How many are asked after that. */
export const stepsAfter = ({ approvers, agreedSteps }: Pick<Asked, 'approvers' | 'agreedSteps'>): number => Math.max(0, approvers.length - agreedSteps - 1);

/** Whose yes a return waits for: the role is asked as long as somebody could agree. */
export const waitingFor = (root: Asked): string | null => (RETURN_LIFECYCLE[root.status].approve ? askedRole(root) : null);

export function rolesOf(viewer: Viewer, { ownerId, ...asked }: Asked): ReturnRole[] {
  const roles: ReturnRole[] = [];
  if (ownerId === viewer.id) roles.push('owner');
  if (holdsRole(viewer, askedRole(asked))) roles.push('approver');
  if (isSeller(viewer)) roles.push('seller');
  if (viewer.kind === 'ADMINISTRATOR') roles.push('warehouse');
  return roles;
}
