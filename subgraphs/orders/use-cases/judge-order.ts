import { actionOf, judge, judgeOrRefuse, type Action, type Move } from '#kernel/lifecycle.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { ORDER_LIFECYCLE, type OrderCommand, type OrderFacts, type OrderRole, type OrderStatus } from '../domain/order-lifecycle.ts';
import { rolesOf } from '../domain/order-rights.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';

const factsOf = (lines: readonly OrderLine[]): OrderFacts => ({ hasReturns: lines.some((line) => line.returnedMicro > 0n) });

/** May the viewer do this to the order now? @returns the move, which says where to and what leaves with it */
export function judgeOrder(viewer: Viewer, order: Order, lines: readonly OrderLine[], command: OrderCommand): Move<OrderStatus, OrderRole, OrderFacts> {
  const question = { status: order.status, command, roles: rolesOf(viewer, order), facts: factsOf(lines) };
  return judgeOrRefuse(ORDER_LIFECYCLE, question, { orderId: order.id });
}

/** The mutations a viewer could send for the order, and whether they would be allowed. */
export function actionsOn(viewer: Viewer, order: Order, lines: readonly OrderLine[]): Action[] {
  const question = { status: order.status, roles: rolesOf(viewer, order), facts: factsOf(lines) };
  return [actionOf('cancelOrder', judge(ORDER_LIFECYCLE, { ...question, command: 'cancel' }))];
}
