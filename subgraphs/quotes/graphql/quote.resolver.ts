import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Action } from '#kernel/lifecycle.ts';
import { moneyOf, type Money } from '#kernel/money.ts';
import { CurrencyCodeScalar } from '#kernel/scalars.ts';
import { may, seesNetPrices } from '#kernel/viewer.ts';
import { ActionType, MoneyType } from '#kernel/shared-types.ts';
import type { QuotesContext } from '../context.ts';
import { actionsOn } from '../domain/quote-actions.ts';
import { factsOf, rolesOn } from '../domain/quote-roles.ts';
import { shownPrices, shownSubtotal } from '../domain/shown-prices.ts';
import type { Quote } from '../entities/quote.ts';
import { ForeignCart, ForeignUser } from './foreign-types.ts';
import { QuoteLineType, type ShownLine } from './quote-line.type.ts';
import { QuoteType } from './quote.type.ts';

@Resolver(() => QuoteType)
export class QuoteResolver {
  @FieldResolver(() => ForeignUser, { description: 'The buyer who began it.' })
  owner(@Root() quote: Quote): ForeignUser {
    return { id: quote.ownerId };
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'The sales rep who took it last; null before the first and after an unassignment.' })
  salesRep(@Root() quote: Quote): ForeignUser | null {
    return quote.salesRepId == null ? null : { id: quote.salesRepId };
  }

  @FieldResolver(() => ForeignCart, { nullable: true, description: 'The cart it was made of, for those who may see that cart.' })
  cart(@Root() quote: Quote): ForeignCart | null {
    return quote.cartId == null ? null : { id: quote.cartId };
  }

  @FieldResolver(() => [QuoteLineType], { description: 'What is in it, in order.' })
  async lines(@Root() quote: Quote, @Ctx() { loaders, viewer }: QuotesContext): Promise<ShownLine[]> {
    return (await loaders.linesOfQuote.load(quote.id)).map((line) => ({ ...shownPrices(viewer, line, quote.currency), currency: quote.currency }));
  }

  @FieldResolver(() => CurrencyCodeScalar, { description: 'The currency of all its amounts.' })
  currency(@Root() quote: Quote): string {
    return quote.currency;
  }

  @FieldResolver(() => MoneyType, { description: 'The sum of all lines that have a price.' })
  async subtotal(@Root() quote: Quote, @Ctx() context: QuotesContext): Promise<Money> {
    return moneyOf(await subtotalOf(quote, context), quote.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Tax on all lines.' })
  taxTotal(@Root() quote: Quote): Money {
    return moneyOf(quote.taxTotalMinor, quote.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Subtotal and tax; shipping comes with the order.' })
  async total(@Root() quote: Quote, @Ctx() context: QuotesContext): Promise<Money> {
    return moneyOf(quote.totalMinor - quote.subtotalMinor + (await subtotalOf(quote, context)), quote.currency);
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do to it now, and why not.' })
  availableActions(@Root() quote: Quote, @Ctx() { viewer, config, clock }: QuotesContext): Action[] {
    const roles = viewer ? rolesOn(viewer, quote, config) : [];
    const actions = actionsOn(quote.status, roles, factsOf(quote, config, clock.now()));
    return viewer && may(viewer, 'CREATE_ORDER') ? actions : actions.map(withoutOrdering);
  }
}

async function subtotalOf({ id, subtotalMinor, currency }: Quote, { loaders, viewer }: QuotesContext): Promise<bigint> {
  return seesNetPrices(viewer) ? subtotalMinor : shownSubtotal(viewer, await loaders.linesOfQuote.load(id), currency);
}

const withoutOrdering = (action: Action): Action => (action.name === 'placeOrder' && action.allowed ? { ...action, allowed: false, reason: 'This needs the permission CREATE_ORDER.' } : action);
