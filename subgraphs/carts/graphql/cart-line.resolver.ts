import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, PriceStepType, TaxAmountType } from '#kernel/shared-types.ts';
import type { CartsContext } from '../context.ts';
import type { ExplanationStep } from '../domain/price-cart.ts';
import { shownTax } from './cart-pricing.resolver.ts';
import { CartLineType, type ShownLine } from './cart-line.type.ts';
import { ForeignProduct, ForeignUser } from './foreign-types.ts';

@Resolver(() => CartLineType)
export class CartLineResolver {
  @FieldResolver(() => ForeignProduct, { description: 'What is bought.' })
  product(@Root() line: ShownLine): ForeignProduct {
    return { sku: line.sku };
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it.' })
  quantity(@Root() line: ShownLine): string {
    return fromMicro(line.quantityMicro);
  }

  @FieldResolver(() => MoneyType, { description: 'The unit price before tiers, agreements and promotions.' })
  listPrice(@Root() line: ShownLine): Money {
    return unitMoneyOf(line.listUnitMicro, line.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What one unit costs; up to six decimals.' })
  unitPrice(@Root() line: ShownLine): Money {
    return unitMoneyOf(line.unitMicro, line.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Unit price times quantity, rounded half up.' })
  total(@Root() line: ShownLine): Money {
    return moneyOf(line.totalMinor, line.currency);
  }

  @FieldResolver(() => [PriceStepType], { description: 'How the unit price came about: the steps add up to it exactly.' })
  priceExplanation(@Root() line: ShownLine): ExplanationStep[] {
    return line.explanation;
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who added the line.' })
  addedBy(@Root() line: ShownLine): ForeignUser {
    return { id: line.addedById };
  }

  @FieldResolver(() => MoneyType, { description: 'Its part of what promotions take off the cart as a whole.' })
  discount(@Root() line: ShownLine): Money {
    return moneyOf(line.discountMinor, line.currency);
  }

  @FieldResolver(() => [TaxAmountType], { description: 'Its taxes, one a code; empty unless the site shows taxes by line.' })
  taxes(@Root() line: ShownLine, @Ctx() context: CartsContext): TaxAmountType[] {
    return context.config.lineTaxes ? line.taxes.map((tax) => shownTax(tax, line.currency, context)) : [];
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The pricing agreement of the line, where it has one of its own.' })
  pricingAgreementId(@Root() line: ShownLine): string | null {
    return line.agreementId ?? null;
  }
}
