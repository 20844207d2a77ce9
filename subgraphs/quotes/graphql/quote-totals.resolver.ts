import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { MoneyType, TaxAmountType } from '#kernel/shared-types.ts';
import type { QuotesContext } from '../context.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import { atListPrice, totalsAtListPrice } from '../domain/shown-prices.ts';
import type { Quote } from '../entities/quote.ts';
import { QuoteAdjustmentType, QuoteFreeGoodsType, shownAdjustment, shownTax } from './quote-pricing.type.ts';
import { QuoteType } from './quote.type.ts';

/** What a quote comes to and how; at list price for who may not see net prices. */
@Resolver(() => QuoteType)
export class QuoteTotalsResolver {
  @FieldResolver(() => MoneyType, { description: 'The sum of all lines that have a price.' })
  async subtotal(@Root() quote: Quote, @Ctx() context: QuotesContext): Promise<Money> {
    return moneyOf((await shown(quote, context)).subtotalMinor, quote.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What promotions take off the whole quote; their parts are in the lines.' })
  async discountTotal(@Root() quote: Quote, @Ctx() context: QuotesContext): Promise<Money> {
    return moneyOf((await shown(quote, context)).discountTotalMinor, quote.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'The freight; zero while no shipping method was named.' })
  shippingTotal(@Root() { shippingTotalMinor, currency }: Quote): Money {
    return moneyOf(shippingTotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Tax on all lines and on the freight; custom items have none.' })
  taxTotal(@Root() { taxTotalMinor, currency }: Quote): Money {
    return moneyOf(taxTotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What is to be paid: subtotal less discount, with freight, and with tax where prices do not include it.' })
  async total(@Root() quote: Quote, @Ctx() context: QuotesContext): Promise<Money> {
    return moneyOf((await shown(quote, context)).totalMinor, quote.currency);
  }

  @FieldResolver(() => [TaxAmountType], { description: 'The tax of each code over lines and freight.' })
  taxes(@Root() { pricing, currency }: Quote, @Ctx() { viewer }: QuotesContext): TaxAmountType[] {
    return pricing.taxes.map((tax) => shownTax(tax, currency, seesNetPrices(viewer)));
  }

  @FieldResolver(() => [QuoteAdjustmentType], { description: 'What each promotion takes off the whole quote; empty for who may not see net prices.' })
  adjustments(@Root() { pricing, currency }: Quote, @Ctx() { viewer }: QuotesContext): QuoteAdjustmentType[] {
    return seesNetPrices(viewer) ? pricing.adjustments.map((adjustment) => shownAdjustment(adjustment, currency)) : [];
  }

  @FieldResolver(() => [QuoteFreeGoodsType], { description: 'Goods that promotions add for nothing.' })
  freeGoods(@Root() { pricing }: Quote): QuoteFreeGoodsType[] {
    return pricing.freeGoods.map(({ sku, ...goods }) => ({ ...goods, product: { sku } }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether its prices include tax.' })
  pricesIncludeTax(@Root() { pricing }: Quote): boolean {
    return pricing.pricesIncludeTax;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The payment term of its agreement, or of the site.' })
  paymentTerm(@Root() { pricing }: Quote): string | null {
    return pricing.paymentTerm;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The agreement its prices were asked under; null for who may not see net prices.' })
  agreementId(@Root() { terms }: Quote, @Ctx() { viewer }: QuotesContext): string | null {
    return seesNetPrices(viewer) ? terms.agreementId : null;
  }

  @FieldResolver(() => [String], { description: 'The promotion codes that were entered, in capitals.' })
  promotionCodes(@Root() { terms }: Quote): readonly string[] {
    return terms.promotionCodes;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The code of the way to ship.' })
  shippingMethod(@Root() { terms }: Quote): string | null {
    return terms.shippingMethod;
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What the sales rep charges for that way instead of the usual; null without.' })
  negotiatedFreight(@Root() { terms, currency }: Quote): Money | null {
    return terms.freight == null ? null : { amount: terms.freight, currency };
  }
}

async function shown(quote: Quote, { viewer, loaders }: QuotesContext): Promise<Quote> {
  if (seesNetPrices(viewer)) return quote;
  const lines = await loaders.linesOfQuote.load(quote.id);
  return totalsAtListPrice(quote, lines.map((line) => atListPrice(line, quote.currency)));
}
