import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Action } from '#kernel/lifecycle.ts';
import { CurrencyCodeScalar } from '#kernel/scalars.ts';
import { may, seesNetPrices } from '#kernel/viewer.ts';
import { ActionType } from '#kernel/shared-types.ts';
import type { QuotesContext } from '../context.ts';
import { actionsOn } from '../domain/quote-actions.ts';
import { usesQuoteAttachments } from '../domain/quote-attachments.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { atListPrice } from '../domain/shown-prices.ts';
import type { Quote } from '../entities/quote.ts';
import { offerTime } from '../use-cases/read-offer-time.ts';
import { rolesFor } from '../use-cases/read-quote.ts';
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
    const net = seesNetPrices(viewer);
    const lines = await loaders.linesOfQuote.load(quote.id);
    return lines.map((line) => ({ ...(net ? line : atListPrice(line, quote.currency)), currency: quote.currency }));
  }

  @FieldResolver(() => CurrencyCodeScalar, { description: 'The currency of all its amounts.' })
  currency(@Root() quote: Quote): string {
    return quote.currency;
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do to it now, and why not.' })
  async availableActions(@Root() quote: Quote, @Ctx() context: QuotesContext): Promise<Action[]> {
    const { viewer, config, loaders } = context;
    const roles = viewer ? await rolesFor(context, viewer, quote) : [];
    const sharing = !config.sharing ? 'off' : quote.everShared ? 'shared' : 'possible';
    const actions = actionsOn(quote.status, roles, factsOf(quote, roles, config, await offerTime(context)), { sharing, attachments: usesQuoteAttachments(config, viewer), alternatives: (await loaders.alternativesOfQuote.load(quote.id)).length > 0 });
    return viewer && may(viewer, 'CREATE_ORDER') ? actions : actions.map(withoutOrdering);
  }
}

const withoutOrdering = (action: Action): Action => (action.name === 'placeOrder' && action.allowed ? { ...action, allowed: false, reason: 'This needs the permission CREATE_ORDER.' } : action);
