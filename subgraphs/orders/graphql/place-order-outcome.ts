import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, MoneyType } from '#kernel/shared-types.ts';
import type { Money } from '#kernel/money.ts';
import type { OrdersContext } from '../context.ts';
import { shownTotal } from '../domain/shown-prices.ts';
import type { Checkout } from '../entities/checkout.ts';
import type { Order } from '../entities/order.ts';
import { authenticateBy } from '../use-cases/await-buyer.ts';
import type { Outcome } from '../use-cases/place-order.ts';
import { OrderType } from './order.type.ts';

@ObjectType('ApprovalRequired', { simpleResolvers: true, description: 'The order waits for an approver: a normal outcome, not an error.' })
export class ApprovalRequiredType {
  @Field(() => ID, { description: 'The approval that was asked for.' })
  approvalId: string;
  @Field(() => String, { description: 'Why an approver has to agree.' })
  reason: string;
  @Field(() => MoneyType, { description: 'The total the approver is asked about; at list prices for who may not see net prices.' })
  total: Money;
}

@ObjectType('AuthenticationRequired', { simpleResolvers: true, description: 'The bank wants to hear from the buyer first (3-D Secure): a normal outcome, not an error. Let them authenticate, then send continueCheckout.' })
export class AuthenticationRequiredType {
  @Field(() => String, { description: 'The key of the attempt, for continueCheckout.' })
  idempotencyKey: string;
  @Field(() => String, { nullable: true, description: 'A page of the bank or the payment service to send the buyer to; null where its script does it.' })
  url: string | null;
  @Field(() => String, { nullable: true, description: "What the payment service's own script in the browser asks for; null where a page does it." })
  clientSecret: string | null;
  @Field(() => DateTimeScalar, { description: 'Until when; then nothing is ordered.' })
  until: Date;
}

export const PlaceOrderOutcome = createUnionType({
  name: 'PlaceOrderOutcome',
  description: 'The order, or word that an approver has to agree, or the buyer to authenticate, first. Refusals are errors.',
  types: () => [OrderType, ApprovalRequiredType, AuthenticationRequiredType] as const,
  resolveType: (value) => ('clientSecret' in value ? AuthenticationRequiredType : 'approvalId' in value && 'reason' in value ? ApprovalRequiredType : OrderType),
});

/** An approval is told to who asked for it by its reason and total. */
export function outcomeShown({ viewer }: OrdersContext, outcome: Outcome): Order | ApprovalRequiredType | AuthenticationRequiredType {
  if ('authentication' in outcome) return authenticationShown(outcome);
  if (!('demands' in outcome)) return outcome;
  const { id: approvalId, demands, confirmation } = outcome;
  return { approvalId, reason: demands.map(({ reason }) => reason).join(' '), total: shownTotal(viewer, confirmation) };
}

export function authenticationShown(attempt: Checkout): AuthenticationRequiredType {
  const { idempotencyKey, authentication } = attempt;
  return { idempotencyKey: idempotencyKey ?? '', url: authentication?.url ?? null, clientSecret: authentication?.secret ?? null, until: authenticateBy(attempt) };
}
