import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, registerEnumType, Resolver, Root } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Money } from '#kernel/money.ts';
import type { Connection } from '#kernel/paging.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import type { OrdersContext } from '../context.ts';
import { CUSTOMER_USAGES, type CustomerUsage } from '../domain/advanced-search.ts';
import type { OrderSort } from '../domain/order-sorts.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { listCustomersOfOrders, type CustomerChoice } from '../use-cases/list-customers-of-orders.ts';
import { searchOrderLines } from '../use-cases/search-order-lines.ts';
import { searchOrders } from '../use-cases/search-orders.ts';
import { AdvancedLineSearchInput, AdvancedOrderSearchInput } from './advanced-search.inputs.ts';
import { FoundOrderLineType, FoundOrderType } from './found-orders.type.ts';
import { OrderSortEnum } from './order-enums.ts';
import { OrderLineType } from './order-line.type.ts';
import { shownTotal } from './order-totals.resolver.ts';
import { OrderType } from './order.type.ts';

const CustomerUsageEnum = Object.fromEntries(CUSTOMER_USAGES.map((usage) => [usage, usage])) as { [U in CustomerUsage]: U };
registerEnumType(CustomerUsageEnum, { name: 'OrderCustomerUsage', description: 'As what an order names a customer.' });

@ObjectType('CustomerChoice', { simpleResolvers: true, description: 'A customer to search orders by.' })
class CustomerChoiceType implements CustomerChoice {
  @Field(() => ID, { description: 'What the search takes.' })
  id: string;
  @Field(() => String, { description: 'The name, with the account that the buying organisation keeps it under: "Harbour Works (C-17)".' })
  label: string;
}

const FoundOrderConnectionType = connectionType('FoundOrder', FoundOrderType);
const FoundLineConnectionType = connectionType('FoundOrderLine', FoundOrderLineType);
const ERRORS = 'Business people only, where it is switched on. Errors: SEARCH_CRITERIA_REQUIRED (details list the criteria of which one is needed), SEARCH_TOO_BROAD, WILDCARD_NOT_SUPPORTED, OPERATION_DISABLED, FORBIDDEN, UNAUTHENTICATED for guests, BAD_CURSOR, BAD_USER_INPUT.';

@Resolver(() => FoundOrderType)
export class AdvancedOrderResolver {
  @Query(() => FoundOrderConnectionType, { description: `Finds orders by all criteria, among those the viewer may see. ${ERRORS}` })
  advancedOrders(
    @Arg('search', () => AdvancedOrderSearchInput, { description: 'Which orders.' }) search: AdvancedOrderSearchInput,
    @Arg('sort', () => OrderSortEnum, { nullable: true, defaultValue: 'NEWEST', description: 'What the list begins with; by value is not possible here.' }) sort: OrderSort | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<Order>> {
    return searchOrders(context, search, sort ?? 'NEWEST', { first, after });
  }

  @Query(() => [CustomerChoiceType], { description: `Customers that orders name, to search by, the first 20 by name. ${ERRORS}` })
  customersOfOrders(
    @Arg('usage', () => CustomerUsageEnum, { description: 'As what they are named.' }) usage: CustomerUsage,
    @Arg('name', () => String, { nullable: true, description: 'How the name begins.' }) name: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<CustomerChoice[]> {
    return listCustomersOfOrders(context, usage, name ?? '');
  }

  @FieldResolver(() => MoneyType, { description: 'What the buyer pays; at list price for who may not see net prices.' })
  total(@Root() order: Order, @Ctx() context: OrdersContext): Promise<Money> {
    return shownTotal(order, context);
  }

  @FieldResolver(() => OrderType, { description: 'The details, parcels among them.' })
  order(@Root() order: Order): Order {
    return order;
  }
}

@Resolver(() => FoundOrderLineType)
export class AdvancedLineResolver {
  @Query(() => FoundLineConnectionType, { description: `Finds lines of orders by all criteria, among those the viewer may see, newest first. ${ERRORS}` })
  advancedOrderLines(
    @Arg('search', () => AdvancedLineSearchInput, { description: 'Which lines.' }) search: AdvancedLineSearchInput,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<OrderLine>> {
    return searchOrderLines(context, search, { first, after });
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much was ordered.' })
  quantity(@Root() { quantityMicro }: OrderLine): string {
    return fromMicro(quantityMicro);
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much has been shipped.' })
  shippedQuantity(@Root() { shippedMicro }: OrderLine): string {
    return fromMicro(shippedMicro);
  }

  @FieldResolver(() => OrderLineType, { description: 'The details of the line.' })
  line(@Root() line: OrderLine): OrderLine {
    return line;
  }

  @FieldResolver(() => OrderType, { description: 'The order it is of.' })
  async order(@Root() { orderId }: OrderLine, @Ctx() { loaders }: OrdersContext): Promise<Order | undefined> {
    return loaders.orderById.load(orderId);
  }
}
