import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { LineStatus } from '../domain/fulfilment-steps.ts';
import type { OrderStatus } from '../domain/order-lifecycle.ts';
import { LineStatusEnum } from './fulfilment-enums.ts';
import { OrderStatusEnum } from './order-enums.ts';

/** What a search by all criteria shows of what it found; the rest is in the details that it leads to. [ORD-21, ORD-25] */

@ObjectType('FoundOrder', { simpleResolvers: true, description: 'What an advanced search shows of an order; whom it names, and its agreement, are in the order itself.' })
export class FoundOrderType {
  @Field(() => String, { description: 'The number for people.' })
  number: string;
  @Field(() => OrderStatusEnum, { description: 'How far the order is.' })
  status: OrderStatus;
  @Field(() => DateTimeScalar, { description: 'When it was placed.' })
  placedAt: Date;
  @Field(() => String, { nullable: true, description: "The buyer's own number for the purchase." })
  purchaseOrderNumber: string | null | undefined;
}

@ObjectType('FoundOrderLine', { simpleResolvers: true, description: 'What an advanced search shows of an order line; whom it names, and its agreement, are in the line and the order themselves.' })
export class FoundOrderLineType {
  @Field(() => Int, { description: 'Its place in the order, from 0.' })
  position: number;
  @Field(() => String, { description: 'The SKU of the product.' })
  sku: string;
  @Field(() => String, { description: 'What the product was called.' })
  description: string;
  @Field(() => String, { description: 'The unit the quantity counts.' })
  uom: string;
  @Field(() => LineStatusEnum, { description: 'How far it is.' })
  status: LineStatus;
  @Field(() => String, { nullable: true, description: 'The day it is wished for, such as 2030-05-03.' })
  requestedOn: string | null | undefined;
}
