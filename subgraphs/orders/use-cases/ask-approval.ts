import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { minorFrom } from '#kernel/money.ts';
import type { OrdersTx } from '../context.ts';
import { openRequirements, type Demand } from '../domain/approval-flow.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import { changesOfOrder } from '../domain/order-changes.ts';
import type { Approval } from '../entities/approval.ts';
import type { Checkout } from '../entities/checkout.ts';
import { changeApproval, noteApprovers } from './change-approval.ts';
import { takeNumber } from './take-number.ts';

export interface AskedApproval {
  readonly checkout: Checkout;
  readonly confirmation: Confirmation;
  readonly costCentreId: string | null;
  readonly contentHash: string;
  readonly demands: readonly Demand[];
  readonly now: Date;
  readonly days: number;
}

const DAY_MS = 86_400_000;

/**
 * Asks for approval in the transaction that ends the checkout. Asked again for the same content it is the same request; other
 * content of the same cart or quote takes its place. @returns the id of the approval
 */
export async function askApproval(tx: OrdersTx, asked: AskedApproval): Promise<string> {
  const { checkout, contentHash, now } = asked;
  const openFor = checkout.quoteId ?? checkout.cartId ?? '';
  const open = await tx.sql.selectFrom('Approval').selectAll().where('openFor', '=', openFor).executeTakeFirst();
  if (open?.contentHash === contentHash) return open.id;
  if (open) await voidApproval(tx, open, now, 'It was asked for anew, with other content.');
  if (checkout.input.express) await refuseAnswered(tx, openFor, contentHash);

  const approval = approvalOf(asked, openFor, await takeNumber(tx, `A-${now.getUTCFullYear()}`));
  await tx.sql.insertInto('Approval').values(approval).execute();
  await noteApprovers(tx, approval, openRequirements(approval.demands, []));
  const { id, accountId, version, number, requesterId, cartId = null, quoteId = null } = approval;
  const changes = changesOfOrder(null, approval);
  await tx.announce({ accountId, aggregateType: 'approval', aggregateId: id, aggregateVersion: version, type: 'APPROVAL_REQUESTED', actorId: requesterId, payload: { approvalId: id, number, requesterId, cartId, quoteId, changes } });
  return id;
}

/** Express orders are sent again and again: a no is not asked about twice. */
async function refuseAnswered({ sql }: OrdersTx, cartId: string, contentHash: string): Promise<void> {
  const last = await sql.selectFrom('Approval').select(['id', 'contentHash']).where('cartId', '=', cartId).orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (last?.contentHash === contentHash) throw refuse('INVALID_STATE', 'This order was asked for before, and nothing came of it. Change it, or order it yourself.', { cartId, approvalId: last.id });
}

/** What was asked about is no longer so; nothing comes of it. */
export const voidApproval = (tx: OrdersTx, approval: Approval, now: Date, message: string): Promise<Approval> =>
  changeApproval(tx, approval, { command: 'void', roles: ['system'], actorId: null, now, trouble: { code: 'APPROVAL_STALE', message, details: {} } });

function approvalOf({ checkout, confirmation, costCentreId, contentHash, demands, now, days }: AskedApproval, openFor: string, number: string): Approval {
  const { accountId, ownerId, currency, total } = confirmation;
  const { ownerId: requesterId, cartId, quoteId, input, facts } = checkout;
  return {
    id: newId(),
    accountId,
    number,
    requesterId,
    ownerId,
    cartId,
    quoteId,
    openFor,
    contentHash,
    input,
    facts,
    confirmation,
    costCentreId,
    currency,
    totalMinor: minorFrom(total, currency),
    demands,
    status: 'PENDING',
    version: 1,
    orderId: null,
    trouble: null,
    nextAt: now,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * DAY_MS),
    updatedAt: now,
  };
}
