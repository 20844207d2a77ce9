import { Field, InputType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { DEFAULT_UOM, type ProductRecord } from '../domain/complete-products.ts';
import type { UnitRecord } from '../domain/complete-units.ts';
import type { ItemType, ModelKind } from '../domain/item-types.ts';
import type { TaxClass } from '../domain/tax-classes.ts';
import type { PriceRecord } from '../domain/complete-prices.ts';
import { ItemTypeEnum, ModelKindEnum, TaxClassEnum } from './product-enums.ts';

@InputType('ProductUnitInput', { description: 'A unit a product is sold in.' })
export class ProductUnitInput implements UnitRecord {
  @Field(() => String, { description: 'The code of the unit.' })
  uom: string;
  @Field(() => String, { nullable: true, description: 'How many of the primary unit one holds: "12", "0.5" or "1/12"; left out for units of one class.' })
  factor?: string | null;
}

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
  @Field(() => [String], { nullable: true, description: 'Further units it is sold in that need no factor: those of the class of the primary one, such as DZN beside EA.' })
  uoms?: string[] | null;
  @Field(() => [ProductUnitInput], { nullable: true, description: 'Further units it is sold in with what they hold, such as a box of 12.' })
  units?: ProductUnitInput[] | null;
  @Field(() => ItemTypeEnum, { nullable: true, defaultValue: 'STANDARD', description: 'What sort of thing it is.' })
  itemType?: ItemType | null;
  @Field(() => ModelKindEnum, { nullable: true, description: 'How a MODEL comes about; nothing else has it.' })
  modelKind?: ModelKind | null;
  @Field(() => TaxClassEnum, { nullable: true, defaultValue: 'STANDARD', description: 'Which rates it is taxed at; kits and models as a whole, whatever they are made of.' })
  taxClass?: TaxClass | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether it is sold in whole units only.' })
  indivisible?: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether it may be sent back.' })
  returnable?: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether each piece has a serial number.' })
  serialControlled?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is sent; everything but a service when left out.' })
  shippable?: boolean | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Kilograms of one primary unit.' })
  weight?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The smallest quantity it is sold in, in the primary unit.' })
  minQuantity?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Quantities are multiples of this, in the primary unit.' })
  stepQuantity?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much is packed together, in the primary unit; a hint for people.' })
  packSize?: string | null;
  @Field(() => [String], { nullable: true, description: 'The codes of the categories it stands in; where it stands already when left out.' })
  categories?: string[] | null;
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
