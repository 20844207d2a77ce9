import { Directive, Field, ID, InputType } from 'type-graphql';
import { OptionChoiceInput } from '#kernel/option-choice-types.ts';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { Territory } from '../domain/engine/pricing-request.ts';
import type { Forced } from '../use-cases/ask-outside.ts';
import type { WantedDocument, WantedLine } from '../use-cases/price-for-peer.ts';

@Directive('@inaccessible')
@InputType('TerritoryInput', { description: 'For peers: where goods go.' })
export class TerritoryInput implements Territory {
  @Field(() => String, { description: 'The country, ISO 3166 of two letters.' })
  country: string;
  @Field(() => String, { nullable: true, description: 'The region of it that taxes know.' })
  region?: string | null;
  @Field(() => String, { nullable: true, description: 'The postal code, for outside tax systems.' })
  postalCode?: string | null;
}

@Directive('@inaccessible')
@InputType('PriceOverrideInput', { description: "For peers: a rep's own price of a line." })
export class PriceOverrideInput {
  @Field(() => DecimalScalar, { description: 'The price of one unit, zero or more.' })
  unitPrice: string;
  @Field(() => String, { description: 'Who set it.' })
  by: string;
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@Directive('@inaccessible')
@InputType('PriceLineInput', { description: 'For peers: a line to price.' })
export class PriceLineInput implements WantedLine {
  @Field(() => ID, { description: 'The id of the line, which comes back with its price.' })
  id: string;
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'The quantity, in the unit.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: "The unit of measure; the product's primary one when left out." })
  uom?: string | null;
  @Field(() => [OptionChoiceInput], { nullable: true, description: 'What was chosen of a model; the defaults for what is not said.' })
  configuration?: OptionChoiceInput[] | null;
  @Field(() => ID, { nullable: true, description: 'An agreement for this line; wins over that of the document.' })
  agreementId?: string | null;
  @Field(() => String, { nullable: true, description: 'The way to ship this line, where it differs from that of the document.' })
  shippingMethod?: string | null;
  @Field(() => TerritoryInput, { nullable: true, description: 'Where this line goes, where that differs.' })
  shipTo?: TerritoryInput | null;
  @Field(() => ID, { nullable: true, description: 'Tells addresses apart: each is a shipment of its own.' })
  shipToId?: string | null;
  @Field(() => PriceOverrideInput, { nullable: true, description: "A rep's own price; in quotes only. It wins over promotions." })
  override?: PriceOverrideInput | null;
}

@Directive('@inaccessible')
@InputType('PriceDocumentInput', { description: 'For peers: a cart or quote to price as a whole.' })
export class PriceDocumentInput implements WantedDocument, Forced {
  @Field(() => String, { nullable: true, defaultValue: 'default', description: 'The site.' })
  site?: string | null;
  @Field(() => ID, { nullable: true, description: 'The sold-to account; that of the viewer when left out.' })
  accountId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the sold-to account is a guest; told from the viewer when left out.' })
  guest?: boolean | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The moment whose prices hold; now when left out.' })
  at?: Date | null;
  @Field(() => CurrencyCodeScalar, { nullable: true, description: "The currency of the document; the site's when left out." })
  currency?: string | null;
  @Field(() => String, { nullable: true, defaultValue: 'CART', description: 'CART, or QUOTE whose lines may carry overrides.' })
  mode?: string | null;
  @Field(() => ID, { nullable: true, description: 'The agreement of the document; one that does not hold is reported and left out.' })
  agreementId?: string | null;
  @Field(() => [String], { nullable: true, description: 'The promotion codes that were entered.' })
  promotionCodes?: string[] | null;
  @Field(() => String, { nullable: true, description: 'The code of the way to ship; no freight when left out.' })
  shippingMethod?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What a rep charges for it instead, in the currency of the document; in quotes only." })
  freight?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What was agreed to come off the whole beside promotions, at most all of it, in the currency of the document; in quotes only.' })
  discount?: string | null;
  @Field(() => TerritoryInput, { nullable: true, description: "Where the goods go; the site's country when left out." })
  shipTo?: TerritoryInput | null;
  @Field(() => Boolean, { nullable: true, description: 'True: no taxes at all, beside the exemptions the catalog knows of.' })
  taxExempt?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Asks an outside price system itself; PRICE_UNAVAILABLE when it does not answer, TAX_UNAVAILABLE when an outside tax system does not.' })
  forcePrices?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'SKUs whose outside stock must be of this moment; AVAILABILITY_UNKNOWN when it is not known.' })
  forceStockOf?: string[] | null;
  @Field(() => String, { nullable: true, description: 'The standing of what was priced before, or empty text to be told one; it is not told when left out.' })
  standing?: string | null;
  @Field(() => [PriceLineInput], { description: 'The lines, at most 2,000.' })
  lines: PriceLineInput[];
}
