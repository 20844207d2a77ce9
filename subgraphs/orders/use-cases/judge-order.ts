import { refuse } from '#kernel/errors.ts';
import { actionOf, judge, judgeOrRefuse, type Action, type Move } from '#kernel/lifecycle.ts';
import type { OrdersContext } from '../context.ts';
import { isOurs, ORDER_LIFECYCLE, type OrderCommand, type OrderFacts, type OrderRole, type OrderStatus } from '../domain/order-lifecycle.ts';
import { rolesOf } from '../domain/order-rights.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';

type Asker = Pick<OrdersContext, 'viewer' | 'config'>;

const factsOf = ({ openHolds, handOver }: Order, lines: readonly OrderLine[]): OrderFacts => ({
  hasReturns: lines.some((line) => line.returnedMicro > 0n),
  isPicked: lines.some((line) => line.pickedMicro > 0n),
  isHeld: openHolds > 0,
  isElsewhere: !isOurs(handOver),
});

/** May the viewer do this to the order now? @returns the move, which says where to and what leaves with it */
export function judgeOrder(asker: Asker, order: Order, lines: readonly OrderLine[], command: OrderCommand): Move<OrderStatus, OrderRole, OrderFacts> {
  return judgeOrRefuse(ORDER_LIFECYCLE, questionOf(asker, order, lines, command), { orderId: order.id, ...(order.handOver != null && { handOver: order.handOver }) });
}

/** Looks again, whatever was offered before; who may cancel is told whom to turn to when it is too late. [CAN-04] */
export function judgeCancellation(context: OrdersContext, order: Order, lines: readonly OrderLine[]): Move<OrderStatus, OrderRole, OrderFacts> {
  const question = questionOf(context, order, lines, 'cancel');
  if (question.roles.length === 0) throw refuse('FORBIDDEN', 'Not yours to do.', { orderId: order.id, action: 'cancel' });
  const judgement = judge(ORDER_LIFECYCLE, question);
  if (judgement.allowed) return judgement.move;
  if (judgement.code === 'ORDER_HANDED_OVER') throw refuseElsewhere(order);
  throw refuse('ORDER_NOT_CANCELLABLE', 'This order cannot be canceled online. Contact your sales representative.', { orderId: order.id, status: order.status, reason: judgement.reason });
}

/** Whoever has it changes it. [EXT-14, EXT-18] */
export const refuseElsewhere = ({ id: orderId, number, handOver }: Pick<Order, 'id' | 'number' | 'handOver'>): Error =>
  refuse('ORDER_HANDED_OVER', `Order ${number} went to the order system, where it is changed and fulfilled now.`, { orderId, number, handOver });

/** The mutations a viewer could send for the order, and whether they would be allowed; what is not theirs is absent. [CAN-01, CAN-02] */
export function actionsOn(context: OrdersContext, order: Order, lines: readonly OrderLine[]): Action[] {
  const question = questionOf(context, order, lines, 'cancel');
  if (question.roles.length === 0 || !offersCancellation(context)) return [];
  return [actionOf('cancelOrder', judge(ORDER_LIFECYCLE, question))];
}

/** The seller's administrator may whatever buyers are offered. */
export const offersCancellation = ({ viewer, config }: OrdersContext): boolean => config.cancellation || viewer?.kind === 'ADMINISTRATOR';

function questionOf({ viewer, config }: Asker, order: Order, lines: readonly OrderLine[], command: OrderCommand) {
  return { status: order.status, command, roles: viewer ? rolesOf(viewer, order, config) : [], facts: factsOf(order, lines) };
}

/** May fulfilment itself do this to the order now, without anybody's saying so? */
export function moveBySystem(order: Order, lines: readonly OrderLine[], command: OrderCommand): OrderStatus | undefined {
  const judgement = judge(ORDER_LIFECYCLE, { status: order.status, command, roles: ['system'], facts: factsOf(order, lines) });
  return judgement.allowed ? judgement.move.to : undefined;
}
