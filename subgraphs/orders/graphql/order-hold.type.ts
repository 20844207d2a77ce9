import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { OrderHold } from '../entities/order-hold.ts';

@ObjectType('OrderHold', { simpleResolvers: true, description: 'What keeps an order, or a line of it, where it is until the seller releases it.' })
export class OrderHoldType implements Pick<OrderHold, 'id' | 'orderLineId' | 'reason' | 'placedAt' | 'releasedAt' | 'releaseReason'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => ID, { nullable: true, description: 'The line that is held; null for the order as a whole.' })
  orderLineId: string | null | undefined;
  @Field(() => String, { description: 'Why, in words.' })
  reason: string;
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  placedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was released; null while it holds.' })
  releasedAt: Date | null | undefined;
  @Field(() => String, { nullable: true, description: 'Why it was released.' })
  releaseReason: string | null | undefined;
}
