import { Directive, Field, ID, InputType } from 'type-graphql';
import { OptionChoiceInput } from '#kernel/option-choice-types.ts';
import { CurrencyCodeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { AskedLine } from '../domain/held-lines.ts';
import type { OfferRequest } from '../domain/make-offer.ts';
import type { OrderToPrepare } from '../use-cases/prepare-order.ts';

@Directive('@inaccessible')
@InputType('OfferRequest', { description: 'For peers: a product in a quantity.' })
export class OfferRequestInput implements OfferRequest {
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'The quantity, in the unit.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: "The unit of measure; the product's primary one when left out." })
  uom?: string | null;
}

@Directive('@inaccessible')
@InputType('StockLineInput', { description: 'For peers: so much of a product.' })
export class StockLineInput implements AskedLine {
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'The quantity, in the unit.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: "The unit of measure; the product's primary one when left out." })
  uom?: string | null;
  @Field(() => [OptionChoiceInput], { nullable: true, description: 'What was chosen of a model, whose components are held; the defaults for what is not said.' })
  configuration?: OptionChoiceInput[] | null;
}

@Directive('@inaccessible')
@InputType('LineToPrepareInput', { description: 'For peers: a line that is about to be ordered.' })
class LineToPrepareInput {
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => String, { description: 'The unit of measure.' })
  uom: string;
  @Field(() => DecimalScalar, { description: 'The quantity, in the unit.' })
  quantity: string;
  @Field(() => DecimalScalar, { description: 'The price of one unit, as confirmed.' })
  unitPrice: string;
  @Field(() => DecimalScalar, { description: "Its share of the document's discount." })
  discount: string;
  @Field(() => Boolean, { description: 'Whether its price is that of an outside system and is to be asked for once more.' })
  refresh: boolean;
}

@Directive('@inaccessible')
@InputType('OrderToPrepareInput', { description: 'For peers: an order that is about to be placed, as its buyer confirmed it.' })
export class OrderToPrepareInput implements OrderToPrepare {
  @Field(() => ID, { description: 'The account that buys.' })
  accountId: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of all amounts.' })
  currency: string;
  @Field(() => [LineToPrepareInput], { description: 'What is ordered.' })
  lines: LineToPrepareInput[];
  @Field(() => DecimalScalar, { description: 'The freight.' })
  shipping: string;
  @Field(() => DecimalScalar, { description: 'The taxes.' })
  tax: string;
  @Field(() => Boolean, { description: 'Whether the prices include the taxes.' })
  taxIncluded: boolean;
  @Field(() => DecimalScalar, { description: 'The total that was confirmed.' })
  total: string;
}
