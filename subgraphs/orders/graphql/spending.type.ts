import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { SPENDING_PERIODS, type SpendingPeriod } from '../domain/spending-period.ts';
import type { SpendingLimit } from '../entities/spending-limit.ts';
import type { WantedLimit } from '../use-cases/set-spending-limit.ts';
import { ApprovalTierInput } from './approval.inputs.ts';

/** The argument that names an account, for those who look after several. */
export const ACCOUNT = { nullable: true, description: "The account; the seller must name it, others' own when left out." } as const;

export const SpendingPeriodEnum = Object.fromEntries(SPENDING_PERIODS.map((period) => [period, period])) as { [P in SpendingPeriod]: P };
registerEnumType(SpendingPeriodEnum, {
  name: 'SpendingPeriod',
  description: 'Over how long spending is counted: whole months, quarters or years of the calendar, by the clocks of the account.',
  valuesConfig: { MONTH: { description: 'A calendar month.' }, QUARTER: { description: 'Three months, from January, April, July or October.' }, YEAR: { description: 'A calendar year.' } },
});

@ObjectType('SpendingLimit', { simpleResolvers: true, description: 'What a person, or everybody of an account without a limit of their own, may order without asking, in one currency. Who has a limit has to ask for every order in a currency that no limit of theirs names.' })
export class SpendingLimitType implements Pick<SpendingLimit, 'id' | 'currency' | 'period'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency, ISO 4217.' })
  currency: string;
  @Field(() => SpendingPeriodEnum, { nullable: true, description: 'The period of perPeriod.' })
  period: SpendingPeriod | null | undefined;
}

@InputType('SpendingLimitInput', { description: 'A spending limit to set; one that is there for the same person and currency is replaced.' })
export class SpendingLimitInput implements WantedLimit {
  @Field(() => ID, { nullable: true, description: "The account; administrators of the seller must name it, others' own when left out." })
  accountId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Whose limit; of everybody without one of their own when left out.' })
  userId?: string | null;
  @Field(() => CurrencyCodeScalar, { description: 'The currency, ISO 4217.' })
  currency: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The most an order may come to, with taxes and shipping.' })
  perOrder?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The most all orders of the person in a period may come to; canceled ones do not count.' })
  perPeriod?: string | null;
  @Field(() => SpendingPeriodEnum, { nullable: true, description: 'The period; together with perPeriod.' })
  period?: SpendingPeriod | null;
  @Field(() => [ApprovalTierInput], { nullable: true, description: 'Who is asked beyond it; whoever has APPROVE_ORDER when left out.' })
  tiers?: ApprovalTierInput[] | null;
}
