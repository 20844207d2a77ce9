import { Field, ID, InputType } from 'type-graphql';
import { OptionChoiceInput } from '#kernel/option-choice-types.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { LineChange } from '../domain/change-lines.ts';
import type { TermsChange } from '../domain/quote-terms.ts';
import type { WantedLine } from '../use-cases/read-wanted-lines.ts';

@InputType('CartLineInput', { description: 'A product to put into a cart or quote.' })
export class CartLineInput implements WantedLine {
  @Field(() => String, { description: 'The stock keeping unit; case matters.' })
  sku: string;
  @Field(() => DecimalScalar, { defaultValue: '1', description: 'How much of it: more than zero, at most six decimals.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: "Unit of measure; the product's own when absent." })
  uom?: string | null;
  @Field(() => [OptionChoiceInput], { nullable: true, description: 'What to take of a configured model; its defaults for what is not said.' })
  configuration?: OptionChoiceInput[] | null;
}

@InputType('QuoteLineUpdate', { description: 'One change to the lines of a quote: with lineId of a line that is there, otherwise of a new one.' })
export class QuoteLineUpdate implements LineChange {
  @Field(() => ID, { nullable: true, description: 'The line to change; absent to add one.' })
  lineId?: string | null;
  @Field(() => String, { nullable: true, description: 'The product to add, or to put in place of what the line held.' })
  sku?: string | null;
  @Field(() => String, { nullable: true, description: 'What a custom item is, in words; with no sku and no lineId it adds one.' })
  description?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much of it; 1 for a new line when absent, 0 removes the line.' })
  quantity?: string | null;
  @Field(() => String, { nullable: true, description: "Unit of measure; the product's own when absent." })
  uom?: string | null;
  @Field(() => [OptionChoiceInput], { nullable: true, description: 'What to take of a configured model; its defaults for what is not said.' })
  configuration?: OptionChoiceInput[] | null;
  @Field(() => ID, { nullable: true, description: 'A pricing agreement for this line; null goes back to that of the quote. From a buyer it needs VIEW_NET_PRICE and USE_PRICING_AGREEMENT.' })
  agreementId?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "The assigned sales rep's price of one unit; null takes it back. From a buyer it is ignored on custom items and refused on products." })
  unitPrice?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the buyer would pay for one unit, for the sales rep to answer; null takes it back. From a rep it is refused.' })
  targetPrice?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether to take the line out.' })
  remove?: boolean | null;
}

@InputType('QuoteTermsInput', { description: 'What a quote asks for beside its lines. What is left out stays as it is; null takes it away.' })
export class QuoteTermsInput implements TermsChange {
  @Field(() => ID, { nullable: true, description: 'The pricing agreement.' })
  agreementId?: string | null;
  @Field(() => [String], { nullable: true, description: 'All promotion codes, at most 20; case does not count.' })
  promotionCodes?: string[] | null;
  @Field(() => String, { nullable: true, description: 'The code of the way to ship.' })
  shippingMethod?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "The assigned sales rep's charge for that way, in the currency of the quote, instead of the usual one; null goes back to that. It goes when another way is named. From a buyer it is refused." })
  freight?: string | null;
}
