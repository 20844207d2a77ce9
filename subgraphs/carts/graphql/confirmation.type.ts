import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { moneyOf, type Money, unitMoneyOf } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { CurrencyCodeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, PriceStepType } from '#kernel/shared-types.ts';
import type { ExplanationStep } from '../domain/price-cart.ts';
import type { CartWithLines } from '../use-cases/read-cart.ts';

@Directive('@inaccessible')
@ObjectType('CartConfirmationLine', { simpleResolvers: true, description: 'For peers: a line as it was confirmed.' })
export class CartConfirmationLineType {
  @Field(() => ID) lineId: string;
  @Field(() => String) sku: string;
  @Field(() => DecimalScalar) quantity: string;
  @Field(() => String) uom: string;
  @Field(() => DecimalScalar) unitPrice: string;
  @Field(() => MoneyType) total: Money;
  @Field(() => [PriceStepType]) explanation: ExplanationStep[];
}

@Directive('@inaccessible')
@ObjectType('CartConfirmation', { simpleResolvers: true, description: 'For peers: a cart held still by a checkout, at the price its buyer confirmed.' })
export class CartConfirmationType {
  @Field(() => ID) cartId: string;
  @Field(() => ID) ownerId: string;
  @Field(() => ID) accountId: string;
  @Field(() => CurrencyCodeScalar) currency: string;
  @Field(() => MoneyType) subtotal: Money;
  @Field(() => MoneyType) taxTotal: Money;
  @Field(() => MoneyType) shippingTotal: Money;
  @Field(() => MoneyType) total: Money;
  @Field(() => [CartConfirmationLineType]) lines: CartConfirmationLineType[];
}

export function confirmationOf({ cart, lines }: CartWithLines): CartConfirmationType {
  const money = (minor: bigint): Money => moneyOf(minor, cart.currency);
  return {
    cartId: cart.id,
    ownerId: cart.ownerId,
    accountId: cart.accountId,
    currency: cart.currency,
    subtotal: money(cart.subtotalMinor),
    taxTotal: money(cart.taxTotalMinor),
    shippingTotal: money(cart.shippingTotalMinor),
    total: money(cart.totalMinor),
    lines: lines.map((line) => ({
      lineId: line.id,
      sku: line.sku,
      quantity: fromMicro(line.quantityMicro),
      uom: line.uom,
      unitPrice: unitMoneyOf(line.unitMicro, cart.currency).amount,
      total: money(line.totalMinor),
      explanation: line.explanation,
    })),
  };
}
