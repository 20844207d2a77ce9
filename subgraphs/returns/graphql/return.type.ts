import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { ReturnStatus } from '../domain/return-lifecycle.ts';
import type { Return } from '../entities/return.ts';
import { ReturnStatusEnum } from './return-enums.ts';

type Shown = 'id' | 'number' | 'version' | 'status' | 'returnLocation' | 'reason' | 'createdAt' | 'submittedAt';

@Directive('@key(fields: "id")')
@ObjectType('Return', { simpleResolvers: true, description: 'What a buyer sends back, of one order or several.' })
export class ReturnType implements Pick<Return, Shown> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { nullable: true, description: 'The number for people, such as R-2026-000123; null until it is submitted.' })
  number: string | null | undefined;
  @Field(() => Int, { description: 'Goes up by one with each change of the return or of anything in it.' })
  version: number;
  @Field(() => ReturnStatusEnum, { description: 'How far the return is.' })
  status: ReturnStatus;
  @Field(() => String, { nullable: true, description: 'Where to send the goods, once the seller said so.' })
  returnLocation: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Why the seller rejected it; null unless it was.' })
  reason: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When its first line was added.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted; null until then.' })
  submittedAt: Date | null | undefined;
}
