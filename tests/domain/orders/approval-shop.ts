import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { openShop, someone, stubPeers, type Peers, type Shop } from './shop.ts';
import type { Failpoint } from '../../../subgraphs/orders/failpoint.ts';
import { placeApprovedOrders } from '../../../subgraphs/orders/use-cases/place-approved-orders.ts';

export const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id status approval { id } budgetNotices { budget over { amount } } costCentre { code } } ... on ApprovalRequired { approvalId reason total { amount } } } }';
export const LIMIT = 'mutation ($limit: SpendingLimitInput!) { setSpendingLimit(limit: $limit) { id } }';
export const APPROVE = 'mutation ($input: DecideApprovalInput!) { approveOrder(input: $input) { status } }';
export const REJECT = 'mutation ($input: DecideApprovalInput!) { rejectOrder(input: $input) { status } }';
export const APPROVAL = 'query ($id: ID!) { approval(id: $id) { status version contentHash order { id } trouble { code } } }';
export const COSTS = 'mutation ($costCentre: CostCentreInput!) { saveCostCentre(costCentre: $costCentre) { id } }';
export const BUDGET = 'mutation ($budget: BudgetInput!) { saveBudget(budget: $budget) { id } }';

/** An organisation of which each order comes to 12.00 pounds. */
export interface Firm extends AsyncDisposable {
  shop: Shop;
  readonly peers: Peers;
  readonly buyer: Viewer;
  readonly boss: Viewer;
  readonly other: Viewer;
}

const MAY = ['CREATE_ORDER', 'VIEW_NET_PRICE', 'VIEW_ORDER', 'CANCEL_ORDER'];

export async function openFirm(failpoint?: Failpoint): Promise<Firm> {
  const buyer = someone('BUYER', MAY);
  const boss = someone('BUYER', [...MAY, 'APPROVE_ORDER', 'MANAGE_ACCOUNT'], buyer.accountId);
  const other = someone('BUYER', [...MAY, 'APPROVE_ORDER', 'MANAGE_ACCOUNT'], buyer.accountId);
  const peers = stubPeers(buyer);
  peers.members = [buyer, boss, other];
  const firm = { shop: await openShop(peers, { failpoint }), peers, buyer, boss, other, [Symbol.asyncDispose]: () => firm.shop[Symbol.asyncDispose]() };
  return firm;
}

export const limited = (firm: Firm, more: Record<string, unknown> = {}): Promise<unknown> => firm.shop.ask(firm.boss, LIMIT, { limit: { userId: firm.buyer.id, currency: 'GBP', perOrder: '10.00', ...more } });

export const wanted = (more: Record<string, unknown> = {}): { input: Record<string, unknown> } => ({ input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId(), ...more } });

export interface Outcome {
  readonly id?: string;
  readonly approvalId?: string;
  readonly [field: string]: unknown;
}

export const place = async ({ shop, buyer }: Firm, order = wanted(), as = buyer): Promise<Outcome> => (await shop.ask<{ placeOrder: Outcome }>(as, PLACE, order)).placeOrder;

export async function approvalOf({ shop, boss }: Firm, id: string): Promise<{ status: string; version: number; contentHash: string; order: { id: string } | null; trouble: { code: string } | null }> {
  return (await shop.ask<{ approval: never }>(boss, APPROVAL, { id })).approval;
}

export const saying = async (firm: Firm, approvalId: string, comment = 'Well.'): Promise<{ input: Record<string, unknown> }> => ({ input: { approvalId, contentHash: (await approvalOf(firm, approvalId)).contentHash, comment } });

/** The rounds of the worker, until something has come of it. */
export async function settle(firm: Firm, approvalId: string): Promise<Awaited<ReturnType<typeof approvalOf>>> {
  for (let round = 0; round < 20; round++) {
    await placeApprovedOrders(firm.shop.running.contextFor({ viewer: null, requestId: 'worker' }) as never);
    const approval = await approvalOf(firm, approvalId);
    if (approval.status !== 'APPROVED') return approval;
    firm.shop.clock.advance(31_000);
  }
  throw new Error('Nothing came of it.');
}
