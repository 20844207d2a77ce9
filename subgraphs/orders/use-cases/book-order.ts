import { refuse } from '#kernel/errors.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Order } from '../entities/order.ts';
import { changeOrder } from './change-order.ts';
import { judgeOrder } from './judge-order.ts';
import { readOrder } from './read-order.ts';
import { takeCredit } from './take-credit.ts';

/** The seller accepts an order that was only taken down: its lines await shipping from now on. [ORD-05, ORD-31] */
export async function bookOrder(context: OrdersContext, orderId: string): Promise<Order> {
  const viewer = requireAdministrator(context);
  const { id } = await readOrder(context, orderId);
  context.loaders.orderById.clear(id);
  return context.db.transact(async (tx) => {
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const { to } = judgeOrder(context, order, [], 'book');
    const now = context.clock.now();
    const problem = await takeCredit(tx, order, now);
    if (problem) throw refuse(problem.code, problem.message, { orderId });
    return changeOrder(tx, order, { status: to, bookingProblem: null }, { type: 'ORDER_BOOKED', actorId: viewer.id, now });
  });
}
