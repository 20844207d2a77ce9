import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { OrderStatus } from '../domain/order-lifecycle.ts';
import type { Order } from '../entities/order.ts';
import { OrderStatusEnum } from './order-enums.ts';

type Shown = 'id' | 'number' | 'version' | 'status' | 'placedAt' | 'purchaseOrderNumber' | 'shippingMethod' | 'shipToAddressId' | 'billToAddressId' | 'paymentKind' | 'termsAccepted' | 'cancelReason' | 'pricesIncludeTax' | 'paymentTerm';

@Directive('@key(fields: "id")')
@ObjectType('Order', { simpleResolvers: true, description: 'What a buyer bought, at the prices that were confirmed; later price changes do not touch it.' })
export class OrderType implements Pick<Order, Shown> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as O-2026-000123.' })
  number: string;
  @Field(() => Int, { description: 'Goes up by one with each change of the order or of anything in it.' })
  version: number;
  @Field(() => OrderStatusEnum, { description: 'How far the order is.' })
  status: OrderStatus;
  @Field(() => DateTimeScalar, { description: 'When the order was placed.' })
  placedAt: Date;
  @Field(() => String, { nullable: true, description: "The buyer's own number for the purchase, as given when placing." })
  purchaseOrderNumber: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The shipping method that was priced, or else as given when placing.' })
  shippingMethod: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'The address to ship to, as given when placing.' })
  shipToAddressId: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'The address to bill, as given when placing.' })
  billToAddressId: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'How the buyer means to pay, as given when placing; nothing is charged yet.' })
  paymentKind: string | null | undefined;
  @Field(() => Boolean, { description: 'Whether its prices include tax.' })
  pricesIncludeTax: boolean;
  @Field(() => String, { nullable: true, description: 'The payment term that was confirmed.' })
  paymentTerm: string | null | undefined;
  @Field(() => Boolean, { description: 'Whether the buyer accepted the terms when placing.' })
  termsAccepted: boolean;
  @Field(() => String, { nullable: true, description: 'Why the order was canceled; null unless it was.' })
  cancelReason: string | null | undefined;
}
