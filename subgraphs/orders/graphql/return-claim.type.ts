import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import type { Money } from '#kernel/money.ts';
import type { ClaimedQuantity } from '../use-cases/claim-return.ts';

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
