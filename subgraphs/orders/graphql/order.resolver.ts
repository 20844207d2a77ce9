import { listedLines } from '../domain/line-tree.ts';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Action } from '#kernel/lifecycle.ts';
import type { Connection } from '#kernel/paging.ts';
import { ActionType } from '#kernel/shared-types.ts';
import type { OrdersContext } from '../context.ts';
import type { OrderSort } from '../domain/order-sorts.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { cancelOrder } from '../use-cases/cancel-order.ts';
import { actionsOn } from '../use-cases/judge-order.ts';
import { listOrders } from '../use-cases/list-orders.ts';
import { continueCheckout } from '../use-cases/continue-checkout.ts';
import { placeOrder } from '../use-cases/place-order.ts';
import { readOrder } from '../use-cases/read-order.ts';
import { ForeignAccount, ForeignCart, ForeignQuote } from './foreign-types.ts';
import { OrderLineType } from './order-line.type.ts';
import { OrderSortEnum } from './order-enums.ts';
import { OrderSearchInput } from './order-search.inputs.ts';
import { PlaceOrderInput } from './order.inputs.ts';
import { OrderType } from './order.type.ts';
import { outcomeShown, PlaceOrderOutcome, type ApprovalRequiredType, type AuthenticationRequiredType } from './place-order-outcome.ts';

const OrderConnectionType = connectionType('Order', OrderType);
const refTo = (id: string | null | undefined): { id: string } | null => (id == null ? null : { id });

@Resolver(() => OrderType)
export class OrderResolver {
  @Query(() => OrderType, { nullable: true, description: 'One order. Errors: NOT_FOUND, also for orders of others.' })
  order(@Arg('id', () => ID, { description: "The order's id." }) id: string, @Ctx() context: OrdersContext): Promise<Order> {
    return readOrder(context, id);
  }

  @Query(() => OrderConnectionType, { description: 'The orders the viewer may see. What they are goes by the deployment: those sold to them, billed to them, or both. Private people find their own; business buyers their own, with VIEW_ORDER those sold to the account, with VIEW_BILL_TO_ORDER those billed to it, with CANCEL_ORGANIZATION_ORDER those of other operating units too, and those of carts they were administrators of; the seller finds all. Errors: UNAUTHENTICATED for guests, FORBIDDEN for criteria that are not for the viewer (details list those that are), WILDCARD_NOT_SUPPORTED, SEARCH_TOO_BROAD, BAD_CURSOR, BAD_USER_INPUT.' })
  orders(
    @Arg('search', () => OrderSearchInput, { nullable: true, description: 'Which orders; all when absent.' }) search: OrderSearchInput | null,
    @Arg('sort', () => OrderSortEnum, { nullable: true, defaultValue: 'NEWEST', description: 'What the list begins with.' }) sort: OrderSort | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<Order>> {
    return listOrders(context, search ?? {}, sort ?? 'NEWEST', { first, after });
  }

  @Mutation(() => PlaceOrderOutcome, {
    description:
      'Orders a cart, or accepts and orders a published quote, at the price the buyer saw. Business buyers need CREATE_ORDER. Where their organisation wants a yes first, the outcome is ApprovalRequired; a repeat with the same key answers with the order once there is one. Errors: PRICE_CHANGED (details hold the new price), INSUFFICIENT_STOCK, IDEMPOTENCY_KEY_REUSED, CART_ORDERED, ACCOUNT_NOT_APPROVED, QUOTE_EXPIRED, QUOTE_STATUS_INVALID, CUSTOM_ITEM_NOT_ORDERABLE, TERMS_NOT_ACCEPTED, COST_CENTRE_REQUIRED, BUDGET_EXCEEDED, PAYMENT_DECLINED, PAYMENT_FAILED, CREDIT_LIMIT_EXCEEDED, NOT_FOUND, FORBIDDEN, CONFLICT (still being placed: repeat with the same key).',
  })
  placeOrder(@Arg('input', () => PlaceOrderInput, { description: 'What to order, at which price.' }) input: PlaceOrderInput, @Ctx() context: OrdersContext): Promise<Order | ApprovalRequiredType | AuthenticationRequiredType> {
    return placeOrder(context, input).then((outcome) => outcomeShown(context, outcome));
  }

  @Mutation(() => PlaceOrderOutcome, { description: "Goes on with the viewer's own attempt after they authenticated with their bank; the payment service is asked how it went. Sent again it hears the same. Errors: NOT_FOUND (no such attempt, or it came to nothing), PAYMENT_DECLINED, PAYMENT_FAILED, and those of placeOrder." })
  continueCheckout(@Arg('idempotencyKey', () => String, { description: 'As given to placeOrder.' }) key: string, @Ctx() context: OrdersContext): Promise<Order | ApprovalRequiredType | AuthenticationRequiredType> {
    return continueCheckout(context, key).then((outcome) => outcomeShown(context, outcome));
  }

  @Mutation(() => OrderType, { description: 'Calls off a whole order that is ENTERED or BOOKED; what it took is given back, and whoever placed it hears of it by e-mail. Business buyers need CANCEL_ORDER, for an order of another operating unit CANCEL_ORGANIZATION_ORDER. Errors: ORDER_NOT_CANCELLABLE (contact the sales representative), ORDER_HANDED_OVER, OPERATION_DISABLED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  cancelOrder(
    @Arg('orderId', () => ID, { description: "The order's id." }) orderId: string,
    @Arg('reason', () => String, { description: 'Why it is called off: one of the reasons of the deployment, where it lists them, else in words.' }) reason: string,
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

  @FieldResolver(() => [OrderLineType], { description: 'What was bought, in the order of the cart or quote: of what is put together the whole, with the price of all of it; what it is put together of is within it. Only of telecom models that stands here too, indented by its depth.' })
  async lines(@Root() order: Order, @Ctx() { loaders, config }: OrdersContext): Promise<OrderLine[]> {
    return listedLines(await loaders.linesOfOrder.load(order.id), config);
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do to the order, and whether it is allowed now.' })
  async availableActions(@Root() order: Order, @Ctx() context: OrdersContext): Promise<Action[]> {
    return actionsOn(context, order, await context.loaders.linesOfOrder.load(order.id));
  }
}
