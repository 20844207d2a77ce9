import { Field, ID, ObjectType } from 'type-graphql';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { OptionChoiceType } from '#kernel/option-choice-types.ts';
import type { QuoteLine } from '../entities/quote-line.ts';

/** A line as it is resolved: its prices need the currency of its quote. */
export type ShownLine = QuoteLine & { readonly currency: string };

@ObjectType('QuoteLine', { simpleResolvers: true, description: 'A product, or a custom item the catalog does not have, with its price.' })
export class QuoteLineType implements Pick<QuoteLine, 'id' | 'description' | 'uom' | 'configuration'> {
  @Field(() => ID, { description: 'Opaque id, the same for as long as the line is there.' })
  id: string;
  @Field(() => String, { nullable: true, description: 'What it is, in words.' })
  description: string | null | undefined;
  @Field(() => String, { description: 'The unit of measure.' })
  uom: string;
  @Field(() => [OptionChoiceType], { nullable: true, description: 'What was chosen of a configured model; null for its defaults, and for everything else.' })
  configuration: OptionChoice[] | null | undefined;
}
