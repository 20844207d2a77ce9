import { Field, ID, InputType } from 'type-graphql';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { WantedReturn } from '../domain/add-to-return.ts';

@InputType('ReturnLineInput', { description: 'How much of an order line is to come back, and why.' })
export class ReturnLineInput implements WantedReturn {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => DecimalScalar, { description: 'How much comes back; added to what the pending return already has of the line.' })
  quantity: string;
  @Field(() => String, { description: 'Why, such as DAMAGED; the first reason of a line is kept.' })
  reason: string;
  @Field(() => [String], { nullable: true, description: 'The serial numbers of what comes back.' })
  serialNumbers?: string[] | null;
}
