import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar, PriceStepType } from '#kernel/shared-types.ts';
import type { ConfigurationFault } from '../domain/configure-parts.ts';
import type { LineProblem } from '../domain/engine/priced-document.ts';
import type { ShownFreeLine, ShownLine, ShownTax } from '../domain/show-document.ts';
import type { ShownStep } from '../domain/show-price.ts';

@Directive('@inaccessible')
@ObjectType('PricedTax', { simpleResolvers: true, description: 'For peers: one tax code.' })
export class PricedTaxType implements ShownTax {
  @Field(() => String, { description: 'The tax code.' })
  code: string;
  @Field(() => DecimalScalar, { description: 'The rate as a fraction.' })
  rate: string;
  @Field(() => DecimalScalar, { description: 'What it is reckoned on, without tax.' })
  base: string;
  @Field(() => DecimalScalar, { description: 'The tax.' })
  amount: string;
}

@Directive('@inaccessible')
@ObjectType('ConfigurationFault', { simpleResolvers: true, description: 'For peers: why the options chosen of a model cannot be had together.' })
export class ConfigurationFaultType implements ConfigurationFault {
  @Field(() => String, { description: 'NOT_CONFIGURABLE, UNKNOWN_CLASS, UNKNOWN_OPTION, CHOSEN_TWICE, TOO_FEW or TOO_MANY.' })
  reason: ConfigurationFault['reason'];
  @Field(() => String, { description: 'The class.' })
  optionClass: string;
  @Field(() => String, { nullable: true, description: 'The option, where it is about one.' })
  sku: string | null;
}

@Directive('@inaccessible')
@ObjectType('PricedLine', { simpleResolvers: true, description: 'For peers: a line with its price, in the currency of the document. Not masked: the peer decides who may see it.' })
export class PricedLineType implements ShownLine {
  @Field(() => ID, { description: 'The id that was asked with.' })
  id: string;
  @Field(() => String, { description: 'The SKU asked for.' })
  sku: string;
  @Field(() => String, { description: "The unit asked for, or the product's primary one." })
  uom: string;
  @Field(() => DecimalScalar, { description: 'The quantity asked for.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: 'The name of the product.' })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'What kind of product it is: STANDARD, KIT and the like; null for an unknown one.' })
  itemType: string | null;
  @Field(() => String, { nullable: true, description: 'The primary unit of the product.' })
  primaryUom: string | null;
  @Field(() => String, { nullable: true, description: 'UNKNOWN_SKU, UNKNOWN_UOM, QUANTITY_INDIVISIBLE, CONFIGURATION_INVALID, PRICE_NOT_FOUND or EXCHANGE_RATE_NOT_FOUND; null when there is a price.' })
  problem: LineProblem | null;
  @Field(() => ConfigurationFaultType, { nullable: true, description: 'What is wrong with what was chosen, for the problem CONFIGURATION_INVALID.' })
  configurationFault: ConfigurationFault | null;
  @Field(() => String, { nullable: true, description: 'The price list it comes from.' })
  priceList: string | null;
  @Field(() => Int, { nullable: true, description: 'The version of that list.' })
  priceListVersion: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The list price of one unit.' })
  listPrice: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What one unit costs, before promotions on the document.' })
  unitPrice: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Unit price times quantity, rounded half-up.' })
  total: string | null;
  @Field(() => DecimalScalar, { description: "The line's part of the adjustments, zero or more." })
  discount: string;
  @Field(() => [PricedTaxType], { description: 'The taxes of the line, one a code, on its total less its discount.' })
  taxes: ShownTax[];
  @Field(() => [PriceStepType], { description: 'The way from the list price to the unit price; the deltas add up to it exactly.' })
  explanation: ShownStep[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment the list price no longer holds; null when it has no end.' })
  validUntil: Date | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much is free to order, in the primary unit; null when not tracked.' })
  available: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True when an outside inventory system did not say.' })
  stockUnknown?: boolean;
  @Field(() => Boolean, { description: 'Whether it is sold in whole units only.' })
  indivisible: boolean;
  @Field(() => Boolean, { description: 'Whether it may be sent back.' })
  returnable: boolean;
}

@Directive('@inaccessible')
@ObjectType('FreeLine', { simpleResolvers: true, description: 'For peers: goods that a promotion adds for nothing.' })
export class FreeLineType implements ShownFreeLine {
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => String, { nullable: true, description: 'The name of the product.' })
  name: string | null;
  @Field(() => String, { description: 'Its primary unit.' })
  uom: string;
  @Field(() => DecimalScalar, { description: 'How many.' })
  quantity: string;
  @Field(() => ID, { description: 'The promotion that gives it.' })
  promotionId: string;
  @Field(() => [ID], { description: 'The lines that earn it.' })
  freeGoodsOf: string[];
  @Field(() => DecimalScalar, { nullable: true, description: 'How much is free to order; null when not tracked.' })
  available: string | null;
}
