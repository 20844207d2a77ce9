import { Field, InputType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { DEFAULT_UOM, type ProductRecord } from '../domain/complete-products.ts';
import type { PriceRecord } from '../domain/complete-prices.ts';

@InputType('ProductInput', { description: 'A product as it shall be; what is left out takes its default.' })
export class ProductInput implements ProductRecord {
  @Field(() => String, { description: 'The SKU it is found again by. Case counts.' })
  sku: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'A text for people.' })
  description?: string | null;
  @Field(() => String, { nullable: true, defaultValue: DEFAULT_UOM, description: 'The unit used when none is named, and the one stock is counted in.' })
  primaryUom?: string | null;
  @Field(() => [String], { nullable: true, description: 'Every unit it is sold in; the primary one is added when missing.' })
  uoms?: string[] | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether it is sold in whole units only.' })
  indivisible?: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether it may be sent back.' })
  returnable?: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether each piece has a serial number.' })
  serialControlled?: boolean | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Kilograms a primary unit weighs; freight by weight counts it.' })
  weight?: string | null;
}

@InputType('PriceInput', { description: 'A unit price from a quantity on. The same product, unit, quantity and start replace the price there was.' })
export class PriceInput implements PriceRecord {
  @Field(() => String, { description: 'The SKU; the product must be there.' })
  sku: string;
  @Field(() => String, { nullable: true, description: "The unit of measure; the product's primary one when left out." })
  uom?: string | null;
  @Field(() => DecimalScalar, { nullable: true, defaultValue: '1', description: 'The quantity it begins at.' })
  minQuantity?: string | null;
  @Field(() => DecimalScalar, { description: 'The price of one unit, zero or more, with at most six decimals.' })
  unitPrice: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it holds; since ever when left out. Of two prices that hold, the one that began later wins.' })
  validFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it no longer holds; without end when left out.' })
  validUntil?: Date | null;
}
