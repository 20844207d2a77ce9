import { rootsPart, rowsPart } from '#kernel/takeover-rows.ts';
import { mapped, mappedWithin, type Takeover, type TakeoverDefinition, type TakeoverPart, type Obstacle } from '#kernel/takeover.ts';
import type { OrdersTx } from '../context.ts';
import { CLOSED_STEPS } from '../domain/checkout-steps.ts';
import type { Approval } from '../entities/approval.ts';
import type { Order } from '../entities/order.ts';
import type { OrdersTables } from '../entities/tables.ts';
import { changeOrder } from './change-order.ts';
import { spendingParts } from './merge-spending.ts';

type Part = TakeoverPart<OrdersTables>;
const named = (successions: readonly { readonly from: string }[]): string[] => ['', ...successions.map(({ from }) => from)];

/** What becomes of orders and what hangs on them when an account becomes another, or a person another one. Attempts to order that are over stay as they were. [MERGE-14] */
export const mergeOrders = (): TakeoverDefinition<OrdersTables> => ({
  parts: [ordersPart, trackersPart, ...byId, quoteCheckoutsPart, creditPart, approvalsPart, ...spendingParts],
  obstacles: findUnderWay,
});

/** An order that is being placed is placed first, or comes to nothing. */
async function findUnderWay({ sql }: OrdersTx, { accounts, people }: Takeover): Promise<Obstacle[]> {
  const open = await sql
    .selectFrom('Checkout')
    .select('id')
    .where('step', 'not in', CLOSED_STEPS)
    .where((eb) => eb.or([eb('accountId', 'in', named(accounts)), eb('ownerId', 'in', ['', ...people])]))
    .limit(1)
    .execute();
  return open.length === 0 ? [] : [{ code: 'CHECKOUT_UNDER_WAY', message: 'An order is being placed. Wait for it.' }];
}

const CHILDREN = ['OrderLine', 'NamedCustomer', 'FulfilmentPart', 'Invoice', 'InvoiceLine', 'InvoicePayment', 'OrderHold', 'OrderEdit', 'CreditHold', 'CreditReturn', 'CreditMemo', 'CreditMemoLine', 'ReturnClaimLine', 'BudgetCharge'];

const ordersPart: Part = rootsPart<OrdersTables, Order>({
  name: 'orders',
  table: 'Order',
  account: 'accountId',
  users: ['ownerId', 'placedById'],
  children: [...CHILDREN.map((table) => ({ table, root: 'orderId' })), { table: 'InstalledItem', root: 'orderId', users: ['ownerId'] }],
  /** Of others, billed to the giving side. */
  also: ({ sql }, { accounts }, limit) => sql.selectFrom('Order').selectAll().where('billToAccountId', 'in', named(accounts)).where('accountId', 'not in', named(accounts)).limit(limit).execute(),
  async write(tx, order, whose, takeover, { now }) {
    const billToAccountId = mapped(takeover, order.billToAccountId);
    await changeOrder(tx, { ...order, ...whose }, { ...whose, billToAccountId }, { type: 'MERGED', actorId: takeover.actorId, now });
  },
});

const trackersPart: Part = rowsPart({ name: 'orderTrackers', table: 'OrderTracker', account: 'accountId', users: ['userId'], key: ['orderId', 'userId'] });

const byId: Part[] = [
  rowsPart({ name: 'shipments', table: 'Shipment', account: 'accountId', key: ['id'] }),
  rowsPart({ name: 'payments', table: 'Payment', account: 'accountId', key: ['id'] }),
  rowsPart({ name: 'paymentOperations', table: 'PaymentOperation', account: 'accountId', key: ['id'] }),
  rowsPart({ name: 'returnClaims', table: 'ReturnClaim', account: 'accountId', key: ['returnId'] }),
  rowsPart({ name: 'termsAcceptances', table: 'TermsAcceptance', account: 'accountId', key: ['cartId'] }),
];

const quoteCheckoutsPart: Part = rowsPart({ name: 'quoteCheckouts', table: 'QuoteCheckout', account: 'accountId', users: ['userId'], key: ['quoteId', 'userId'] });

/** What is owed adds up; the limit of the receiving account stays. The version counts changes of the limit, each of which was an event of the account. */
const creditPart: Part = rowsPart({
  name: 'creditAccounts',
  table: 'CreditAccount',
  account: 'accountId',
  key: ['accountId', 'currency'],
  change: () => ({ version: 0 }),
  join: (theirs, dropped) => ({ owedMinor: (theirs.owedMinor as bigint) + (dropped.owedMinor as bigint) }),
});

const approvalsPart: Part = rootsPart<OrdersTables, Approval>({
  name: 'approvals',
  table: 'Approval',
  account: 'accountId',
  users: ['requesterId', 'ownerId'],
  children: [{ table: 'ApprovalDecision', root: 'approvalId' }, { table: 'ApprovalApprover', root: 'approvalId' }],
  async write(tx, approval, whose, takeover, { now }) {
    const { id, number, orderId = null } = approval;
    const changes = { ...whose, facts: mappedWithin(takeover, approval.facts), version: approval.version + 1, updatedAt: now };
    await tx.sql.updateTable('Approval').set(changes).where('id', '=', id).execute();
    const { accountId, requesterId } = { ...approval, ...whose };
    await tx.announce({ accountId, aggregateType: 'approval', aggregateId: id, aggregateVersion: changes.version, type: 'MERGED', actorId: takeover.actorId, payload: { approvalId: id, number, requesterId, orderId } });
  },
});
