import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { OrdersContext } from '../context.ts';
import type { Approval } from '../entities/approval.ts';
import { followApproval, type FollowApproval } from '../use-cases/follow-approval.ts';
import { readApproval } from '../use-cases/read-approval.ts';
import { ApprovalType } from './approval.type.ts';

@ObjectType('ApprovalChange', { simpleResolvers: true, description: 'A frame of `approvalChanged`: which versions it spans, why, and the approval as it now is.' })
class ApprovalChangeType implements Omit<Frame, 'aggregateId'> {
  @Field(() => ChangeKindEnum, { description: 'Whether this is the first state or a change.' })
  kind: ChangeKind;
  @Field(() => String, { description: 'What happened: APPROVAL_REQUESTED, APPROVAL_AGREED, APPROVAL_GRANTED, APPROVAL_REJECTED, APPROVAL_WITHDRAWN, APPROVAL_VOIDED, APPROVAL_EXPIRED, APPROVAL_ORDERED, MERGED; or the kind of the frame.' })
  cause: string;
  @Field(() => Int, { description: 'The version before; 0 in a snapshot.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version this frame leads to.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}

@Resolver(() => ApprovalChangeType)
export class ApprovalSubscriptions {
  @Subscription(() => ApprovalChangeType, {
    description: 'Follows one approval: a snapshot first (or, with afterVersion, every change since), then each change. Rights are checked on every frame. Errors: NOT_FOUND.',
    subscribe: ({ args, context }) => followApproval(context as OrdersContext, args as FollowApproval),
  })
  approvalChanged(
    @Arg('approvalId', () => ID, { description: "The approval's id." }) _approvalId: string,
    @Arg('afterVersion', () => Int, { nullable: true, description: 'The last version the client saw.' }) _afterVersion: number | null,
    @Root() frame: Frame,
  ): Frame {
    return frame;
  }

  @FieldResolver(() => ApprovalType, { description: 'The approval as it is when the frame is read.' })
  approval(@Root() { aggregateId }: Frame, @Ctx() context: OrdersContext): Promise<Approval> {
    return readApproval(context, aggregateId);
  }
}
