import { Field, ID, ObjectType } from 'type-graphql';
import { minorFrom, moneyOf, type Money } from '#kernel/money.ts';
import { DecimalScalar, MoneyType, type TaxAmountType } from '#kernel/shared-types.ts';
import type { Adjustment, Tax } from '../domain/priced-answer.ts';
import { ForeignProduct } from './foreign-types.ts';

@ObjectType('QuoteAdjustment', { simpleResolvers: true, description: 'What a promotion takes off the quote as a whole.' })
export class QuoteAdjustmentType {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId: string;
  @Field(() => String, { description: 'Its name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The code that was entered; null when it came by itself.' })
  code: string | null;
  @Field(() => MoneyType, { description: 'What it takes off, more than zero.' })
  amount: Money;
}

@ObjectType('QuoteFreeGoods', { simpleResolvers: true, description: 'Goods that a promotion adds for nothing; they become lines of the order.' })
export class QuoteFreeGoodsType {
  @Field(() => ForeignProduct, { description: 'What it is.' })
  product: ForeignProduct;
  @Field(() => DecimalScalar, { description: 'How much of it.' })
  quantity: string;
  @Field(() => String, { description: 'The unit of measure.' })
  uom: string;
  @Field(() => ID, { description: 'The promotion that gives it.' })
  promotionId: string;
}

const money = (text: string, currency: string): Money => moneyOf(minorFrom(text, currency), currency);

/** Rates, and the net prices they are of, are for who may see net prices. [CART-29, CART-83] */
export const shownTax = ({ code, rate, base, amount }: Tax, currency: string, net: boolean): TaxAmountType => ({
  code,
  rate: net ? rate : null,
  base: net ? money(base, currency) : null,
  amount: money(amount, currency),
});

export const shownAdjustment = (adjustment: Adjustment, currency: string): QuoteAdjustmentType => ({ ...adjustment, amount: money(adjustment.amount, currency) });
