import { Field, ID, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import { ForeignProduct } from './foreign-types.ts';

@ObjectType('CartAdjustment', { simpleResolvers: true, description: 'What a promotion takes off the cart as a whole.' })
export class CartAdjustmentType {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId: string;
  @Field(() => String, { description: 'Its name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The code that was entered; null when it came by itself.' })
  code: string | null;
  @Field(() => MoneyType, { description: 'What it takes off, more than zero.' })
  amount: Money;
}

@ObjectType('FreeGoods', { simpleResolvers: true, description: 'Goods that a promotion adds for nothing; they become lines of the order.' })
export class FreeGoodsType {
  @Field(() => ForeignProduct, { description: 'What it is.' })
  product: ForeignProduct;
  @Field(() => DecimalScalar, { description: 'How much of it.' })
  quantity: string;
  @Field(() => ID, { description: 'The promotion that gives it.' })
  promotionId: string;
}

@ObjectType('EnteredCode', { simpleResolvers: true, description: 'A promotion code of the cart, and whether it does something now.' })
export class EnteredCodeType {
  @Field(() => String, { description: 'The code, in capitals.' })
  code: string;
  @Field(() => Boolean, { description: 'Whether it takes something off or gives something.' })
  applied: boolean;
  @Field(() => String, { nullable: true, description: 'Why not: NOT_IN_FORCE, USED_UP, NOT_COMBINABLE and the like; null when it does.' })
  reason: string | null;
}
