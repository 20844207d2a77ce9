import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';

@ObjectType('CartChange', { simpleResolvers: true, description: 'One frame of a live cart.' })
export class CartChangeType implements Pick<Frame, 'kind' | 'cause' | 'fromVersion' | 'version' | 'at'> {
  @Field(() => ChangeKindEnum, { description: 'SNAPSHOT, CHANGE or RESET.' })
  kind: ChangeKind;
  @Field(() => String, { description: 'What happened: LINES_ADDED, LINES_UPDATED, LINES_REMOVED, UPDATED, REPRICED, SAVED, ACTIVATED, CHECKOUT_STARTED, ORDERED, MERGED, SHARED, MEMBER_ADDED, MEMBER_JOINED, ROLE_CHANGED, MEMBER_REMOVED, MEMBERS_CHANGED, MEMBER_FINISHED, SHARING_STOPPED, NOTIFIED, …' })
  cause: string;
  @Field(() => Int, { description: 'The version before. It is the version of the frame before, so a client knows that it missed nothing.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version after; send it as afterVersion to go on from here.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}
