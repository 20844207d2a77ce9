import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { HandOverKind, HandOverStatus } from '../domain/hand-over-lifecycle.ts';
import type { HandOver } from '../entities/hand-over.ts';
import { HandOverKindEnum, HandOverStatusEnum } from './channel-enums.ts';

@ObjectType('HandOver', { simpleResolvers: true, description: 'An order or a quote that is handed over to a system of the seller. For the seller.' })
export class HandOverType implements Pick<HandOver, 'id' | 'version' | 'kind' | 'status' | 'storeNumber' | 'number' | 'attempts' | 'nextAt' | 'problem' | 'createdAt' | 'settledAt'> {
  @Field(() => ID, { description: 'The id of the order or quote.' })
  id: string;
  @Field(() => Int, { description: 'Counts what became of it; 0 until anything has.' })
  version: number;
  @Field(() => HandOverKindEnum, { description: 'What it is.' })
  kind: HandOverKind;
  @Field(() => HandOverStatusEnum, { description: 'How far it is.' })
  status: HandOverStatus;
  @Field(() => String, { description: 'Its number in the store.' })
  storeNumber: string;
  @Field(() => String, { nullable: true, description: 'Its number there; null until it was taken over.' })
  number: string | null | undefined;
  @Field(() => Int, { description: 'How often it was sent, since it was placed or last refused.' })
  attempts: number;
  @Field(() => DateTimeScalar, { description: 'When it is sent next, while it is PENDING and the system there is well.' })
  nextAt: Date;
  @Field(() => String, { nullable: true, description: 'Why it is not there yet, or why it was refused; null otherwise.' })
  problem: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it was placed or requested.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken over, refused or given up; null while it is PENDING.' })
  settledAt: Date | null | undefined;
}
