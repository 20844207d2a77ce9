import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { OptionChoiceType } from '#kernel/option-choice-types.ts';
import { CurrencyCodeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, PriceStepType } from '#kernel/shared-types.ts';
import type { FrozenLine } from '../domain/freeze-quote.ts';
import type { Adjustment, ExplanationStep, Tax } from '../domain/priced-answer.ts';
import type { QuoteContract } from '../domain/quote-contract.ts';
import type { Confirmation } from '../use-cases/confirm-quote.ts';
import { QuoteContractType } from './quote-contract.type.ts';

@Directive('@inaccessible')
@ObjectType('QuoteConfirmedTax', { simpleResolvers: true, description: 'For peers: a tax, as decimal text in the currency of the quote.' })
class QuoteConfirmedTaxType implements Tax {
  @Field(() => String) code: string;
  @Field(() => DecimalScalar) rate: string;
  @Field(() => DecimalScalar) base: string;
  @Field(() => DecimalScalar) amount: string;
}

@Directive('@inaccessible')
@ObjectType('QuoteConfirmedAdjustment', { simpleResolvers: true, description: 'For peers: what a promotion takes off the quote as a whole.' })
class QuoteConfirmedAdjustmentType implements Adjustment {
  @Field(() => ID) promotionId: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) code: string | null;
  @Field(() => DecimalScalar) amount: string;
}

@Directive('@inaccessible')
@ObjectType('QuoteConfirmationLine', { simpleResolvers: true, description: 'For peers: a line as it was confirmed; goods given cost nothing.' })
class QuoteConfirmationLineType implements Omit<FrozenLine, 'agreementId' | 'targetPrice'> {
  @Field(() => ID) lineId: string;
  @Field(() => String, { nullable: true }) sku: string | null;
  @Field(() => String, { nullable: true }) description: string | null;
  @Field(() => DecimalScalar) quantity: string;
  @Field(() => String) uom: string;
  @Field(() => [OptionChoiceType], { nullable: true }) configuration?: OptionChoice[] | null;
  @Field(() => DecimalScalar, { nullable: true }) unitPrice: string | null;
  @Field(() => MoneyType, { nullable: true }) total: Money | null;
  @Field(() => DecimalScalar) discount: string;
  @Field(() => [QuoteConfirmedTaxType]) taxes: Tax[];
  @Field(() => [PriceStepType]) explanation: ExplanationStep[];
}

@Directive('@inaccessible')
@ObjectType('QuoteConfirmation', { simpleResolvers: true, description: 'For peers: an offer held still by a checkout, as its buyer confirmed it.' })
export class QuoteConfirmationType implements Omit<Confirmation, 'priceHash' | 'expiresAt' | 'agreementId' | 'promotionCodes' | 'freight'> {
  @Field(() => ID) quoteId: string;
  @Field(() => ID) ownerId: string;
  @Field(() => ID) accountId: string;
  @Field(() => CurrencyCodeScalar) currency: string;
  @Field(() => MoneyType) subtotal: Money;
  @Field(() => MoneyType) discountTotal: Money;
  @Field(() => MoneyType) shippingTotal: Money;
  @Field(() => MoneyType) taxTotal: Money;
  @Field(() => MoneyType) total: Money;
  @Field(() => Boolean) pricesIncludeTax: boolean;
  @Field(() => DecimalScalar) taxRelief: string;
  @Field(() => [QuoteConfirmedTaxType]) taxes: Tax[];
  @Field(() => [QuoteConfirmedAdjustmentType]) adjustments: Adjustment[];
  @Field(() => [ID]) promotionIds: string[];
  @Field(() => String, { nullable: true }) paymentTerm: string | null;
  @Field(() => String, { nullable: true }) shippingMethod: string | null;
  @Field(() => QuoteContractType, { nullable: true }) contract: QuoteContract | null;
  @Field(() => [QuoteConfirmationLineType]) lines: FrozenLine[];
}
