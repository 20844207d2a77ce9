import { refuse } from '#kernel/errors.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import type { OrdersContext } from '../context.ts';
import { readDocumentSearch, type DocumentSearch } from '../domain/document-search.ts';
import { lookBackDays } from '../domain/look-back.ts';
import { endOf } from '../domain/search-text.ts';
import type { Invoice } from '../entities/invoice.ts';
import { accountOf, orderWithin, reachOf } from './find-reach.ts';
import { requireRegistered } from './guard-tracker.ts';

export interface InvoiceSearch extends DocumentSearch {
  /** Something of it is still to be paid, or nothing. */
  readonly open?: boolean | null;
}

/** The invoices of orders the viewer may see, newest first: ids are made in time order, so they are the cursor. [ORD-13, ORD-19] */
export function listInvoices(context: OrdersContext, search: InvoiceSearch, page: PageRequest): Promise<Connection<Invoice>> {
  const viewer = requireRegistered(context);
  const { config, clock, db } = context;
  if (!config.invoicesPage) throw refuse('OPERATION_DISABLED', 'The order tracker shows no invoices here.');
  const { number, from, to, ...ofOrder } = readDocumentSearch(viewer, search, clock.now(), (days) => lookBackDays(config.lookBackChoices, days));
  const reach = reachOf(context, viewer);
  const accountId = accountOf(reach);
  return readPage(page, (invoice: Invoice) => [invoice.id], 1, (limit, after) => {
    let rows = db.sql.selectFrom('Invoice').selectAll('Invoice').where((eb) => eb.exists(orderWithin(eb, 'Invoice.orderId', reach, ofOrder)));
    if (accountId !== undefined) rows = rows.where('Invoice.accountId', '=', accountId);
    if (number) rows = 'is' in number ? rows.where('Invoice.number', '=', number.is) : rows.where('Invoice.number', '>=', number.begins).where('Invoice.number', '<', endOf(number.begins));
    if (from) rows = rows.where('Invoice.createdAt', '>=', from);
    if (to) rows = rows.where('Invoice.createdAt', '<', to);
    if (search.open != null) rows = rows.whereRef('Invoice.appliedMinor', search.open ? '<' : '=', 'Invoice.amountMinor');
    if (after?.[0]) rows = rows.where('Invoice.id', '<', after[0]);
    return rows.orderBy('Invoice.id', 'desc').limit(limit).execute();
  });
}
