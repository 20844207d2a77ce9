import { refuse } from '#kernel/errors.ts';
import type { OrdersTx } from '../context.ts';
import { changeApproval } from './change-approval.ts';

/** What was approved has become an order, in the transaction of that order: withdrawn or voided meanwhile, there is none. */
export async function completeApproval(tx: OrdersTx, approvalId: string, orderId: string, now: Date): Promise<void> {
  const approval = await tx.sql.selectFrom('Approval').selectAll().where('id', '=', approvalId).executeTakeFirst();
  if (!approval) throw refuse('APPROVAL_STALE', 'The order was never approved.', { approvalId });
  await changeApproval(tx, approval, { command: 'order', roles: ['system'], actorId: approval.requesterId, now, orderId });
}
