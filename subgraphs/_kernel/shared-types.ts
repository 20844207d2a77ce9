import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { Action } from '#kernel/lifecycle.ts';
import type { Money } from '#kernel/money.ts';

/** Types that several subgraphs define alike: shareable, so composition proves that they stay alike. */

@Directive('@shareable')
@ObjectType('Money', { simpleResolvers: true, description: 'An amount in one currency. Amounts of documents carry the digits of the currency, unit prices up to six decimals.' })
export class MoneyType implements Money {
  @Field(() => DecimalScalar, { description: 'The amount in the major unit, such as "12.50".' })
  amount: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency, ISO 4217.' })
  currency: string;
}

@Directive('@shareable')
@ObjectType('Action', { simpleResolvers: true, description: 'Something a viewer could do to an aggregate, whether it is allowed now, and if not, why.' })
export class ActionType implements Action {
  @Field(() => String, { description: 'The name of the mutation.' })
  name: string;
  @Field(() => Boolean, { description: 'Whether the viewer may do it now.' })
  allowed: boolean;
  @Field(() => String, { nullable: true, description: 'Why it is not allowed; null when it is.' })
  reason: string | null;
}

@Directive('@shareable')
@ObjectType('PriceCandidate', { simpleResolvers: true, description: 'A price that could have been, and why it is not.' })
export class PriceCandidateType {
  @Field(() => String, { description: 'Where it would have come from: the price list, agreement or promotion.' })
  source: string;
  @Field(() => MoneyType, { description: 'What one unit would have cost.' })
  unitPrice: Money;
  @Field(() => String, { description: 'Why it lost, as a sentence for people.' })
  reason: string;
}

@Directive('@shareable')
@ObjectType('PriceStep', { simpleResolvers: true, description: 'One step of a price: where it came from and what it did. The deltas of all steps add up to the unit price.' })
export class PriceStepType {
  @Field(() => String, { description: 'BASE, UNIT, COMPONENT and OPTION for what a list price is put together of; LIST, TIER, CONVERSION, ROUNDING, AGREEMENT, PROMOTION, OVERRIDE, or OUTSIDE for the price system of the seller.' })
  kind: string;
  @Field(() => String, { description: 'What decided it: the price list, exchange rate, agreement, promotion or person.' })
  source: string;
  @Field(() => Int, { nullable: true, description: 'The version of the source at that time; null when it has none, or was not yet kept.' })
  sourceVersion?: number | null;
  @Field(() => MoneyType, { description: 'What the step added to (or took from) the unit price.' })
  delta: Money;
  @Field(() => MoneyType, { description: 'The unit price after the step.' })
  unitPriceAfter: Money;
  @Field(() => String, { nullable: true, description: 'A sentence for people, such as the tier that applied or the next one.' })
  note?: string | null;
  @Field(() => [PriceCandidateType], { nullable: true, description: 'The candidates that lost to this step; null when they were not kept.' })
  losers?: PriceCandidateType[] | null;
}

@Directive('@shareable')
@ObjectType('TaxAmount', { simpleResolvers: true, description: 'The tax of one code.' })
export class TaxAmountType {
  @Field(() => String, { description: 'The tax code.' })
  code: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The rate as a fraction, such as "0.2"; hidden from who may not see net prices.' })
  rate: string | null;
  @Field(() => MoneyType, { nullable: true, description: 'What it is reckoned on: net prices, hidden from who may not see them.' })
  base: Money | null;
  @Field(() => MoneyType, { description: 'The tax.' })
  amount: Money;
}

@Directive('@shareable')
@ObjectType('PageInfo', { simpleResolvers: true, description: 'Where a page of a connection ends (Relay).' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage: boolean;
  @Field(() => Boolean, { description: 'Whether the page was reached with `after`.' })
  hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  startCursor: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last edge: the next `after`.' })
  endCursor: string | null;
}

export { CurrencyCodeScalar, DateTimeScalar, DecimalScalar };
