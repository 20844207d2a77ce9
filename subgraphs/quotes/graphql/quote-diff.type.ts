import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import { LINE_CHANGES, type AmountDiff, type LineChangeKind, type LineDiff, type QuoteDiff, type TermDiff } from '../domain/diff-quotes.ts';
import type { FrozenLine } from '../domain/freeze-quote.ts';
import { QuoteRevisionLineType } from './quote-history.type.ts';

const LineChangeEnum = Object.fromEntries(LINE_CHANGES.map((kind) => [kind, kind])) as { [K in LineChangeKind]: K };
registerEnumType(LineChangeEnum, {
  name: 'QuoteLineChange',
  description: 'What became of a line.',
  valuesConfig: { ADDED: { description: 'It is new.' }, REMOVED: { description: 'It is gone.' }, CHANGED: { description: 'Something about it is different.' } },
});

@ObjectType('QuoteLineDiff', { simpleResolvers: true, description: 'What became of one line.' })
class QuoteLineDiffType implements LineDiff {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => LineChangeEnum, { description: 'Whether it is new, gone or different.' })
  kind: LineChangeKind;
  @Field(() => [String], { description: 'The fields that are different: sku, description, quantity, uom, agreementId, unitPrice, targetPrice, total, discount, configuration.' })
  changed: string[];
  @Field(() => QuoteRevisionLineType, { nullable: true, description: 'The line before; null for a new one.' })
  before: FrozenLine | null;
  @Field(() => QuoteRevisionLineType, { nullable: true, description: 'The line after; null for one that is gone.' })
  after: FrozenLine | null;
}

@ObjectType('QuoteAmountDiff', { simpleResolvers: true, description: 'A total that is different.' })
class QuoteAmountDiffType implements AmountDiff {
  @Field(() => String, { description: 'Which: subtotal, discountTotal, shippingTotal (the freight), taxTotal or total.' })
  name: string;
  @Field(() => MoneyType, { description: 'The amount before.' })
  before: Money;
  @Field(() => MoneyType, { description: 'The amount after.' })
  after: Money;
  @Field(() => MoneyType, { description: 'The amount after less the amount before.' })
  difference: Money;
}

@ObjectType('QuoteTermDiff', { simpleResolvers: true, description: 'A term that is different, as text.' })
class QuoteTermDiffType implements TermDiff {
  @Field(() => String, { description: 'Which: agreementId, promotionCodes, shippingMethod, freight (what the rep charges instead of the usual), paymentTerm or expiresAt.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The term before; null for none.' })
  before: string | null;
  @Field(() => String, { nullable: true, description: 'The term after; null for none.' })
  after: string | null;
}

@ObjectType('QuoteDiff', { simpleResolvers: true, description: 'What is different between two moments of a quote, and nothing else.' })
export class QuoteDiffType implements QuoteDiff {
  @Field(() => [QuoteLineDiffType], { description: 'Lines that are new or different in their order, and after them those that are gone.' })
  lines: LineDiff[];
  @Field(() => [QuoteAmountDiffType], { description: 'The totals that are different.' })
  amounts: AmountDiff[];
  @Field(() => [QuoteTermDiffType], { description: 'The terms that are different.' })
  terms: TermDiff[];
}
