import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { OptionClass } from '../domain/option-classes.ts';
import type { UnitClass } from '../domain/units-of-measure.ts';
import type { Category } from '../entities/category.ts';
import type { Product } from '../entities/product.ts';
import type { UnitOfMeasure } from '../entities/unit-of-measure.ts';
import { ProductType } from './product.type.ts';
import { UnitClassEnum } from './product-enums.ts';

@ObjectType('UnitOfMeasure', { simpleResolvers: true, description: 'A unit everybody means the same by, as UN/ECE Recommendation 20 has it.' })
export class UnitOfMeasureType implements Omit<UnitOfMeasure, 'numerator' | 'denominator'> {
  @Field(() => String, { description: 'The code, such as MTR.' })
  code: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The symbol, such as m; null when it has none.' })
  symbol: string | null | undefined;
  @Field(() => UnitClassEnum, { description: 'What it measures.' })
  unitClass: UnitClass;
}

@ObjectType('ProductUnit', { simpleResolvers: true, description: 'A unit a product is sold in.' })
export class ProductUnitType {
  @Field(() => String, { description: 'The code of the unit.' })
  uom: string;
  @Field(() => String, { nullable: true, description: 'The name for people; null for a unit that only this product knows.' })
  name: string | null;
  @Field(() => String, { description: 'How many of the primary unit one holds, exactly: "12", or a fraction such as "1/1000".' })
  factor: string;
}

@ObjectType('ProductComponent', { simpleResolvers: true, description: 'Something a kit, a model or an option class is made of.' })
export class ProductComponentType {
  @Field(() => String, { description: 'The SKU of the component.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'How much of it one of the parent takes, in its primary unit.' })
  ratio: string;
  @Field(() => Boolean, { description: 'Whether it may be left out.' })
  optional: boolean;
  @Field(() => String, { nullable: true, description: 'The choice it belongs to: of the components of one class one is taken.' })
  optionClass: string | null;
  @Field(() => Boolean, { description: 'Whether it is taken when nobody chooses.' })
  isDefault: boolean;
  @Field(() => Int, { description: 'Its place, from 0.' })
  position: number;
}

@ObjectType('ProductOption', { simpleResolvers: true, description: 'Something that may be chosen of a model.' })
export class ProductOptionType {
  @Field(() => ProductType, { description: 'What is chosen.' })
  product: Product;
  @Field(() => DecimalScalar, { description: 'How much of it one of the model takes, in its primary unit.' })
  ratio: string;
  @Field(() => Boolean, { description: 'Whether it is taken when nobody chooses.' })
  default: boolean;
}

@ObjectType('OptionClass', { simpleResolvers: true, description: 'A choice within a model.' })
export class OptionClassType implements OptionClass {
  @Field(() => String, { description: 'What a line names it by; the SKU of its OPTION_CLASS product, if it has one.' })
  sku: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => Boolean, { description: 'Whether something has to be chosen where there is no default.' })
  required: boolean;
  @Field(() => Int, { description: 'How many options it takes at least.' })
  min: number;
  @Field(() => Int, { description: 'How many options it takes at most.' })
  max: number;
  @Field(() => [ProductOptionType], { description: 'The options, in their order.' })
  options: ProductOptionType[];
}

@ObjectType('Category', { simpleResolvers: true, description: 'A shelf of the shop.' })
export class CategoryType implements Category {
  @Field(() => String, { description: 'The code it is named by.' })
  code: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The code of the shelf it stands in; null at the root.' })
  parent: string | null | undefined;
  @Field(() => String, { description: 'The codes from the root down, such as "/house/kitchen/".' })
  path: string;
}
