import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { OrdersContext } from '../context.ts';
import type { Order } from '../entities/order.ts';
import { followOrder, type FollowOrder } from '../use-cases/follow-order.ts';
import { readOrder } from '../use-cases/read-order.ts';
import { OrderType } from './order.type.ts';

@ObjectType('OrderChange', { simpleResolvers: true, description: 'A frame of `orderChanged`: which versions it spans, why, and the order as it now is.' })
class OrderChangeType implements Omit<Frame, 'aggregateId'> {
  @Field(() => ChangeKindEnum, { description: 'Whether this is the first state or a change.' })
  kind: ChangeKind;
  @Field(() => String, { description: 'What happened: ORDER_PLACED, LINES_SHIPPED, ORDER_INVOICED, ORDER_CLOSED, RETURN_CLAIMED, RETURN_RELEASED, ORDER_CANCELED, PAYMENT_CAPTURED, MERGED and the like; or the kind of the frame.' })
  cause: string;
  @Field(() => Int, { description: 'The version before; 0 in a snapshot.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version this frame leads to.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}

@Resolver(() => OrderChangeType)
export class OrderSubscriptions {
  @Subscription(() => OrderChangeType, {
    description: 'Follows one order: a snapshot first (or, with afterVersion, every change since), then each change. Rights are checked on every frame. Errors: NOT_FOUND.',
    subscribe: ({ args, context }) => followOrder(context as OrdersContext, args as FollowOrder),
  })
  orderChanged(
    @Arg('orderId', () => ID, { description: "The order's id." }) _orderId: string,
    @Arg('afterVersion', () => Int, { nullable: true, description: 'The last version the client saw.' }) _afterVersion: number | null,
    @Root() frame: Frame,
  ): Frame {
    return frame;
  }

  @FieldResolver(() => OrderType, { description: 'The order as it is when the frame is read.' })
  order(@Root() { aggregateId }: Frame, @Ctx() context: OrdersContext): Promise<Order> {
    return readOrder(context, aggregateId);
  }
}
