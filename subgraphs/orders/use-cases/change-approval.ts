import { refuse } from '#kernel/errors.ts';
import type { EventPayload } from '#kernel/events.ts';
import { factChange } from '#kernel/fact-changes.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import type { OrdersTx } from '../context.ts';
import { holderOf, type OpenRequirement } from '../domain/approval-flow.ts';
import { APPROVAL_LIFECYCLE, isOpenApproval, type ApprovalCommand, type ApprovalRole } from '../domain/approval-lifecycle.ts';
import type { Approval } from '../entities/approval.ts';

export interface ApprovalChange {
  readonly command: ApprovalCommand;
  readonly roles: readonly ApprovalRole[];
  readonly actorId: string | null;
  readonly now: Date;
  readonly trouble?: Approval['trouble'];
  readonly orderId?: string;
  readonly payload?: EventPayload;
}

/** Moves an approval on if its lifecycle lets it, one version up, if nobody overtook us since we read. All that changes one goes through here. */
export async function changeApproval(tx: OrdersTx, before: Approval, { command, roles, actorId, now, payload, trouble = before.trouble, orderId = before.orderId ?? undefined }: ApprovalChange): Promise<Approval> {
  const { id, accountId, number, requesterId, status, cartId = null, quoteId = null } = before;
  const move = judgeOrRefuse(APPROVAL_LIFECYCLE, { status, command, roles, facts: { expired: before.expiresAt <= now } }, { approvalId: id });
  const changes = { status: move.to, version: before.version + 1, trouble, orderId: orderId ?? null, openFor: isOpenApproval(move.to) ? before.openFor : null, updatedAt: now };
  const { numUpdatedRows } = await tx.sql.updateTable('Approval').set(changes).where('id', '=', id).where('version', '=', before.version).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw refuse('CONFLICT', 'Others answered at the same moment. Try again.', { approvalId: id });
  await tx.announce({ accountId, aggregateType: 'approval', aggregateId: id, aggregateVersion: changes.version, type: move.audit, actorId, payload: { approvalId: id, number, requesterId, cartId, quoteId, orderId: changes.orderId, ...payload, changes: factChange('status', status, move.to) } });
  if (move.to !== 'PENDING') await tx.sql.updateTable('ApprovalApprover').set({ asked: false }).where('approvalId', '=', id).execute();
  return { ...before, ...changes };
}

/** Notes who is asked now. Who was named before stays noted: they may go on looking. */
export async function noteApprovers({ sql }: OrdersTx, { id: approvalId, accountId, demands }: Approval, open: readonly OpenRequirement[]): Promise<void> {
  const asked = new Set(open.flatMap(({ anyOf }) => anyOf.map(holderOf)));
  const named = new Set(demands.flatMap(({ tiers }) => tiers.flatMap(({ allOf }) => allOf.flatMap(({ anyOf }) => anyOf.map(holderOf)))));
  await sql.deleteFrom('ApprovalApprover').where('approvalId', '=', approvalId).execute();
  const rows = [...named].map((holder) => ({ approvalId, holder, accountId, asked: asked.has(holder) }));
  if (rows.length > 0) await sql.insertInto('ApprovalApprover').values(rows).execute();
}
