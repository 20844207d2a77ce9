import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import type { Money } from '#kernel/money.ts';
import type { ClaimedQuantity } from '../use-cases/claim-return.ts';

@Directive('@inaccessible')
@ObjectType('ReturnableLine', { simpleResolvers: true, description: 'For peers: an order line, as somebody who wants to return it has to know it.' })
export class ReturnableLineType {
  @Field(() => ID, { description: 'The order line.' })
  id: string;
  @Field(() => ID, { description: 'Its order.' })
  orderId: string;
  @Field(() => String, { description: "The order's number." })
  orderNumber: string;
  @Field(() => String, { description: 'The product.' })
  sku: string;
  @Field(() => ID, { description: 'The account that bought.' })
  accountId: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency paid in.' })
  currency: string;
  @Field(() => DecimalScalar, { description: 'How much was ordered.' })
  quantity: string;
  @Field(() => DecimalScalar, { description: 'How much may still come back.' })
  returnableQuantity: string;
  @Field(() => DecimalScalar, { description: 'How much submitted returns took.' })
  returnedQuantity: string;
  @Field(() => MoneyType, { description: 'The price of one unit.' })
  unitPrice: Money;
  @Field(() => MoneyType, { nullable: true, description: 'The list price of one unit, for who may not see what was paid; null when the line had none.' })
  listPrice: Money | null;
  @Field(() => MoneyType, { description: 'What was paid for the line.' })
  total: Money;
  @Field(() => MoneyType, { description: 'What submitted returns get back for it.' })
  refunded: Money;
  @Field(() => Boolean, { description: 'Whether the product may come back at all.' })
  returnable: boolean;
}

@Directive('@inaccessible')
@ObjectType('ReturnClaim', { simpleResolvers: true, description: 'For peers: what a return took from an order line, and what will be refunded for it.' })
export class ReturnClaimType {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => MoneyType, { description: 'The refund.' })
  refund: Money;
}

@Directive('@inaccessible')
@InputType('ReturnClaimInput', { description: 'For peers: how much of an order line a return takes.' })
export class ReturnClaimInput implements ClaimedQuantity {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => DecimalScalar, { description: 'How much comes back.' })
  quantity: string;
}
