import { rootsOf } from '../domain/line-tree.ts';
import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { moneyOf } from '#kernel/money.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { nextBill, type Bill } from '../domain/bill-shares.ts';
import { dueOn } from '../domain/due-day.ts';
import { billableMicro } from '../domain/sent-share.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { changeOrder } from './change-order.ts';
import { judgeOrder, moveBySystem } from './judge-order.ts';
import { readOrder } from './read-order.ts';
import { takeNumber } from './take-number.ts';

export interface Invoicing {
  readonly actorId: string | null;
  readonly now: Date;
  /** The parcel it comes with. */
  readonly shipmentId: string | null;
}

/** Bills what has been shipped, and what is not sent at all, and has not been billed; for orders of services nothing else does. */
export async function invoiceOrder(context: OrdersContext, orderId: string): Promise<Invoice> {
  const viewer = requireAdministrator(context);
  const { id } = await readOrder(context, orderId);
  context.loaders.orderById.clear(id);
  context.loaders.invoicesOfOrder.clear(id);
  return context.db.transact(async (tx) => {
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const lines = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', id).orderBy('position').execute();
    judgeOrder(context, order, lines, 'invoice');
    const { invoice } = await billOrder(tx, order, { actorId: viewer.id, now: context.clock.now(), shipmentId: null });
    if (!invoice) throw refuse('INVALID_STATE', 'There is nothing to bill: nothing has been shipped since the last invoice.', { orderId });
    return invoice;
  });
}

/**
 * Writes the next invoice of an order, if there is anything to bill, and closes the order once all of it is delivered and
 * billed. The event makes the payment capture the amount. [ORD-05, ORD-35]
 */
export async function billOrder(tx: OrdersTx, order: Order, { actorId, now, shipmentId }: Invoicing): Promise<{ order: Order; invoice?: Invoice }> {
  const lines = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', order.id).orderBy('position').execute();
  const billed = await tx.sql.selectFrom('Invoice').selectAll().where('orderId', '=', order.id).execute();
  const billedLines = await tx.sql.selectFrom('InvoiceLine').selectAll().where('orderId', '=', order.id).execute();
  const bill = nextBill({ order, lines: rootsOf(lines), billed, billedLines, upTo: new Map(rootsOf(lines).map((line) => [line.id, billableMicro(lines, line)])) });
  if (bill.amountMinor < 0n) throw refuse('INVALID_STATE', 'More has been billed than there is to pay now.', { orderId: order.id, tooMuch: moneyOf(-bill.amountMinor, order.currency) });
  const isEmpty = bill.lines.length === 0 && bill.amountMinor === 0n;
  if (isEmpty) return { order: await closeIfDone(tx, order, lines, actorId, now) };

  const invoice = invoiceOf(order, bill, await takeNumber(tx, `I-${now.getUTCFullYear()}`), shipmentId, now);
  await tx.sql.insertInto('Invoice').values(invoice).execute();
  const rows = bill.lines.map((line) => ({ ...line, invoiceId: invoice.id, orderId: order.id, accountId: order.accountId }));
  for (let i = 0; i < rows.length; i += CHUNK) await tx.sql.insertInto('InvoiceLine').values(rows.slice(i, i + CHUNK)).execute();
  await tx.sql.updateTable('OrderLine').set({ status: 'FULFILLED' }).where('orderId', '=', order.id).where('status', '=', 'BOOKED').execute();
  const payload = { invoiceId: invoice.id, invoiceNumber: invoice.number, amountMinor: Number(invoice.amountMinor), currency: order.currency };
  const invoiced = await changeOrder(tx, order, {}, { type: 'ORDER_INVOICED', actorId, now, payload });
  return { order: await closeIfDone(tx, invoiced, lines, actorId, now), invoice };
}

/** SQLite binds at most 32,766 values a statement. */
const CHUNK = 1_000;

function invoiceOf(order: Order, bill: Bill, number: string, shipmentId: string | null, now: Date): Invoice {
  const { subtotalMinor, discountMinor, freightMinor, taxMinor, reliefMinor, amountMinor, taxes } = bill;
  const { id: orderId, accountId, currency, pricesIncludeTax, paymentTerm } = order;
  return {
    id: newId(), accountId, orderId, number, shipmentId, currency, pricesIncludeTax, paymentTerm,
    subtotalMinor, discountMinor, freightMinor, taxMinor, reliefMinor, amountMinor, taxes,
    appliedMinor: 0n,
    dueOn: dueOn(paymentTerm, now),
    createdAt: now,
  };
}

/** An order of which everything left, or was never to be sent, and all of which is billed, is over. */
async function closeIfDone(tx: OrdersTx, order: Order, lines: readonly OrderLine[], actorId: string | null, now: Date): Promise<Order> {
  const isDone = lines.every((line) => !line.shippable || line.shippedMicro === line.quantityMicro);
  const status = isDone ? moveBySystem(order, lines, 'close') : undefined;
  return status ? changeOrder(tx, order, { status }, { type: 'ORDER_CLOSED', actorId, now }) : order;
}
