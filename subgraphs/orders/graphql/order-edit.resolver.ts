import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { moneyOf } from '#kernel/money.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { editLines, editTotals } from '../domain/edit-order.ts';
import type { Order } from '../entities/order.ts';
import type { OrderEdit } from '../entities/order-edit.ts';
import { applyOrderEdit, discardOrderEdit } from '../use-cases/apply-order-edit.ts';
import { readOrder } from '../use-cases/read-order.ts';
import { stageOrderEdit } from '../use-cases/stage-order-edit.ts';
import { OrderEditPreviewType, OrderEditType, StageOrderEditInput } from './order-edit.type.ts';
import { OrderType } from './order.type.ts';

@Resolver(() => OrderEditType)
export class OrderEditResolver {
  @Mutation(() => OrderEditType, {
    description: 'Writes down what shall change of an ENTERED or BOOKED order, to be looked at first: less of lines, another address, another day. The seller\'s administrators, and where it is switched on buyers with CANCEL_ORDER. Errors: OPERATION_DISABLED, INVALID_STATE (picked or billed), BAD_USER_INPUT, FORBIDDEN, NOT_FOUND.',
  })
  stageOrderEdit(@Arg('input', () => StageOrderEditInput, { description: 'What shall change.' }) input: StageOrderEditInput, @Ctx() context: OrdersContext): Promise<OrderEdit> {
    return stageOrderEdit(context, input);
  }

  @Mutation(() => OrderType, { description: 'Makes a staged edit. Errors: STALE_VERSION (the order changed since), INVALID_STATE, OPERATION_DISABLED, FORBIDDEN, NOT_FOUND.' })
  applyOrderEdit(@Arg('editId', () => ID, { description: 'The edit.' }) editId: string, @Ctx() context: OrdersContext): Promise<Order> {
    return applyOrderEdit(context, editId);
  }

  @Mutation(() => OrderEditType, { description: 'Discards a staged edit. Errors: INVALID_STATE, NOT_FOUND.' })
  discardOrderEdit(@Arg('editId', () => ID, { description: 'The edit.' }) editId: string, @Ctx() context: OrdersContext): Promise<OrderEdit> {
    return discardOrderEdit(context, editId);
  }

  @FieldResolver(() => OrderType, { description: 'The order, as it is now.' })
  order(@Root() { orderId }: OrderEdit, @Ctx() context: OrdersContext): Promise<Order> {
    return readOrder(context, orderId);
  }

  @FieldResolver(() => OrderEditPreviewType, { nullable: true, description: 'What the order would come to; null once the edit is settled or the order moved on, and for who may not see net prices.' })
  async preview(@Root() edit: OrderEdit, @Ctx() context: OrdersContext): Promise<OrderEditPreviewType | null> {
    const order = await readOrder(context, edit.orderId);
    if (order.version !== edit.orderVersion || edit.settledAt != null || !seesNetPrices(context.viewer)) return null;
    const lines = await context.loaders.linesOfOrder.load(order.id);
    const totals = editTotals(order, lines, editLines(lines, edit.lines, order, [])); // nothing was billed since it was staged: the version would be another
    const money = (minor: bigint) => moneyOf(minor, order.currency);
    return {
      subtotal: money(totals.subtotalMinor),
      discountTotal: money(totals.discountTotalMinor),
      taxTotal: money(totals.taxTotalMinor),
      shippingTotal: money(order.shippingTotalMinor),
      total: money(totals.totalMinor),
      takenOff: money(order.totalMinor - totals.totalMinor),
    };
  }
}
