import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { DecimalScalar } from '#kernel/scalars.ts';

@InputType('OptionChoiceInput', { description: 'An option to take of a configured model.' })
export class OptionChoiceInput implements OptionChoice {
  @Field(() => String, { description: 'The class it belongs to, as Product.optionClasses names it.' })
  optionClass: string;
  @Field(() => String, { description: 'The SKU of the option.' })
  sku: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'How many times what the model takes of it; once when left out, 0 gives the default of the class up.' })
  quantity?: string | null;
}

@Directive('@shareable')
@ObjectType('OptionChoice', { simpleResolvers: true, description: 'An option that was chosen of a configured model.' })
export class OptionChoiceType implements OptionChoice {
  @Field(() => String, { description: 'The class it belongs to.' })
  optionClass: string;
  @Field(() => String, { description: 'The SKU of the option.' })
  sku: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'How many times what the model takes of it; null: once.' })
  quantity?: string | null;
}
