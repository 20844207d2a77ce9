import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { OrderStatus } from '../domain/order-lifecycle.ts';
import type { PlaceOrder } from '../domain/place-order-input.ts';
import type { OrderSearch } from '../use-cases/list-orders.ts';
import { OrderStatusEnum } from './order-enums.ts';

@InputType('PaymentInput', { description: 'How the buyer means to pay. It is stored with the order; nothing is charged yet.' })
export class PaymentInput {
  @Field(() => String, { description: 'The kind of payment, such as INVOICE or CARD.' })
  kind: string;
}

@InputType('PlaceOrderInput', { description: 'What to order, at which price. Give a cartId or a quoteId: exactly one of them.' })
export class PlaceOrderInput implements PlaceOrder {
  @Field(() => ID, { nullable: true, description: 'The cart to order.' })
  cartId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The published quote to accept and order.' })
  quoteId?: string | null;
  @Field(() => String, { description: 'The priceHash of the cart or quote as the buyer saw it.' })
  priceHash: string;
  @Field(() => String, { description: 'Made by the client, one for each order it means to place: a repeat with the same key gets the same order.' })
  idempotencyKey: string;
  @Field(() => ID, { nullable: true, description: 'The address to ship to; stored with the order.' })
  shipToAddressId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The address to bill; stored with the order.' })
  billToAddressId?: string | null;
  @Field(() => String, { nullable: true, description: 'The shipping method; stored with the order.' })
  shippingMethod?: string | null;
  @Field(() => PaymentInput, { nullable: true, description: 'How the buyer means to pay; stored with the order.' })
  payment?: PaymentInput | null;
  @Field(() => String, { nullable: true, description: "The buyer's own number for the purchase; stored with the order." })
  purchaseOrderNumber?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the buyer accepts the terms; stored with the order.' })
  termsAccepted?: boolean | null;
}

@InputType('OrderSearch', { description: 'Which orders to list. All conditions that are given must hold.' })
export class OrderSearchInput implements OrderSearch {
  @Field(() => String, { nullable: true, description: 'The exact number, such as O-2026-000123.' })
  number?: string | null;
  @Field(() => [OrderStatusEnum], { nullable: true, description: 'One of these statuses.' })
  status?: OrderStatus[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Placed at this moment or later.' })
  placedFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Placed before this moment.' })
  placedTo?: Date | null;
}
