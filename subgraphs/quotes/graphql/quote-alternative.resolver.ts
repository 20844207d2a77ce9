import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import type { FrozenQuote } from '../domain/freeze-quote.ts';
import { alternativeAtListPrice } from '../domain/quote-alternatives.ts';
import type { Quote } from '../entities/quote.ts';
import { offerAlternatives } from '../use-cases/offer-alternatives.ts';
import { pickAlternative } from '../use-cases/pick-alternative.ts';
import { ForeignProduct } from './foreign-types.ts';
import { QuoteAlternativeInput, QuoteAlternativeType, QuoteRevisionAlternativeType, type ShownAlternative } from './quote-alternative.type.ts';
import { QuoteRevisionType } from './quote-history.type.ts';
import { QuoteLineType, type ShownLine } from './quote-line.type.ts';
import { QuoteType } from './quote.type.ts';

@Resolver(() => QuoteLineType)
export class QuoteAlternativeMutations {
  @FieldResolver(() => [QuoteAlternativeType], { description: 'What the seller offers instead, in his order.' })
  async alternatives(@Root() { id, quoteId, currency }: ShownLine, @Ctx() { loaders, viewer }: QuotesContext): Promise<ShownAlternative[]> {
    const offered = (await loaders.alternativesOfQuote.load(quoteId)).filter(({ lineId }) => lineId === id);
    return offered.map((alternative) => ({ ...(seesNetPrices(viewer) ? alternative : alternativeAtListPrice(alternative, currency)), currency }));
  }

  @FieldResolver(() => [ForeignProduct], { description: 'What the catalog knows to be had instead, best first: suggestions, offered to nobody. Empty for a custom item.' })
  async substitutes(@Root() { sku }: ShownLine, @Ctx() { loaders }: QuotesContext): Promise<ForeignProduct[]> {
    return sku == null ? [] : (await loaders.substitutesOf.load(sku)).map((substitute) => ({ sku: substitute }));
  }

  @Mutation(() => QuoteType, { description: 'The sales rep who may change its lines offers alternatives to one of them, in place of those there were; none takes them back. Errors: NOT_FOUND, FORBIDDEN, QUOTE_STATUS_INVALID, STALE_VERSION, BAD_USER_INPUT, UNKNOWN_SKU, UNKNOWN_UOM, QUANTITY_INVALID, PRICE_NOT_FOUND, DISCOUNT_TOO_DEEP.' })
  offerQuoteAlternatives(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('lineId', () => ID, { description: 'The line they are alternatives to.' }) lineId: string,
    @Arg('alternatives', () => [QuoteAlternativeInput], { description: 'At most ten, in the order they are shown.' }) alternatives: QuoteAlternativeInput[],
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version you have seen; a newer one refuses.' }) expectedVersion: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return offerAlternatives(context, { quoteId, lineId, alternatives, expectedVersion });
  }

  @Mutation(() => QuoteType, { description: 'The buyer takes an alternative: its line becomes that, and the quote is priced anew. On a published offer its owner asks for it again so, and the sales rep publishes it anew. Picked again, nothing changes. Errors: NOT_FOUND (also when it is offered no more), FORBIDDEN, QUOTE_STATUS_INVALID, OPERATION_DISABLED, QUOTE_EXPIRED, INVALID_STATE while a checkout holds it, STALE_VERSION, PRICE_NOT_FOUND.' })
  pickQuoteAlternative(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('alternativeId', () => ID, { description: 'The alternative.' }) alternativeId: string,
    @Arg('comment', () => String, { nullable: true, description: 'A note to the sales rep, kept with the quote when it is asked for again.' }) comment: string | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version you have seen; a newer one refuses.' }) expectedVersion: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return pickAlternative(context, { quoteId, alternativeId, comment, expectedVersion });
  }
}

@Resolver(() => QuoteAlternativeType)
export class QuoteAlternativeResolver {
  @FieldResolver(() => ForeignProduct, { description: 'The product.' })
  product(@Root() { sku }: ShownAlternative): ForeignProduct {
    return { sku };
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it.' })
  quantity(@Root() { quantityMicro }: ShownAlternative): string {
    return fromMicro(quantityMicro);
  }

  @FieldResolver(() => MoneyType, { description: 'The list price of one unit when it was offered.' })
  listPrice(@Root() { listUnitMicro, currency }: ShownAlternative): Money {
    return unitMoneyOf(listUnitMicro, currency);
  }

  @FieldResolver(() => MoneyType, { description: "The price of one unit: the rep's, which stands, or the catalog's when it was offered." })
  unitPrice(@Root() { unitMicro, currency }: ShownAlternative): Money {
    return unitMoneyOf(unitMicro, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Unit price times quantity, rounded; without the promotions of the whole quote.' })
  total(@Root() { totalMinor, currency }: ShownAlternative): Money {
    return moneyOf(totalMinor, currency);
  }
}

@Resolver(() => QuoteRevisionType)
export class QuoteRevisionAlternativeResolver {
  @FieldResolver(() => [QuoteRevisionAlternativeType], { description: 'What was offered instead of its lines then.' })
  alternatives(@Root() { alternatives = [] }: FrozenQuote, @Ctx() { viewer }: QuotesContext): QuoteRevisionAlternativeType[] {
    return alternatives.map((each) => (seesNetPrices(viewer) ? each : { ...each, unitPrice: each.listPrice }));
  }
}
