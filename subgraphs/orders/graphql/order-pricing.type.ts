import { Field, ID, ObjectType } from 'type-graphql';
import { minorFrom, moneyOf, type Money } from '#kernel/money.ts';
import { MoneyType, type TaxAmountType } from '#kernel/shared-types.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ConfirmedAdjustment, ConfirmedTax } from '../domain/confirmation.ts';
import { seesNetPrices } from '#kernel/viewer.ts';

@ObjectType('OrderAdjustment', { simpleResolvers: true, description: 'What a promotion took off the order as a whole.' })
export class OrderAdjustmentType {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId: string;
  @Field(() => String, { description: 'Its name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The code that was entered; null when it came by itself.' })
  code: string | null;
  @Field(() => MoneyType, { description: 'What it took off, more than zero.' })
  amount: Money;
}

const money = (text: string, currency: string): Money => moneyOf(minorFrom(text, currency), currency);

/** Rates, and the net prices they are of, are for who may see net prices. [CART-29, CART-83] */
export const shownTax = ({ code, rate, base, amount }: ConfirmedTax, currency: string, viewer: Viewer | null): TaxAmountType => ({
  code,
  rate: seesNetPrices(viewer) ? rate : null,
  base: seesNetPrices(viewer) ? money(base, currency) : null,
  amount: money(amount, currency),
});

export const shownAdjustment = (adjustment: ConfirmedAdjustment, currency: string): OrderAdjustmentType => ({ ...adjustment, amount: money(adjustment.amount, currency) });
