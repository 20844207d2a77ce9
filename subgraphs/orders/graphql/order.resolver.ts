import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Action } from '#kernel/lifecycle.ts';
import type { Connection } from '#kernel/paging.ts';
import { ActionType } from '#kernel/shared-types.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { cancelOrder } from '../use-cases/cancel-order.ts';
import { actionsOn } from '../use-cases/judge-order.ts';
import { listOrders } from '../use-cases/list-orders.ts';
import { placeOrder } from '../use-cases/place-order.ts';
import { readOrder } from '../use-cases/read-order.ts';
import { ForeignAccount, ForeignCart, ForeignQuote } from './foreign-types.ts';
import { OrderLineType } from './order-line.type.ts';
import { OrderSearchInput, PlaceOrderInput } from './order.inputs.ts';
import { OrderType } from './order.type.ts';
import { PlaceOrderOutcome } from './place-order-outcome.ts';

const OrderConnectionType = connectionType('Order', OrderType);
const refTo = (id: string | null | undefined): { id: string } | null => (id == null ? null : { id });

@Resolver(() => OrderType)
export class OrderResolver {
  @Query(() => OrderType, { nullable: true, description: 'One order. Errors: NOT_FOUND, also for orders of others.' })
  order(@Arg('id', () => ID, { description: "The order's id." }) id: string, @Ctx() context: OrdersContext): Promise<Order> {
    return readOrder(context, id);
  }

  @Query(() => OrderConnectionType, { description: 'The orders the viewer may see, newest first: their own, with VIEW_ORDER those of the account, for the seller all.' })
  orders(
    @Arg('search', () => OrderSearchInput, { nullable: true, description: 'Which orders; all when absent.' }) search: OrderSearchInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<Order>> {
    return listOrders(context, search ?? {}, { first, after });
  }

  @Mutation(() => PlaceOrderOutcome, {
    description:
      'Orders a cart, or accepts and orders a published quote, at the price the buyer saw. Business buyers need CREATE_ORDER. Errors: PRICE_CHANGED (details hold the new price), INSUFFICIENT_STOCK, IDEMPOTENCY_KEY_REUSED, CART_ORDERED, QUOTE_EXPIRED, QUOTE_STATUS_INVALID, NOT_FOUND, FORBIDDEN, CONFLICT (still being placed: repeat with the same key).',
  })
  placeOrder(@Arg('input', () => PlaceOrderInput, { description: 'What to order, at which price.' }) input: PlaceOrderInput, @Ctx() context: OrdersContext): Promise<Order> {
    return placeOrder(context, input);
  }

  @Mutation(() => OrderType, { description: 'Calls off a whole order that is ENTERED or BOOKED. Business buyers need CANCEL_ORDER. Errors: INVALID_STATE, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  cancelOrder(
    @Arg('orderId', () => ID, { description: "The order's id." }) orderId: string,
    @Arg('reason', () => String, { description: 'Why it is called off, in words.' }) reason: string,
    @Ctx() context: OrdersContext,
  ): Promise<Order> {
    return cancelOrder(context, orderId, reason);
  }

  @FieldResolver(() => ForeignAccount, { nullable: true, description: 'The account that bought.' })
  soldTo(@Root() order: Order): { id: string } | null {
    return refTo(order.accountId);
  }

  @FieldResolver(() => ForeignCart, { nullable: true, description: 'The cart it was ordered from; null for a quote.' })
  cart(@Root() order: Order): { id: string } | null {
    return refTo(order.cartId);
  }

  @FieldResolver(() => ForeignQuote, { nullable: true, description: 'The quote it was ordered from; null for a cart.' })
  quote(@Root() order: Order): { id: string } | null {
    return refTo(order.quoteId);
  }

  @FieldResolver(() => [OrderLineType], { description: 'What was bought, in the order of the cart or quote.' })
  lines(@Root() order: Order, @Ctx() { loaders }: OrdersContext): Promise<OrderLine[]> {
    return loaders.linesOfOrder.load(order.id);
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do to the order, and whether it is allowed now.' })
  async availableActions(@Root() order: Order, @Ctx() context: OrdersContext): Promise<Action[]> {
    return actionsOn(requireViewer(context), order, await context.loaders.linesOfOrder.load(order.id));
  }
}
