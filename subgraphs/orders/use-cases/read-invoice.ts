import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Invoice } from '../entities/invoice.ts';
import { seesOrder } from './read-order.ts';

/** An invoice by its number, for who may see its order. [ORD-35] */
export async function readInvoice(context: OrdersContext, number: string): Promise<Invoice> {
  requireViewer(context);
  const invoice = await context.db.sql.selectFrom('Invoice').selectAll().where('number', '=', number.trim().toUpperCase()).executeTakeFirst();
  const order = invoice && (await context.loaders.orderById.load(invoice.orderId));
  if (!invoice || !order || !(await seesOrder(context, order))) throw refuse('NOT_FOUND', 'There is no such invoice.', { number });
  return invoice;
}
