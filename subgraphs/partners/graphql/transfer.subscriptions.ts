import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { PartnersContext } from '../context.ts';
import type { Transfer } from '../entities/transfer.ts';
import { followTransfer, type FollowTransfer } from '../use-cases/follow-transfer.ts';
import { readTransfer } from '../use-cases/read-transfer.ts';
import { TransferType } from './transfer.type.ts';

@ObjectType('TransferChange', { simpleResolvers: true, description: 'A frame of `transferChanged`: which versions it spans, why, and the transfer as it now is.' })
class TransferChangeType implements Omit<Frame, 'aggregateId'> {
  @Field(() => ChangeKindEnum, { description: 'SNAPSHOT, CHANGE or RESET.' })
  kind: ChangeKind;
  @Field(() => String, { description: 'What happened: TRANSFER_OFFERED, TRANSFER_CONFIRMED, TRANSFER_SENT, TRANSFER_RECALLED, TRANSFER_ACKNOWLEDGED, TRANSFER_FAILED, TRANSFER_CANCELED; or the kind of the frame.' })
  cause: string;
  @Field(() => Int, { description: 'The version before; 0 in a snapshot.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version this frame leads to.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}

@Resolver(() => TransferChangeType)
export class TransferSubscriptions {
  @Subscription(() => TransferChangeType, {
    description: 'Follows one transfer: a snapshot first (or, with afterVersion, every change since), then each change, none skipped and none twice. Rights are checked on every frame. Errors: NOT_FOUND.',
    subscribe: ({ args, context }) => followTransfer(context as PartnersContext, args as FollowTransfer),
  })
  async transferChanged(
    @Arg('transferId', () => ID, { description: "The transfer's id." }) _transferId: string,
    @Arg('afterVersion', () => Int, { nullable: true, description: 'The last version the client saw.' }) _afterVersion: number | null,
    @Root() frame: Frame,
    @Ctx() context: PartnersContext,
  ): Promise<Frame> {
    await readTransfer(context, frame.aggregateId);
    return frame;
  }

  @FieldResolver(() => TransferType, { description: 'The transfer as it is when the frame is read.' })
  transfer(@Root() frame: Frame, @Ctx() context: PartnersContext): Promise<Transfer> {
    return readTransfer(context, frame.aggregateId);
  }
}
