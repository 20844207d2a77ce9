import { Field, ID, ObjectType } from 'type-graphql';
import { DecimalScalar } from '#kernel/shared-types.ts';
import type { OrderedComponent } from '../domain/ordered-line.ts';
import type { Objection, PolicyReason } from '../domain/return-policy.ts';
import { PolicyReasonEnum } from './return-enums.ts';

@ObjectType('ReturnObjection', { simpleResolvers: true, description: 'Why something cannot come back.' })
export class ReturnObjectionType implements Objection {
  @Field(() => PolicyReasonEnum, { description: 'Which rule.' })
  reason: PolicyReason;
  @Field(() => String, { description: 'In words.' })
  message: string;
}

@ObjectType('ReturnableComponent', { simpleResolvers: true, description: 'Something that a model or kit is put together of, to be shown beside it; it comes back with that only.' })
export class ReturnableComponentType implements OrderedComponent {
  @Field(() => ID, { description: 'Its order line.' })
  orderLineId: string;
  @Field(() => ID, { description: 'The order line of what it is in.' })
  parentLineId: string;
  @Field(() => String, { description: 'The product.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'How much of it all of the line took.' })
  quantity: string;
}

@ObjectType('ReturnableLine', { description: 'An order line to choose from: nothing of it comes back until it is added.' })
export class ReturnableLineType {}
