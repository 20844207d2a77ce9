import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, PriceStepType, TaxAmountType } from '#kernel/shared-types.ts';
import type { QuotesContext } from '../context.ts';
import type { ExplanationStep } from '../domain/priced-answer.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import { ForeignProduct } from './foreign-types.ts';
import { QuoteLineType, type ShownLine } from './quote-line.type.ts';
import { QuoteFulfilmentEnum, type QuoteFulfilment } from './quote-fulfilment.enum.ts';
import { shownTax } from './quote-pricing.type.ts';

const unitMoney = (micro: bigint | null | undefined, currency: string): Money | null => (micro == null ? null : unitMoneyOf(micro, currency));

@Resolver(() => QuoteLineType)
export class QuoteLineResolver {
  @FieldResolver(() => ForeignProduct, { nullable: true, description: 'The product; null for a custom item.' })
  product(@Root() line: ShownLine): ForeignProduct | null {
    return line.sku == null ? null : { sku: line.sku };
  }

  @FieldResolver(() => QuoteFulfilmentEnum, { description: 'How it gets to the buyer: custom items belong to no fulfilment group until somebody decides.' })
  fulfilment(@Root() line: ShownLine): QuoteFulfilment {
    return line.sku == null ? 'TO_BE_DETERMINED' : 'SHIP';
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it.' })
  quantity(@Root() line: ShownLine): string {
    return fromMicro(line.quantityMicro);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The list price of one unit; null for a custom item.' })
  listPrice(@Root() line: ShownLine): Money | null {
    return unitMoney(line.listUnitMicro, line.currency);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The price of one unit that counts; null while a custom item has none.' })
  unitPrice(@Root() line: ShownLine): Money | null {
    return unitMoney(line.unitMicro, line.currency);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The price of one unit the sales rep set instead of the offered one; null without.' })
  overridePrice(@Root() line: ShownLine): Money | null {
    return unitMoney(line.overrideUnitMicro, line.currency);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What the buyer would pay for one unit; null when he has not said. It changes no price.' })
  targetPrice(@Root() line: ShownLine): Money | null {
    return unitMoney(line.targetUnitMicro, line.currency);
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The pricing agreement of the line, where it has one of its own; null for who may not see net prices.' })
  pricingAgreementId(@Root() line: ShownLine): string | null {
    return line.agreementId ?? null;
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Unit price times quantity, rounded; null while a custom item has no price.' })
  total(@Root() line: ShownLine): Money | null {
    return line.totalMinor == null ? null : moneyOf(line.totalMinor, line.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Its part of what promotions take off the whole quote.' })
  discount(@Root() line: ShownLine): Money {
    return moneyOf(line.discountMinor, line.currency);
  }

  @FieldResolver(() => [TaxAmountType], { description: 'Its taxes, on the total less the discount; empty for a custom item.' })
  taxes(@Root() line: ShownLine, @Ctx() { viewer }: QuotesContext): TaxAmountType[] {
    return line.taxes.map((tax) => shownTax(tax, line.currency, seesNetPrices(viewer)));
  }

  @FieldResolver(() => [PriceStepType], { description: 'How the unit price came about; the steps add up to it.' })
  priceExplanation(@Root() line: ShownLine): ExplanationStep[] {
    return line.explanation;
  }
}
