import { refuse } from '#kernel/errors.ts';
import { once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import { minorFrom, moneyOf } from '#kernel/money.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { InvoicePayment } from '../entities/invoice-payment.ts';
import { changeOrder } from './change-order.ts';

export interface AppliedAmount {
  readonly invoiceNumber: string;
  readonly amount: string;
}

export interface RecordReceipt {
  readonly kind: string;
  readonly reference?: string | null;
  readonly applications: readonly AppliedAmount[];
  readonly idempotencyKey?: string | null;
}

/** Money came in otherwise than by card, a check say: it is applied to invoices, to each as much as the seller says, at most what is due. [ORD-35] */
export async function recordReceipt(context: OrdersContext, { kind, reference, applications, idempotencyKey: key }: RecordReceipt): Promise<Invoice[]> {
  const viewer = requireAdministrator(context);
  if (applications.length === 0) throw refuse('BAD_USER_INPUT', 'Name at least one invoice.');
  const now = context.clock.now();
  const ids = await context.db.transact((tx) =>
    once(tx, viewer, { operation: 'recordReceipt', key, body: { kind, reference, applications } }, async () => {
      const paid: string[] = [];
      for (const { invoiceNumber, amount } of applications) {
        const invoice = await tx.sql.selectFrom('Invoice').selectAll().where('number', '=', invoiceNumber.trim().toUpperCase()).executeTakeFirst();
        if (!invoice) throw refuse('NOT_FOUND', 'There is no such invoice.', { number: invoiceNumber });
        const amountMinor = minorFrom(amount, invoice.currency);
        if (amountMinor <= 0n) throw refuse('BAD_USER_INPUT', 'An amount that is paid is more than zero.', { number: invoiceNumber });
        const dueMinor = invoice.amountMinor - invoice.appliedMinor;
        if (amountMinor > dueMinor) throw refuse('BAD_USER_INPUT', `Of ${invoice.number} only ${moneyOf(dueMinor, invoice.currency).amount} is due.`, { number: invoice.number, due: moneyOf(dueMinor, invoice.currency) });
        await applyPayment(tx, invoice, { paymentId: null, kind, reference: reference ?? null, amountMinor, recordedById: viewer.id, paidAt: now });
        paid.push(invoice.id);
      }
      return paid.join(' ');
    }),
  );
  return context.db.sql.selectFrom('Invoice').selectAll().where('id', 'in', ids.split(' ')).orderBy('id').execute();
}

type Applied = Omit<InvoicePayment, 'id' | 'accountId' | 'invoiceId' | 'orderId'>;

/** Writes what was paid towards an invoice, and tells the order of it; also where the account owes no less by it, because it was taken off before. */
export async function applyPayment(tx: OrdersTx, invoice: Invoice, applied: Applied, told: { isOffAccount?: true } = {}): Promise<void> {
  const { id: invoiceId, accountId, orderId } = invoice;
  await tx.sql.insertInto('InvoicePayment').values({ id: newId(), accountId, invoiceId, orderId, ...applied }).execute();
  await tx.sql.updateTable('Invoice').set({ appliedMinor: invoice.appliedMinor + applied.amountMinor }).where('id', '=', invoiceId).execute();
  const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  await changeOrder(tx, order, {}, { type: 'INVOICE_PAID', actorId: applied.recordedById ?? null, now: applied.paidAt, payload: { invoiceId, invoiceNumber: invoice.number, amountMinor: Number(applied.amountMinor), ...told } });
}

/** A card was captured for an invoice: what that paid. More than is due is not applied twice. */
export async function applyCapture(tx: OrdersTx, { invoiceId, paymentId, amountMinor, now }: { invoiceId: string; paymentId: string; amountMinor: bigint; now: Date }): Promise<void> {
  const invoice = await tx.sql.selectFrom('Invoice').selectAll().where('id', '=', invoiceId).executeTakeFirst();
  if (!invoice) return;
  const dueMinor = invoice.amountMinor - invoice.appliedMinor;
  const appliedMinor = amountMinor < dueMinor ? amountMinor : dueMinor;
  if (appliedMinor > 0n) await applyPayment(tx, invoice, { paymentId, kind: 'CARD', reference: null, amountMinor: appliedMinor, recordedById: null, paidAt: now });
}
