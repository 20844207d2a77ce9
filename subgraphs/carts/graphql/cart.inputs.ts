import { Field, ID, InputType } from 'type-graphql';
import { OptionChoiceInput } from '#kernel/option-choice-types.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { LineUpdate, WantedLine } from '../domain/change-lines.ts';

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

@InputType('CartLineUpdate', { description: 'A new quantity for a line.' })
export class CartLineUpdate implements LineUpdate {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => DecimalScalar, { description: 'The new quantity; 0 removes the line.' })
  quantity: string;
}
