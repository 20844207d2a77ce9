import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { ReturnStatus } from '../domain/return-lifecycle.ts';
import type { ReturnSearch } from '../use-cases/list-returns.ts';
import { ReturnStatusEnum } from './return-enums.ts';

@InputType('ReturnSearch', { description: 'Which submitted returns to list. All conditions that are given must hold.' })
export class ReturnSearchInput implements ReturnSearch {
  @Field(() => String, { nullable: true, description: 'The exact number.' })
  number?: string | null;
  @Field(() => [ReturnStatusEnum], { nullable: true, description: 'One of these statuses.' })
  status?: ReturnStatus[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Submitted at this moment or later; orderTracker tells how far the page looks back to begin with.' })
  submittedFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Submitted before this moment.' })
  submittedTo?: Date | null;
  @Field(() => ID, { nullable: true, description: 'Something of this order is in it.' })
  orderId?: string | null;
  @Field(() => String, { nullable: true, description: 'The SKU of something in it. Not for private people.' })
  sku?: string | null;
  @Field(() => String, { nullable: true, description: 'Something of the order with this number is in it.' })
  orderNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The piece with this serial number is in it.' })
  serialNumber?: string | null;
}
