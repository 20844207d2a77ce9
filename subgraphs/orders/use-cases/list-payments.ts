import { refuse } from '#kernel/errors.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import type { OrdersContext } from '../context.ts';
import { readDocumentSearch, type DocumentSearch } from '../domain/document-search.ts';
import { lookBackDays } from '../domain/look-back.ts';
import type { CardPaymentStatus } from '../domain/payment-lifecycle.ts';
import { endOf } from '../domain/search-text.ts';
import type { Payment } from '../entities/payment.ts';
import { orderWithin, reachOf } from './find-reach.ts';
import { requireRegistered } from './guard-tracker.ts';

export interface PaymentSearch extends DocumentSearch {
  readonly status?: readonly CardPaymentStatus[] | null;
}

/** The payments of orders the viewer may see, newest first. [ORD-13, ORD-19] */
export function listPayments(context: OrdersContext, search: PaymentSearch, page: PageRequest): Promise<Connection<Payment>> {
  const viewer = requireRegistered(context);
  const { config, clock, db } = context;
  if (!config.paymentsPage) throw refuse('OPERATION_DISABLED', 'The order tracker shows no payments here.');
  const { number, from, to, ...ofOrder } = readDocumentSearch(viewer, search, clock.now(), (days) => lookBackDays(config.lookBackChoices, days));
  const reach = reachOf(context, viewer);
  return readPage(page, (payment: Payment) => [payment.id], 1, (limit, after) => {
    let rows = db.sql.selectFrom('Payment').selectAll('Payment').where((eb) => eb.exists(orderWithin(eb, 'Payment.orderId', reach, ofOrder)));
    if (number) rows = 'is' in number ? rows.where('Payment.number', '=', number.is) : rows.where('Payment.number', '>=', number.begins).where('Payment.number', '<', endOf(number.begins));
    if (from) rows = rows.where('Payment.createdAt', '>=', from);
    if (to) rows = rows.where('Payment.createdAt', '<', to);
    if (search.status != null) rows = rows.where('Payment.status', 'in', [...search.status]);
    if (after?.[0]) rows = rows.where('Payment.id', '<', after[0]);
    return rows.orderBy('Payment.id', 'desc').limit(limit).execute();
  });
}
