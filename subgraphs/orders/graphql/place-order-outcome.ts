import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { MoneyType } from '#kernel/shared-types.ts';
import type { Money } from '#kernel/money.ts';
import { OrderType } from './order.type.ts';

@ObjectType('ApprovalRequired', { simpleResolvers: true, description: 'The order waits for an approver: a normal outcome, not an error.' })
class ApprovalRequiredType {
  @Field(() => ID, { description: 'The approval that was asked for.' })
  approvalId: string;
  @Field(() => String, { description: 'Why an approver has to agree.' })
  reason: string;
  @Field(() => MoneyType, { description: 'The total the approver is asked about.' })
  total: Money;
}

export const PlaceOrderOutcome = createUnionType({
  name: 'PlaceOrderOutcome',
  description: 'The order, or word that an approver has to agree first. Refusals are errors.',
  types: () => [OrderType, ApprovalRequiredType] as const,
  resolveType: (value) => ('approvalId' in value ? ApprovalRequiredType : OrderType),
});
