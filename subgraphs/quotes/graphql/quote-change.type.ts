import { Field, Int, ObjectType } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';

@ObjectType('QuoteChange', { simpleResolvers: true, description: 'One frame of a live quote.' })
export class QuoteChangeType implements Pick<Frame, 'kind' | 'cause' | 'fromVersion' | 'version' | 'at'> {
  @Field(() => ChangeKindEnum, { description: 'SNAPSHOT, CHANGE or RESET.' })
  kind: ChangeKind;
  @Field(() => String, { description: 'What happened: the action of the audit (PUBLISH_QUOTE, …), LINES_CHANGED, NOTE_ADDED, CHECKOUT_STARTED, MERGED, …' })
  cause: string;
  @Field(() => Int, { description: 'The version before.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version after; send it as afterVersion to go on from here.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}
