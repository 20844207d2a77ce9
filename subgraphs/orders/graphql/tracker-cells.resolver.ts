import { rootsOf } from '../domain/line-tree.ts';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import { cellsOf, type TrackerCell } from '../domain/order-cells.ts';
import type { Order } from '../entities/order.ts';
import { readTrackerView } from '../use-cases/read-tracker-view.ts';
import { shownTotal } from './order-totals.resolver.ts';
import { OrderType } from './order.type.ts';
import { TrackerCellType } from './tracker.type.ts';

/** A row of the tracker's list of orders, as the seller configured its columns. */
@Resolver(() => OrderType)
export class TrackerCellsResolver {
  @FieldResolver(() => [TrackerCellType], { description: 'The order as the tracker shows it: the displayed columns of ORDER_SUMMARY, or of ORDER_HEADER with the head of its details, in order, each value cut to the length of its column. Errors: UNAUTHENTICATED for guests.' })
  async cells(@Root() order: Order, @Arg('header', () => Boolean, { nullable: true, defaultValue: false, description: 'Whether the columns of ORDER_HEADER are shown.' }) header: boolean | null, @Ctx() context: OrdersContext): Promise<TrackerCell[]> {
    const [columns, total, lines] = await Promise.all([readTrackerView(context, header ? 'ORDER_HEADER' : 'ORDER_SUMMARY'), shownTotal(order, context), header ? context.loaders.linesOfOrder.load(order.id) : []]);
    const { number, status, purchaseOrderNumber, orderType, requestedOn, shippingMethod, paymentTerm } = order;
    const agreement = [...new Set(lines.map(({ agreementId }) => agreementId).filter((id) => id != null))].join(', ');
    return cellsOf(columns, {
      number, status, purchaseOrderNumber, orderType, requestedOn, shippingMethod, paymentTerm, agreement,
      endCustomer: order.parties?.endCustomer?.customer?.name,
      placedAt: order.placedAt.toISOString(),
      total: `${total.amount} ${total.currency}`,
      reference: order.cartId ?? order.quoteId,
      sku: rootsOf(lines).map(({ sku }) => sku).join(', '),
    });
  }
}
