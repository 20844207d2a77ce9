import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { OptionChoiceInput, OptionChoiceType } from '#kernel/option-choice-types.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { FrozenAlternative } from '../domain/freeze-quote.ts';
import type { OfferedAlternative } from '../domain/quote-alternatives.ts';
import type { QuoteAlternative } from '../entities/quote-alternative.ts';

/** An alternative as it is resolved: its prices need the currency of its quote. */
export type ShownAlternative = QuoteAlternative & { readonly currency: string };

@ObjectType('QuoteAlternative', { simpleResolvers: true, description: 'What the seller offers instead of a line.' })
export class QuoteAlternativeType implements Pick<QuoteAlternative, 'id' | 'description' | 'uom' | 'configuration'> {
  @Field(() => ID, { description: 'Opaque id, to pick it by.' })
  id: string;
  @Field(() => String, { nullable: true, description: 'What it is, in words.' })
  description: string | null | undefined;
  @Field(() => String, { description: 'The unit of measure.' })
  uom: string;
  @Field(() => [OptionChoiceType], { nullable: true, description: 'What was chosen of a configured model.' })
  configuration: OptionChoice[] | null | undefined;
}

@ObjectType('QuoteRevisionAlternative', { simpleResolvers: true, description: 'What was offered instead of a line, as it stood.' })
export class QuoteRevisionAlternativeType implements FrozenAlternative {
  @Field(() => ID, { description: 'The id of the line.' })
  lineId: string;
  @Field(() => String, { description: 'The product.' })
  sku: string;
  @Field(() => String, { nullable: true, description: 'What it was, in words.' })
  description: string | null;
  @Field(() => DecimalScalar, { description: 'How much of it.' })
  quantity: string;
  @Field(() => String, { description: 'The unit of measure.' })
  uom: string;
  @Field(() => DecimalScalar, { description: 'The list price of one unit.' })
  listPrice: string;
  @Field(() => DecimalScalar, { description: 'The price of one unit; the list price for who may not see net prices.' })
  unitPrice: string;
}

@InputType('QuoteAlternativeInput', { description: 'What could be had instead of a line.' })
export class QuoteAlternativeInput implements OfferedAlternative {
  @Field(() => String, { description: 'The product.' })
  sku: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much of it; as much as of the line when absent.' })
  quantity?: string | null;
  @Field(() => String, { nullable: true, description: "Unit of measure; the product's own when absent." })
  uom?: string | null;
  @Field(() => [OptionChoiceInput], { nullable: true, description: 'What to take of a configured model; its defaults for what is not said.' })
  configuration?: OptionChoiceInput[] | null;
  @Field(() => DecimalScalar, { nullable: true, description: "The rep's price of one unit; that of the catalog when absent." })
  unitPrice?: string | null;
}
