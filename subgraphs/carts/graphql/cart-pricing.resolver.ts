import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { minorFrom, moneyOf, type Money } from '#kernel/money.ts';
import { MoneyType, TaxAmountType } from '#kernel/shared-types.ts';
import type { CartsContext } from '../context.ts';
import type { TaxAmount } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { CartAdjustmentType, EnteredCodeType, FreeGoodsType } from './cart-pricing.type.ts';
import { CartType } from './cart.type.ts';
import { seesNet } from './sees-net.ts';

/** What the total of a cart is made of, beside its lines. */
@Resolver(() => CartType)
export class CartPricingResolver {
  @FieldResolver(() => MoneyType, { description: 'What promotions take off the cart as a whole; zero for who may not see net prices.' })
  discountTotal(@Root() cart: Cart, @Ctx() context: CartsContext): Money {
    return moneyOf(seesNet(context) ? cart.discountTotalMinor : 0n, cart.currency);
  }

  @FieldResolver(() => [TaxAmountType], { description: 'The tax of each code over lines and shipping.' })
  taxes(@Root() cart: Cart, @Ctx() context: CartsContext): TaxAmountType[] {
    return cart.pricing.taxes.map((tax) => shownTax(tax, cart.currency, context));
  }

  @FieldResolver(() => [CartAdjustmentType], { description: 'Promotions on the cart as a whole, in the order they apply; none for who may not see net prices.' })
  adjustments(@Root() cart: Cart, @Ctx() context: CartsContext): CartAdjustmentType[] {
    if (!seesNet(context)) return [];
    return cart.pricing.adjustments.map((each) => ({ ...each, amount: moneyOf(minorFrom(each.amount, cart.currency), cart.currency) }));
  }

  @FieldResolver(() => [FreeGoodsType], { description: 'Goods that promotions add for nothing.' })
  freeGoods(@Root() cart: Cart): FreeGoodsType[] {
    return cart.pricing.freeGoods.map(({ sku, quantity, promotionId }) => ({ product: { sku }, quantity, promotionId }));
  }

  @FieldResolver(() => [EnteredCodeType], { description: 'The promotion codes that were entered.' })
  promotionCodes(@Root() cart: Cart): EnteredCodeType[] {
    return cart.promotionCodes.map((code) => {
      const reason = cart.pricing.codesRefused.find((each) => each.code === code)?.reason ?? null;
      return { code, applied: reason === null, reason };
    });
  }

  @FieldResolver(() => String, { nullable: true, description: 'The code of the way to ship; null while none was chosen.' })
  shippingMethod(@Root() cart: Cart): string | null {
    return cart.shippingMethod ?? null;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The pricing agreement of the cart.' })
  pricingAgreementId(@Root() cart: Cart): string | null {
    return cart.agreementId ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: "The payment term: the agreement's, or the site's." })
  paymentTerm(@Root() cart: Cart): string | null {
    return cart.pricing.paymentTerm;
  }
}

/** Rates, and the net prices they are of, are for who may see net prices. [CART-29, CART-83] */
export function shownTax(tax: TaxAmount, currency: string, context: CartsContext): TaxAmountType {
  const money = (text: string): Money => moneyOf(minorFrom(text, currency), currency);
  const net = seesNet(context);
  return { code: tax.code, rate: net ? tax.rate : null, base: net ? money(tax.base) : null, amount: money(tax.amount) };
}
