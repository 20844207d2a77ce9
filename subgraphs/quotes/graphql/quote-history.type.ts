import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, PriceStepType } from '#kernel/shared-types.ts';
import type { FrozenLine, FrozenQuote } from '../domain/freeze-quote.ts';
import type { ExplanationStep } from '../domain/priced-answer.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import { QuoteStatusEnum } from './quote-status.enum.ts';

@ObjectType('QuoteAudit', { simpleResolvers: true, description: 'One move of a quote, or one alternative picked: who, what, from where to where.' })
export class QuoteAuditType {
  @Field(() => String, { description: 'MIRROR_CART, CREATE_QUOTE, REQUEST_QUOTE, ASSIGN_QUOTE, UNASSIGN_QUOTE, PUBLISH_QUOTE, RECALL_QUOTE, EDIT_QUOTE, REJECT_QUOTE, CANCEL_QUOTE, EXPIRE_QUOTE, CLONE_QUOTE, SUBMIT_QUOTE or DELETE_QUOTE; or PICK_ALTERNATIVE, which moves nothing.' })
  action: string;
  @Field(() => QuoteStatusEnum, { nullable: true, description: 'The status before; null when the quote was begun.' })
  from: QuoteStatus | null;
  @Field(() => QuoteStatusEnum, { description: 'The status after.' })
  to: QuoteStatus;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;
}

@ObjectType('QuoteNote', { simpleResolvers: true, description: 'Something the buyer or the seller said about a quote.' })
export class QuoteNoteType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'What was said.' })
  text: string;
  @Field(() => ID, { nullable: true, description: 'The line it is about; null when it is about the whole quote.' })
  lineId: string | null;
  @Field(() => Boolean, { description: 'Whether only the seller sees it.' })
  internal: boolean;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;
}

@ObjectType('QuoteRevisionLine', { simpleResolvers: true, description: 'A line as it stood.' })
export class QuoteRevisionLineType implements Omit<FrozenLine, 'taxes'> {
  @Field(() => ID, { description: 'The id of the line.' })
  lineId: string;
  @Field(() => String, { nullable: true, description: 'The product; null for a custom item.' })
  sku: string | null;
  @Field(() => String, { nullable: true, description: 'What it was, in words.' })
  description: string | null;
  @Field(() => DecimalScalar, { description: 'How much of it.' })
  quantity: string;
  @Field(() => String, { description: 'The unit of measure.' })
  uom: string;
  @Field(() => ID, { nullable: true, description: 'The pricing agreement of the line; null for who may not see net prices.' })
  agreementId: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The price of one unit; null for a custom item without a price.' })
  unitPrice: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the buyer would have paid for one unit, where he had said so.' })
  targetPrice: string | null;
  @Field(() => MoneyType, { nullable: true, description: 'The line total; null for a custom item without a price.' })
  total: Money | null;
  @Field(() => DecimalScalar, { description: 'Its part of what promotions took off the whole quote.' })
  discount: string;
  @Field(() => [PriceStepType], { description: 'How the unit price came about.' })
  explanation: ExplanationStep[];
}

@ObjectType('QuoteRevision', { simpleResolvers: true, description: 'What was asked for, or offered, at one moment; never changed afterwards.' })
export class QuoteRevisionType implements Pick<FrozenQuote, 'currency' | 'subtotal' | 'discountTotal' | 'shippingTotal' | 'taxTotal' | 'total' | 'priceHash'> {
  @Field(() => Int, { description: 'Counts from 1 within the quote.' })
  number: number;
  @Field(() => String, { description: 'REQUEST_QUOTE or PUBLISH_QUOTE.' })
  action: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of all amounts.' })
  currency: string;
  @Field(() => MoneyType, { description: 'The sum of all lines.' })
  subtotal: Money;
  @Field(() => MoneyType, { description: 'What promotions took off the whole quote.' })
  discountTotal: Money;
  @Field(() => MoneyType, { description: 'The freight.' })
  shippingTotal: Money;
  @Field(() => MoneyType, { description: 'Tax on all lines and on the freight.' })
  taxTotal: Money;
  @Field(() => MoneyType, { description: 'What was to be paid.' })
  total: Money;
  @Field(() => String, { description: 'The fingerprint of the offer at that time.' })
  priceHash: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the offer was to end.' })
  expiresAt: string | null;
  @Field(() => [QuoteRevisionLineType], { description: 'The lines in order, and after them the goods that promotions gave.' })
  lines: FrozenLine[];
}
