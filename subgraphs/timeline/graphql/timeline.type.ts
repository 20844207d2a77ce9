import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import { connectionType } from '#kernel/connection-type.ts';
import type { ChangeKind } from '#kernel/feed.ts';
import type { Money } from '#kernel/money.ts';
import { DateTimeScalar, MoneyType } from '#kernel/shared-types.ts';
import type { ActorKind } from '../domain/actor-kinds.ts';
import type { TimelineKind } from '../domain/timeline-kinds.ts';
import type { TimelineEntry } from '../entities/timeline-entry.ts';
import { ForeignUser } from './foreign-types.ts';
import { TimelineActorKindEnum, TimelineKindEnum } from './timeline-enums.ts';

@ObjectType('TimelineActor', { simpleResolvers: true, description: 'Who did something.' })
export class TimelineActorType {
  @Field(() => TimelineActorKindEnum, { description: 'What they are to the deal.' })
  kind: ActorKind;
  @Field(() => String, { nullable: true, description: 'The name for people; null for guests, jobs and outside systems.' })
  name: string | null;
  @Field(() => ForeignUser, { nullable: true, description: 'The person; null for jobs and outside systems.' })
  user: ForeignUser | null;
}

@ObjectType('TimelineFact', { simpleResolvers: true, description: 'A fact before and after. Amounts are told only to who may see net prices.' })
export class TimelineFactType {
  @Field(() => String, { description: 'Which fact: status, total, quantity, unitPrice, refundTotal, amount, reason, shipmentNumber, invoiceNumber, …; moreParts: of how many more lines something changed.' })
  field: string;
  @Field(() => String, { nullable: true, description: 'Of what: the SKU of a line; null for the whole.' })
  of: string | null;
  @Field(() => String, { nullable: true, description: 'What it was; null when it was not there. Of an amount, such as "12.50".' })
  before: string | null;
  @Field(() => String, { nullable: true, description: 'What it is from then on; null when it is gone.' })
  after: string | null;
  @Field(() => MoneyType, { nullable: true, description: 'What it was, if it is an amount.' })
  beforeAmount: Money | null;
  @Field(() => MoneyType, { nullable: true, description: 'What it is from then on, if it is an amount.' })
  afterAmount: Money | null;
}

@ObjectType('TimelineEntry', { simpleResolvers: true, description: 'Something that happened in a deal.' })
export class TimelineEntryType implements Pick<TimelineEntry, 'dealId' | 'position' | 'kind' | 'cause' | 'at'> {
  @Field(() => ID, { description: 'The deal it belongs to.' })
  dealId: string;
  @Field(() => Int, { description: 'Its place among all entries of the deal, in the order they were recorded, without a gap; a reader who may not see some finds gaps there.' })
  position: number;
  @Field(() => TimelineKindEnum, { description: 'What it is about.' })
  kind: TimelineKind;
  @Field(() => String, { description: 'What happened: LINES_ADDED, PUBLISH_QUOTE, ORDER_PLACED, …, as `cause` of a frame.' })
  cause: string;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}

export const TimelineEntryConnectionType = connectionType<TimelineEntryType>('TimelineEntry', TimelineEntryType);

@ObjectType('TimelineChange', { simpleResolvers: true, description: 'A frame of `timelineChanged`.' })
export class TimelineChangeType {
  @Field(() => ChangeKindEnum, { description: 'SNAPSHOT, CHANGE or RESET.' })
  kind: ChangeKind;
  @Field(() => ID, { description: 'The deal that positions count in; pass it back together with the last position.' })
  dealId: string;
  @Field(() => Int, { description: 'The position before; 0 in a snapshot.' })
  fromPosition: number;
  @Field(() => Int, { description: 'The position this frame leads to.' })
  position: number;
}
