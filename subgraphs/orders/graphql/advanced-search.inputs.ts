import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { AdvancedLineSearch, AdvancedOrderSearch } from '../domain/advanced-search.ts';
import type { LineStatus } from '../domain/fulfilment-steps.ts';
import type { OrderStatus } from '../domain/order-lifecycle.ts';
import { LineStatusEnum } from './fulfilment-enums.ts';
import { OrderStatusEnum } from './order-enums.ts';

@InputType()
abstract class CustomersSearch {
  @Field(() => ID, { nullable: true, description: 'A customer it is shipped to, out of customersOfOrders.' })
  shipTo?: string | null;
  @Field(() => ID, { nullable: true, description: 'A customer it is billed to.' })
  billTo?: string | null;
  @Field(() => ID, { nullable: true, description: 'A customer for whom it is in the end.' })
  endCustomer?: string | null;
  @Field(() => ID, { nullable: true, description: 'The pricing agreement of something in it. Not enough by itself.' })
  agreement?: string | null;
  @Field(() => String, { nullable: true, description: "The buyer's own number for the purchase, or how it begins." })
  purchaseOrderNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The SKU of an item, or how it begins.' })
  sku?: string | null;
}

@InputType('AdvancedOrderSearch', { description: 'Which orders to find. All conditions that are given must hold; at least one must be other than status, dates and agreement. A % at the end of a text stands for anything.' })
export class AdvancedOrderSearchInput extends CustomersSearch implements AdvancedOrderSearch {
  @Field(() => String, { nullable: true, description: 'The number, or how it begins.' })
  number?: string | null;
  @Field(() => [OrderStatusEnum], { nullable: true, description: 'One of these statuses. Not enough by itself.' })
  status?: OrderStatus[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Placed at this moment or later. Not enough by itself.' })
  placedFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Placed before this moment. Not enough by itself.' })
  placedTo?: Date | null;
}

@InputType('AdvancedOrderLineSearch', { description: 'Which lines of orders to find. All conditions that are given must hold; at least one must be other than status, requested days and agreement. A % at the end of a text stands for anything.' })
export class AdvancedLineSearchInput extends CustomersSearch implements AdvancedLineSearch {
  @Field(() => String, { nullable: true, description: 'The number of the order, or how it begins.' })
  orderNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The number of a parcel, or how it begins.' })
  shipmentNumber?: string | null;
  @Field(() => [LineStatusEnum], { nullable: true, description: 'One of these statuses. Not enough by itself.' })
  status?: LineStatus[] | null;
  @Field(() => String, { nullable: true, description: 'Wished for on this day, such as 2030-05-03, or later. Not enough by itself.' })
  requestedFrom?: string | null;
  @Field(() => String, { nullable: true, description: 'Wished for on this day or earlier. Not enough by itself.' })
  requestedTo?: string | null;
}
