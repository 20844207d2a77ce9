import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { MergeReason } from '../domain/judge-merge.ts';
import { MERGE_KINDS, MERGE_STATUSES, MERGE_STEPS, type MergeKind, type MergeStatus, type MergeStep } from '../domain/merge-steps.ts';
import type { AuditedPart, Merge, MergedPart } from '../entities/merge.ts';
import type { MergePreview, PreviewedPart } from '../use-cases/describe-merge.ts';

const enumOf = <Name extends string>(names: readonly Name[]): { [N in Name]: N } => Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };

export const MergeKindEnum = enumOf(MERGE_KINDS);
registerEnumType(MergeKindEnum, { name: 'MergeKind', description: 'What becomes another: PARTY is who somebody is, ACCOUNT what is bought under.' });
const MergeStatusEnum = enumOf(MERGE_STATUSES);
registerEnumType(MergeStatusEnum, { name: 'MergeStatus', description: 'OPEN goes on by itself; MERGED is done; REFUSED came to nothing, with everything as before; UNCHANGED was of something into itself.' });
const MergeStepEnum = enumOf(MERGE_STEPS);
registerEnumType(MergeStepEnum, { name: 'MergeStep', description: 'How far it is. Until AGREED it may come to nothing; afterwards it always ends MERGED.' });

@ObjectType('MergeReason', { simpleResolvers: true, description: 'Why two cannot be merged, or not now [MERGE-11].' })
export class MergeReasonType implements MergeReason {
  @Field(() => String, { description: 'NOT_A_CUSTOMER, KINDS_DIFFER, NOT_ACTIVE, MERGE_UNDER_WAY, PARTIES_DIFFER, CHECKOUT_UNDER_WAY, QUOTE_HELD, TRANSFER_UNDER_WAY, CART_HELD or SUBGRAPH_UNAVAILABLE.' })
  code: string;
  @Field(() => String, { description: 'The same in words.' })
  message: string;
}

@ObjectType('MergedPart', { simpleResolvers: true, description: 'How much of one kind was handed over.' })
class MergedPartType implements MergedPart {
  @Field(() => String, { description: 'The part of the shop that has it.' })
  subgraph: string;
  @Field(() => String, { description: 'Of what, such as shoppingLists.' })
  part: string;
  @Field(() => Int, { description: 'How many are the receiving side\'s now.' })
  moved: number;
  @Field(() => Int, { description: 'How many were given up, because the receiving side has its own.' })
  dropped: number;
}

@ObjectType('AuditedPart', { simpleResolvers: true, description: 'What either side had of one kind before and after [MERGE-12].' })
class AuditedPartType implements AuditedPart {
  @Field(() => String, { description: 'The part of the shop that has it.' })
  subgraph: string;
  @Field(() => String, { description: 'Of what.' })
  part: string;
  @Field(() => Int, { description: 'How many the giving side had.' })
  givingBefore: number;
  @Field(() => Int, { description: 'How many the receiving side had.' })
  receivingBefore: number;
  @Field(() => Int, { description: 'How many the giving side has: what is kept as history.' })
  givingAfter: number;
  @Field(() => Int, { description: 'How many the receiving side has.' })
  receivingAfter: number;
}

@ObjectType('Merge', { simpleResolvers: true, description: 'One party or account becomes another.' })
export class MergeType implements Pick<Merge, 'id' | 'kind' | 'fromId' | 'toId' | 'status' | 'step' | 'version' | 'reason'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => MergeKindEnum, { description: 'What becomes another.' })
  kind: MergeKind;
  @Field(() => ID, { description: 'The party or account that is merged into the other.' })
  fromId: string;
  @Field(() => ID, { description: 'The one that stays.' })
  toId: string;
  @Field(() => MergeStatusEnum, { description: 'What has come of it.' })
  status: MergeStatus;
  @Field(() => MergeStepEnum, { description: 'How far it is.' })
  step: MergeStep;
  @Field(() => Int, { description: 'Goes up by one with each step.' })
  version: number;
  @Field(() => String, { nullable: true, description: 'Why it was asked for.' })
  reason: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  finishedAt: Date | null | undefined;
  @Field(() => [MergeReasonType], { nullable: true, description: 'Why nothing came of it.' })
  obstacles: readonly MergeReason[] | null | undefined;
  @Field(() => [MergedPartType], { nullable: true, description: 'What was handed over; null until it is MERGED.' })
  parts: readonly MergedPart[] | null | undefined;
  @Field(() => [AuditedPartType], { nullable: true, description: 'What either side had before and after; null where merges are not audited (the setting is off unless somebody turns it on).' })
  audit: readonly AuditedPart[] | null | undefined;
}

export const MergeConnectionType = connectionType('Merge', MergeType);

@ObjectType('PreviewedPart', { simpleResolvers: true, description: 'How much of one kind would be handed over, and what either side has.' })
class PreviewedPartType implements PreviewedPart {
  @Field(() => String, { description: 'The part of the shop that has it.' })
  subgraph: string;
  @Field(() => String, { description: 'Of what, such as shoppingLists.' })
  part: string;
  @Field(() => Int, { description: 'How many would be the receiving side\'s.' })
  moved: number;
  @Field(() => Int, { description: 'How many would be given up.' })
  dropped: number;
  @Field(() => Int, { description: 'How many the giving side has.' })
  giving: number;
  @Field(() => Int, { description: 'How many the receiving side has.' })
  receiving: number;
}

@ObjectType('MergePreview', { simpleResolvers: true, description: 'What a merge would do now; nothing is changed.' })
export class MergePreviewType implements Pick<MergePreview, 'reasons' | 'parts'> {
  @Field(() => [MergeReasonType], { description: 'All that stands in the way, together; empty when it may begin.' })
  reasons: readonly MergeReason[];
  @Field(() => [PreviewedPartType], { description: 'What would move, and what would be given up.' })
  parts: readonly PreviewedPart[];
}
