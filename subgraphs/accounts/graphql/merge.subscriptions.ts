import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { AccountsContext } from '../context.ts';
import type { Merge } from '../entities/merge.ts';
import { findMerge, followMerge, type FollowedMerge } from '../use-cases/follow-merge.ts';
import { MergeType } from './merge.type.ts';

@ObjectType('MergeChange', { simpleResolvers: true, description: 'A frame of `mergeChanged`: which versions it spans, why, and the merge as it now is.' })
class MergeChangeType implements Omit<Frame, 'aggregateId'> {
  @Field(() => ChangeKindEnum, { description: 'SNAPSHOT, CHANGE or RESET.' })
  kind: ChangeKind;
  @Field(() => String, { description: 'What happened: MERGE_STARTED, MERGE_ADVANCED, MERGE_OBSTRUCTED, MERGE_REFUSED, MERGE_FINISHED, MERGE_UNCHANGED; or the kind of the frame.' })
  cause: string;
  @Field(() => Int, { description: 'The version before; 0 in a snapshot.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version this frame leads to.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}

@Resolver(() => MergeChangeType)
export class MergeSubscriptions {
  @Subscription(() => MergeChangeType, {
    description: 'Follows one merge: a snapshot first (or, with afterVersion, every step since), then each step. Administrators only. Errors: FORBIDDEN, NOT_FOUND.',
    subscribe: ({ args, context }) => followMerge(context as AccountsContext, args as FollowedMerge),
  })
  mergeChanged(
    @Arg('id', () => ID, { description: "The merge's id." }) _id: string,
    @Arg('afterVersion', () => Int, { nullable: true, description: 'The last version the client saw.' }) _afterVersion: number | null,
    @Root() frame: Frame,
  ): Frame {
    return frame;
  }

  @FieldResolver(() => MergeType, { description: 'The merge as it is when the frame is read.' })
  merge(@Root() { aggregateId }: Frame, @Ctx() context: AccountsContext): Promise<Merge> {
    return findMerge(context, aggregateId);
  }
}
