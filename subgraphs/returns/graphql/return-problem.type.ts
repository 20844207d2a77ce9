import { Field, ID, ObjectType } from 'type-graphql';
import type { ErrorCode } from '#kernel/errors.ts';
import { DecimalScalar } from '#kernel/shared-types.ts';
import type { ReturnProblem } from '../domain/return-problems.ts';

@ObjectType('ReturnProblem', { simpleResolvers: true, description: 'Something that keeps a return from being submitted. All of them are told at once.' })
export class ReturnProblemType implements ReturnProblem {
  @Field(() => String, { description: 'The code it would be refused with: NOT_RETURNABLE, RETURN_QUANTITY_EXCEEDED, RETURN_BILL_TO_INVALID or RETURN_SHIP_TO_INVALID.' })
  code: ErrorCode;
  @Field(() => String, { description: 'What is wrong, in words.' })
  message: string;
  @Field(() => String, { nullable: true, description: 'Which rule or which detail: such as WINDOW_OVER, ADDRESS or CONTACT.' })
  reason: string | null;
  @Field(() => ID, { nullable: true, description: 'The order line; null when it is about the whole return.' })
  orderLineId: string | null;
  @Field(() => String, { nullable: true, description: 'The number of its order.' })
  orderNumber: string | null;
  @Field(() => String, { nullable: true, description: 'The product.' })
  sku: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much may still come back, where that is the matter; null for models and kits.' })
  returnableQuantity: string | null;
}
