import { isSeller, may, type Viewer } from '#kernel/viewer.ts';
import { isTracked, type ReturnRole, type ReturnStatus } from './return-lifecycle.ts';

interface Owned {
  readonly accountId: string;
  readonly ownerId: string;
  readonly status: ReturnStatus;
}

/** Owners see their returns; once submitted the seller does too, and colleagues with VIEW_RETURN_ORDER. [RET-04, RET-11, RET-13] */
export function maySee(viewer: Viewer, owned: Owned): boolean {
  if (owned.ownerId === viewer.id) return true;
  if (!isTracked(owned.status)) return false;
  return isSeller(viewer) || (owned.accountId === viewer.accountId && seesWholeAccount(viewer));
}

/** Whether a buyer sees the returns of colleagues too. [RET-04] */
export const seesWholeAccount = (viewer: Viewer): boolean => may(viewer, 'VIEW_RETURN_ORDER');

export function rolesOf(viewer: Viewer, { ownerId }: Owned): ReturnRole[] {
  const roles: ReturnRole[] = [];
  if (ownerId === viewer.id) roles.push('owner');
  if (isSeller(viewer)) roles.push('approver');
  return roles;
}
