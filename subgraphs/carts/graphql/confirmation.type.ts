import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { moneyOf, type Money, unitMoneyOf } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { CurrencyCodeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, PriceStepType } from '#kernel/shared-types.ts';
import type { ExplanationStep, TaxAmount } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartWithLines } from '../use-cases/read-cart.ts';

@Directive('@inaccessible')
@ObjectType('ConfirmedTax', { simpleResolvers: true, description: 'For peers: a tax, as decimal text in the currency of the cart.' })
class ConfirmedTaxType implements TaxAmount {
  @Field(() => String) code: string;
  @Field(() => DecimalScalar) rate: string;
  @Field(() => DecimalScalar) base: string;
  @Field(() => DecimalScalar) amount: string;
}

@Directive('@inaccessible')
@ObjectType('ConfirmedAdjustment', { simpleResolvers: true, description: 'For peers: what a promotion takes off the cart as a whole.' })
class ConfirmedAdjustmentType {
  @Field(() => ID) promotionId: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) code: string | null;
  @Field(() => DecimalScalar) amount: string;
}

@Directive('@inaccessible')
@ObjectType('CartConfirmationLine', { simpleResolvers: true, description: 'For peers: a line as it was confirmed.' })
export class CartConfirmationLineType {
  @Field(() => ID) lineId: string;
  @Field(() => String) sku: string;
  @Field(() => DecimalScalar) quantity: string;
  @Field(() => String) uom: string;
  @Field(() => DecimalScalar) unitPrice: string;
  @Field(() => MoneyType) total: Money;
  @Field(() => DecimalScalar) discount: string;
  @Field(() => [ConfirmedTaxType]) taxes: TaxAmount[];
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
  @Field(() => MoneyType) discountTotal: Money;
  @Field(() => MoneyType) taxTotal: Money;
  @Field(() => [ConfirmedTaxType]) taxes: TaxAmount[];
  @Field(() => [ConfirmedAdjustmentType]) adjustments: ConfirmedAdjustmentType[];
  @Field(() => [ID]) promotionIds: string[];
  @Field(() => String, { nullable: true }) paymentTerm: string | null;
  @Field(() => String, { nullable: true }) shippingMethod: string | null;
  @Field(() => Boolean) pricesIncludeTax: boolean;
  @Field(() => DecimalScalar) taxRelief: string;
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
    discountTotal: money(cart.discountTotalMinor),
    taxTotal: money(cart.taxTotalMinor),
    taxes: [...cart.pricing.taxes],
    adjustments: [...cart.pricing.adjustments],
    promotionIds: [...cart.pricing.promotionIds],
    paymentTerm: cart.pricing.paymentTerm,
    shippingMethod: cart.shippingMethod ?? null,
    pricesIncludeTax: cart.pricing.pricesIncludeTax,
    taxRelief: cart.pricing.taxRelief,
    shippingTotal: money(cart.shippingTotalMinor),
    total: money(cart.totalMinor),
    lines: lines.map((line) => ({
      lineId: line.id,
      sku: line.sku,
      quantity: fromMicro(line.quantityMicro),
      uom: line.uom,
      unitPrice: unitMoneyOf(line.unitMicro, cart.currency).amount,
      total: money(line.totalMinor),
      discount: money(line.discountMinor).amount,
      taxes: line.taxes,
      explanation: line.explanation,
    })).concat(cart.pricing.freeGoods.map((goods) => freeLine(goods, money(0n)))),
  };
}

/** Goods that a promotion gives are lines of the order that cost nothing. */
function freeLine({ sku, quantity, uom, promotionId }: Cart['pricing']['freeGoods'][number], nothing: Money): CartConfirmationLineType {
  const step = { kind: 'PROMOTION', source: promotionId, delta: nothing, unitPriceAfter: nothing, note: 'Free goods' };
  return { lineId: `${promotionId}:${sku}`, sku, quantity, uom, unitPrice: '0', total: nothing, discount: '0', taxes: [], explanation: [step] };
}
