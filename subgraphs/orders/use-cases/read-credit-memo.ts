import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { CreditMemo } from '../entities/credit-memo.ts';
import type { Order } from '../entities/order.ts';
import { seesOrder } from './read-order.ts';

/** A credit memo by its number, for who may see its order. */
export async function readCreditMemo(context: OrdersContext, number: string): Promise<CreditMemo> {
  requireViewer(context);
  const memo = await context.db.sql.selectFrom('CreditMemo').selectAll().where('number', '=', number.trim().toUpperCase()).executeTakeFirst();
  if (!memo || !(await seesMemo(context, memo))) throw refuse('NOT_FOUND', 'There is no such credit memo.', { number });
  return memo;
}

/** Those of a return whose orders the viewer may see. */
export async function creditMemosOfReturn(context: OrdersContext, returnId: string): Promise<CreditMemo[]> {
  requireViewer(context);
  const memos = await context.loaders.creditMemosOfReturn.load(returnId);
  const seen = await Promise.all(memos.map((memo) => seesMemo(context, memo)));
  return memos.filter((_, i) => seen[i]);
}

/** What was ordered in place of a return, as far as the viewer may see it. */
export async function replacementsOfReturn(context: OrdersContext, returnId: string): Promise<Order[]> {
  requireViewer(context);
  const orders = await context.db.sql.selectFrom('Order').selectAll().where('replacesReturnId', '=', returnId).orderBy('id').execute();
  const seen = await Promise.all(orders.map((order) => seesOrder(context, order)));
  return orders.filter((_, i) => seen[i]);
}

async function seesMemo(context: OrdersContext, { orderId }: CreditMemo): Promise<boolean> {
  const order = await context.loaders.orderById.load(orderId);
  return order !== undefined && seesOrder(context, order);
}
