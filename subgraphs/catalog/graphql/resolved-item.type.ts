import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { ErrorCode } from '#kernel/errors.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { Product } from '../entities/product.ts';
import type { ItemRow, ResolvedItem } from '../use-cases/resolve-items.ts';
import { ProductType } from './product.type.ts';

@InputType('ItemRowInput', { description: 'A row of a direct entry: a SKU or a customer part number; the SKU wins where both are given.' })
export class ItemRowInput implements ItemRow {
  @Field(() => String, { nullable: true, description: "What the viewer's account calls the product." })
  partNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The SKU; case counts.' })
  sku?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The quantity, in the unit; 1 when left out.' })
  quantity?: string | null;
  @Field(() => String, { nullable: true, description: "The unit of measure; the product's primary one when left out." })
  uom?: string | null;
}

@ObjectType('ResolvedItem', { simpleResolvers: true, description: 'What a row of a direct entry means, or why it means nothing.' })
export class ResolvedItemType implements ResolvedItem {
  @Field(() => Int, { description: 'The place of the row, from 0.' })
  row: number;
  @Field(() => ProductType, { nullable: true, description: 'The product; null with a problem.' })
  product: Product | null;
  @Field(() => String, { nullable: true, description: 'The SKU it came to; with a problem, the one that was given.' })
  sku: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The quantity, 1 when none was given; with a problem, what was given.' })
  quantity: string | null;
  @Field(() => String, { nullable: true, description: 'The unit of measure it came to; with a problem, the one that was given.' })
  uom: string | null;
  @Field(() => String, { nullable: true, description: 'UNKNOWN_SKU, UNKNOWN_UOM, QUANTITY_INVALID, QUANTITY_INDIVISIBLE, QUANTITY_BELOW_MINIMUM or QUANTITY_NOT_A_STEP; null when all is well.' })
  problem: ErrorCode | null;
  @Field(() => String, { nullable: true, description: 'A sentence about the problem.' })
  message: string | null;
}
