import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ExtraFieldType, type ExtraField } from '#kernel/extra-field-type.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { AgreedTerms } from '../domain/contract-terms.ts';
import type { BookingProblem } from '../domain/first-status.ts';
import type { OrderStatus, OrderHandOver } from '../domain/order-lifecycle.ts';
import type { Order } from '../entities/order.ts';
import { OrderStatusEnum, OrderHandOverEnum } from './order-enums.ts';
import { AgreedTermsType } from './terms.type.ts';

type Shown = 'id' | 'number' | 'storeNumber' | 'handOver' | 'version' | 'status' | 'placedAt' | 'purchaseOrderNumber' | 'shippingMethod' | 'shipToAddressId' | 'billToAddressId' | 'shippingInstructions' | 'requestedOn' | 'note' | 'termsAccepted' | 'terms' | 'cancelReason' | 'bookingProblem' | 'pricesIncludeTax' | 'paymentTerm' | 'fields';

@ObjectType('BookingProblem', { simpleResolvers: true, description: 'Why an order could not be booked.' })
class BookingProblemType implements BookingProblem {
  @Field(() => String, { description: 'A code of the published list, such as CREDIT_LIMIT_EXCEEDED.' })
  code: BookingProblem['code'];
  @Field(() => String, { description: 'The same in words.' })
  message: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Order', { simpleResolvers: true, description: 'What a buyer bought, at the prices that were confirmed; later price changes do not touch it.' })
export class OrderType implements Pick<Order, Shown> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as O-2026-000123; that of the order system, once that has taken it over.' })
  number: string;
  @Field(() => String, { description: 'The number it was given here, whatever becomes of it; searches by number find it too.' })
  storeNumber: string;
  @Field(() => OrderHandOverEnum, { nullable: true, description: 'Where it is on its way to the order system of the seller; null where orders stay here.' })
  handOver: OrderHandOver | null | undefined;
  @Field(() => Int, { description: 'Goes up by one with each change of the order or of anything in it.' })
  version: number;
  @Field(() => OrderStatusEnum, { description: 'How far the order is.' })
  status: OrderStatus;
  @Field(() => DateTimeScalar, { description: 'When the order was placed.' })
  placedAt: Date;
  @Field(() => String, { nullable: true, description: "The buyer's own number for the purchase, as given when placing or else in the cart." })
  purchaseOrderNumber: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The shipping method that was priced, or else as given when placing.' })
  shippingMethod: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'The address to ship to, as given when placing or else in the cart.' })
  shipToAddressId: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'The address to bill, as given when placing or else in the cart.' })
  billToAddressId: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'A word of the buyer to who brings it.' })
  shippingInstructions: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The day it is wished for, such as 2030-05-03.' })
  requestedOn: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The note on the cart, as it was when it was ordered.' })
  note: string | null | undefined;
  @Field(() => Boolean, { description: 'Whether its prices include tax.' })
  pricesIncludeTax: boolean;
  @Field(() => String, { nullable: true, description: 'The payment term that was confirmed.' })
  paymentTerm: string | null | undefined;
  @Field(() => [ExtraFieldType], { description: 'Additional information of the cart, as it was when it was ordered.' })
  fields: readonly ExtraField[];
  @Field(() => Boolean, { description: 'Whether the buyer accepted the terms, when placing or before.' })
  termsAccepted: boolean;
  @Field(() => AgreedTermsType, { nullable: true, description: 'The terms it was made under, and who agreed to them; null when nobody had to, or did.' })
  terms: AgreedTerms | null | undefined;
  @Field(() => BookingProblemType, { nullable: true, description: 'Why it is only ENTERED though it should have been booked; null unless that is so.' })
  bookingProblem: BookingProblem | null | undefined;
  @Field(() => String, { nullable: true, description: 'Why the order was canceled; null unless it was.' })
  cancelReason: string | null | undefined;
}
