import { Field, ID, ObjectType } from 'type-graphql';
import type { ReturnLine } from '../entities/return-line.ts';

@ObjectType('ReturnLine', { simpleResolvers: true, description: 'How much of one order line comes back.' })
export class ReturnLineType implements Pick<ReturnLine, 'id' | 'reason' | 'serialNumbers'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'Why it comes back; the first reason given counts.' })
  reason: string;
  @Field(() => [String], { description: 'The serial numbers of what comes back, as given.' })
  serialNumbers: string[];
}
