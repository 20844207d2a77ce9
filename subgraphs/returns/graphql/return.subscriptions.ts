import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { followReturn, readFollowed, type FollowReturn } from '../use-cases/follow-return.ts';
import { ReturnType } from './return.type.ts';

@ObjectType('ReturnChange', { simpleResolvers: true, description: 'A frame of `returnChanged`: which versions it spans, why, and the return as it now is.' })
class ReturnChangeType implements Omit<Frame, 'aggregateId'> {
  @Field(() => ChangeKindEnum, { description: 'SNAPSHOT, CHANGE or RESET.' })
  kind: ChangeKind;
  @Field(() => String, { description: 'What happened: RETURN_LINES_ADDED, RETURN_LINES_UPDATED, RETURN_PARTIES_SET, RETURN_RECALCULATED, RETURN_SUBMITTED, RETURN_AGREED, RETURN_APPROVED, RETURN_REJECTED, RETURN_CANCELED, RETURN_BOOKED, RETURN_LOCATED, RETURN_RECEIVED, RECEIVING_ENDED, RETURN_INSPECTED, RETURN_DISPOSED, RETURN_CREDITED, RETURN_REFUNDED, RETURN_CLOSED, MERGED; or the kind of the frame.' })
  cause: string;
  @Field(() => Int, { description: 'The version before; 0 in a snapshot.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version this frame leads to.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}

@Resolver(() => ReturnChangeType)
export class ReturnSubscriptions {
  @Subscription(() => ReturnChangeType, {
    description: 'Follows one return: a snapshot first (or, with afterVersion, every change since), then each change, none skipped and none twice. Rights are checked on every frame; whoever gives the return up before it was submitted gets a last frame, the error NOT_FOUND with `details.cause`. Errors: NOT_FOUND.',
    subscribe: ({ args, context }) => followReturn(context as ReturnsContext, args as FollowReturn),
  })
  async returnChanged(
    @Arg('returnId', () => ID, { description: "The return's id." }) _returnId: string,
    @Arg('afterVersion', () => Int, { nullable: true, description: 'The last version the client saw.' }) _afterVersion: number | null,
    @Root() frame: Frame,
    @Ctx() context: ReturnsContext,
  ): Promise<Frame> {
    await readFollowed(context, frame);
    return frame;
  }

  @FieldResolver(() => ReturnType, { description: 'The return as it is when the frame is read.' })
  return(@Root() frame: Frame, @Ctx() context: ReturnsContext): Promise<Return> {
    return readFollowed(context, frame);
  }
}
