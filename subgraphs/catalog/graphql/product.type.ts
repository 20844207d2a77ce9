import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { ItemType, ModelKind } from '../domain/item-types.ts';
import type { TaxClass } from '../domain/tax-classes.ts';
import type { Product } from '../entities/product.ts';
import { ItemTypeEnum, ModelKindEnum, TaxClassEnum } from './product-enums.ts';

@Directive('@key(fields: "sku")')
@ObjectType('Product', { simpleResolvers: true, description: 'Something that is sold.' })
export class ProductType implements Omit<Product, 'optionClasses' | 'searchText' | 'weightMicro' | 'minQuantityMicro' | 'stepQuantityMicro' | 'packSizeMicro'> {
  @Field(() => String, { description: 'The stock keeping unit. Case counts: 85123A and 85123a are two products.' })
  sku: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'A text for people.' })
  description: string | null | undefined;
  @Field(() => String, { description: 'The unit used when none is named, and the one stock is counted in: EA, MTR, KGM, BX (UN/ECE Recommendation 20 where it has one).' })
  primaryUom: string;
  @Field(() => [String], { description: 'Every unit of measure the product is sold in, the primary one first.' })
  uoms: string[];
  @Field(() => Boolean, { description: 'Whether it is sold in whole units only.' })
  indivisible: boolean;
  @Field(() => Boolean, { description: 'Whether it may be sent back.' })
  returnable: boolean;
  @Field(() => Boolean, { description: 'Whether each piece has a serial number.' })
  serialControlled: boolean;
  @Field(() => ItemTypeEnum, { description: 'What sort of thing it is.' })
  itemType: ItemType;
  @Field(() => ModelKindEnum, { nullable: true, description: 'How a model comes about, where that is said.' })
  modelKind: ModelKind | null | undefined;
  @Field(() => TaxClassEnum, { description: 'Which rates it is taxed at.' })
  taxClass: TaxClass;
  @Field(() => Boolean, { description: 'Whether it is sent; a service is not.' })
  shippable: boolean;
  @Field(() => DateTimeScalar, { description: 'When the product was last loaded.' })
  updatedAt: Date;
  @Field(() => Int, { description: 'Counts how often the product was loaded.' })
  version: number;
}

export const ProductConnectionType = connectionType('Product', ProductType);
