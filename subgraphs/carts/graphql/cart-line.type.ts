import { Field, ID, ObjectType } from 'type-graphql';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { OptionChoiceType } from '#kernel/option-choice-types.ts';
import type { Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { QuantityStep } from '../domain/price-cart.ts';
import type { CartLine } from '../entities/cart-line.ts';

@ObjectType('CartLine', { simpleResolvers: true, description: 'One product in a cart, with its price and how the price came about.' })
export class CartLineType implements Pick<CartLine, 'id' | 'uom' | 'configuration'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'Unit of measure, UN/ECE Recommendation 20.' })
  uom: string;
  @Field(() => [OptionChoiceType], { nullable: true, description: 'What was chosen of a configured model; null for its defaults, and for everything else.' })
  configuration: OptionChoice[] | null | undefined;
}

@ObjectType('QuantityPriceStep', { simpleResolvers: true, description: 'A list price, or one discount or adjustment on the way to the price, per unit and for the whole quantity of the line.' })
export class QuantityPriceStepType implements QuantityStep {
  @Field(() => String, { description: 'The kind of the step, as of priceExplanation.' })
  kind: string;
  @Field(() => String, { description: 'What decided it, as of priceExplanation.' })
  source: string;
  @Field(() => MoneyType, { description: 'What it adds to (or takes from) the price of one unit; up to six decimals.' })
  perUnit: Money;
  @Field(() => MoneyType, { description: 'What it adds to (or takes from) the line: all steps add up to its total.' })
  forQuantity: Money;
}

/** A line as its viewer may see it. */
export type ShownLine = CartLine & { readonly currency: string };
