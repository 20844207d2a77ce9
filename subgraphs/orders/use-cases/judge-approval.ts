import { refuse } from '#kernel/errors.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { contentHashOf } from '../domain/approval-content.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import type { Checkout } from '../entities/checkout.ts';
import { askApproval } from './ask-approval.ts';
import { findCostCentre, judgeSpending } from './judge-spending.ts';

interface JudgedApproval {
  readonly needed: boolean;
  readonly learn: (tx: OrdersTx) => Promise<Partial<Checkout>>;
}

/**
 * Whether somebody has to agree first. Then the checkout ends in a request for approval; one that goes on from an approval
 * is held to what was approved, to the letter. [I15]
 */
export async function judgeApproval(context: OrdersContext, checkout: Checkout, confirmation: Confirmation): Promise<JudgedApproval> {
  const { ownerId: placedById, input } = checkout;
  const { db, clock, config } = context;
  const costCentreId = await findCostCentre(db, confirmation.accountId, placedById, input.costCentreId);
  const contentHash = contentHashOf({ placedById, confirmation, costCentreId, input });
  if (checkout.approvalId != null) {
    await refuseUnlessApproved(db, checkout.approvalId, contentHash);
    return { needed: false, learn: async () => ({ costCentreId }) };
  }
  const demands = await judgeSpending(context, placedById, costCentreId, confirmation);
  if (demands.length === 0) return { needed: false, learn: async () => ({ costCentreId }) };
  const asked = { checkout, confirmation, costCentreId, contentHash, demands, now: clock.now(), days: config.approvalDays };
  return { needed: true, learn: async (tx) => ({ step: 'approvalRequired', approvalId: await askApproval(tx, asked) }) };
}

async function refuseUnlessApproved({ sql }: Pick<OrdersTx, 'sql'>, approvalId: string, contentHash: string): Promise<void> {
  const approval = await sql.selectFrom('Approval').select(['status', 'contentHash']).where('id', '=', approvalId).executeTakeFirst();
  if (approval?.status === 'APPROVED' && approval.contentHash === contentHash) return;
  throw refuse('APPROVAL_STALE', 'The order is not what was approved. Ask for it again.', { approvalId });
}
