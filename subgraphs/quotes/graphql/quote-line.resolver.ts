import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, PriceStepType, TaxAmountType } from '#kernel/shared-types.ts';
import type { QuotesContext } from '../context.ts';
import type { ExplanationStep } from '../domain/priced-answer.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import { ForeignProduct } from './foreign-types.ts';
import { QuoteLineType, type ShownLine } from './quote-line.type.ts';
import { shownTax } from './quote-pricing.type.ts';

const unitMoney = (micro: bigint | null | undefined, currency: string): Money | null => (micro == null ? null : unitMoneyOf(micro, currency));

@Resolver(() => QuoteLineType)
export class QuoteLineResolver {
  @FieldResolver(() => ForeignProduct, { nullable: true, description: 'The product; null for a custom item.' })
  product(@Root() line: ShownLine): ForeignProduct | null {
    return line.sku == null ? null : { sku: line.sku };
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
