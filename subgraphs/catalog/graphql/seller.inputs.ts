import { Field, InputType, Int } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { CategoryRecord } from '../domain/category-path.ts';
import type { OptionClassRecord } from '../domain/option-classes.ts';
import type { StockRecord } from '../use-cases/load-stock.ts';
import type { ComponentRecord } from '../use-cases/set-components.ts';
import type { PartNumberRecord } from '../use-cases/upsert-customer-part-numbers.ts';
import type { SupplyRecord } from '../use-cases/upsert-supply.ts';

@InputType('StockInput', { description: 'A count of a product.' })
export class StockInput implements StockRecord {
  @Field(() => String, { description: 'The SKU; the product must be there.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'How much lies there, in the primary unit.' })
  onHand: string;
}

@InputType('SupplyInput', { description: 'Goods on their way to the warehouse.' })
export class SupplyInput implements SupplyRecord {
  @Field(() => String, { description: 'What it is found again by, such as the number of the purchase order line.' })
  externalId: string;
  @Field(() => String, { description: 'The SKU; the product must be there.' })
  sku: string;
  @Field(() => DateTimeScalar, { description: 'The day it is expected; once that is over it is no promise any more.' })
  expectedOn: Date;
  @Field(() => DecimalScalar, { description: 'How much comes, in the primary unit; 0 when it came, or never will.' })
  quantity: string;
}

@InputType('ComponentInput', { description: 'Something a kit, a model or an option class is made of.' })
export class ComponentInput implements ComponentRecord {
  @Field(() => String, { description: 'The SKU of the component.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'How much of it one of the parent takes, in its primary unit.' })
  ratio: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether it may be left out.' })
  optional?: boolean | null;
  @Field(() => String, { nullable: true, description: 'The choice it belongs to, if any.' })
  optionClass?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether it is taken when nobody chooses; at most one of a class.' })
  isDefault?: boolean | null;
}

@InputType('OptionClassInput', { description: 'A choice within a model; its options are the components that name it.' })
export class OptionClassInput implements OptionClassRecord {
  @Field(() => String, { description: 'What the components name it by.' })
  sku: string;
  @Field(() => String, { nullable: true, description: 'The name for people; what it is named by when left out.' })
  name?: string | null;
  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'How many options have to be taken; one is then a choice that must be made where there is no default.' })
  min?: number | null;
  @Field(() => Int, { nullable: true, description: 'How many options may be taken; one when left out.' })
  max?: number | null;
}

@InputType('CategoryInput', { description: 'A shelf as it shall be.' })
export class CategoryInput implements CategoryRecord {
  @Field(() => String, { description: 'The code it is found again by: letters, digits, - and _.' })
  code: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The code of the shelf it stands in; the root when left out.' })
  parent?: string | null;
}

@InputType('CustomerPartNumberInput', { description: 'What a customer calls a product.' })
export class CustomerPartNumberInput implements PartNumberRecord {
  @Field(() => String, { description: 'The number of the customer.' })
  partNumber: string;
  @Field(() => String, { description: 'The SKU it stands for.' })
  sku: string;
  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'Of several products under one number the highest rank wins.' })
  rank?: number | null;
}
