import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller, may } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { EVERYBODY } from '../domain/spending-limit.ts';
import type { ApprovalRule } from '../entities/approval-rule.ts';
import type { CostCentre } from '../entities/cost-centre.ts';
import type { SpendingLimit } from '../entities/spending-limit.ts';
import { limitsOf } from './judge-spending.ts';

/** The limits of an account for who manages it; of others of it, what concerns themselves. The seller names the account. */
export async function listSpendingLimits(context: OrdersContext, wanted?: string | null): Promise<SpendingLimit[]> {
  const { userId, accountId, isManager } = lookAt(context, wanted);
  const limits = await limitsOf(context.db, accountId);
  return isManager ? limits : limits.filter(({ holderId }) => holderId === userId || holderId === EVERYBODY);
}

/** The approval rules of an account, also those that are off; for its people those that may concern them. */
export async function listApprovalRules(context: OrdersContext, wanted?: string | null): Promise<ApprovalRule[]> {
  const { userId, accountId, isManager } = lookAt(context, wanted);
  const rules = await context.db.sql.selectFrom('ApprovalRule').selectAll().where('accountId', '=', accountId).orderBy('id').execute();
  return isManager ? rules : rules.filter(({ active, requesterIds }) => active && (requesterIds.length === 0 || requesterIds.includes(userId)));
}

/** The cost centres of an account; for its people those they may charge to. */
export async function listCostCentres(context: OrdersContext, wanted?: string | null): Promise<CostCentre[]> {
  const { userId, accountId, isManager } = lookAt(context, wanted);
  const centres = await context.db.sql.selectFrom('CostCentre').selectAll().where('accountId', '=', accountId).orderBy('code').execute();
  if (isManager) return centres;
  const members = await context.db.sql.selectFrom('CostCentreMember').selectAll().where('accountId', '=', accountId).execute();
  const named = Map.groupBy(members, ({ costCentreId }) => costCentreId);
  return centres.filter(({ id, active }) => active && (named.get(id)?.some((member) => member.userId === userId) ?? true));
}

function lookAt(context: OrdersContext, wanted: string | null | undefined): { userId: string; accountId: string; isManager: boolean } {
  const viewer = requireViewer(context);
  const isManager = isSeller(viewer) || (viewer.kind === 'BUYER' && may(viewer, 'MANAGE_ACCOUNT'));
  return { userId: viewer.id, accountId: isSeller(viewer) ? (wanted ?? '') : viewer.accountId, isManager };
}
