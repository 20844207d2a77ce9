import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { CurrencyCodeScalar, DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';
import { OrderAddressType } from './order-address.type.ts';

@Directive('@inaccessible')
@ObjectType('ComponentToReturn', { simpleResolvers: true, description: 'For peers: something an order line is put together of; it comes back with that only.' })
export class ComponentToReturnType {
  @Field(() => ID, { description: 'Its order line.' })
  orderLineId: string;
  @Field(() => ID, { description: 'The order line of what it is in.' })
  parentLineId: string;
  @Field(() => String, { description: 'The product.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'How much of it all of the line took.' })
  quantity: string;
}

@Directive('@inaccessible')
@ObjectType('LineToReturn', { simpleResolvers: true, description: 'For peers: an order line, as somebody who wants to return it has to know it.' })
export class LineToReturnType {
  @Field(() => ID, { description: 'The order line.' })
  id: string;
  @Field(() => ID, { description: 'Its order.' })
  orderId: string;
  @Field(() => String, { description: "The order's number." })
  orderNumber: string;
  @Field(() => String, { description: "The order's status." })
  orderStatus: string;
  @Field(() => String, { description: 'How far the line is on its way.' })
  lineStatus: string;
  @Field(() => Boolean, { description: 'Whether the order or the line is held.' })
  isHeld: boolean;
  @Field(() => DateTimeScalar, { description: 'When it was ordered.' })
  placedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last of it left; null while nothing has.' })
  shippedAt: Date | null;
  @Field(() => String, { description: 'The product.' })
  sku: string;
  @Field(() => String, { description: 'What it is called.' })
  description: string;
  @Field(() => ID, { description: 'The account that bought.' })
  accountId: string;
  @Field(() => ID, { description: 'The account that was billed.' })
  billToAccountId: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency paid in.' })
  currency: string;
  @Field(() => String, { description: 'The unit of measure of all quantities.' })
  uom: string;
  @Field(() => DecimalScalar, { description: 'How much was ordered, and not canceled.' })
  quantity: string;
  @Field(() => DecimalScalar, { description: 'How much left.' })
  shippedQuantity: string;
  @Field(() => DecimalScalar, { description: 'How much submitted returns took.' })
  returnedQuantity: string;
  @Field(() => DecimalScalar, { description: 'How much may still come back.' })
  returnableQuantity: string;
  @Field(() => MoneyType, { nullable: true, description: 'The list price of one unit, for who may not see what was paid; null when the line had none.' })
  listPrice: Money | null;
  @Field(() => MoneyType, { description: 'What was paid for the line: its total less its discount, with its taxes.' })
  paid: Money;
  @Field(() => MoneyType, { description: 'Its share of the discount.' })
  discount: Money;
  @Field(() => MoneyType, { description: 'Its taxes.' })
  tax: Money;
  @Field(() => MoneyType, { description: 'How much of that was billed so far: no more comes back.' })
  billed: Money;
  @Field(() => MoneyType, { description: 'What submitted returns get back for it.' })
  refunded: Money;
  @Field(() => Boolean, { description: 'Whether the product may come back at all.' })
  returnable: boolean;
  @Field(() => Boolean, { description: 'Whether each piece has a serial number.' })
  serialControlled: boolean;
  @Field(() => [String], { description: 'The serial numbers of what left and has not come back.' })
  serialNumbers: string[];
  @Field(() => ID, { nullable: true, description: 'The order line it is a component of; it comes back with that only.' })
  parentLineId: string | null;
  @Field(() => [ComponentToReturnType], { description: 'All that is within it.' })
  components: ComponentToReturnType[];
  @Field(() => OrderAddressType, { nullable: true, description: 'Where it went.' })
  shipTo: OrderAddress | null;
  @Field(() => OrderAddressType, { nullable: true, description: 'Where it was billed.' })
  billTo: OrderAddress | null;
}
