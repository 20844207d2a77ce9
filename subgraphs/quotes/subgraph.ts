import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readQuotesConfig, type QuotesConfig } from './config.ts';
import { orderPlaced } from './consumers/order-placed.ts';
import { PRICE_AGGREGATES, pricesMoved } from './consumers/prices-moved.ts';
import { quotesContext, type QuotesContext } from './context.ts';
import { quotesEntities, type QuotesTables } from './entities/tables.ts';
import { BuyerMutations } from './graphql/buyer.mutations.ts';
import { QuotePeerResolver } from './graphql/peer.resolver.ts';
import { QuoteAuditResolver, QuoteHistoryResolver, QuoteNoteResolver, QuoteRevisionResolver } from './graphql/quote-history.resolver.ts';
import { QuoteLineResolver } from './graphql/quote-line.resolver.ts';
import { QuoteMutations } from './graphql/quote.mutations.ts';
import { QuoteQueries } from './graphql/quote.queries.ts';
import { QuoteResolver } from './graphql/quote.resolver.ts';
import { QuoteTotalsResolver } from './graphql/quote-totals.resolver.ts';
import { QuoteSubscriptions } from './graphql/quote.subscriptions.ts';
import { quotesReferences } from './graphql/quotes.reference.ts';
import { SellerMutations } from './graphql/seller.mutations.ts';
import { quotesMigrations } from './migrations/index.ts';
import { expireQuotes } from './use-cases/expire-quotes.ts';
import { repriceWatched } from './use-cases/reprice-watched.ts';

const EVERY_MINUTE_MS = 60_000;

/** Composition root: negotiated offers, their lifecycle and their expiry. */
export function quotesSubgraph(options: { config?: QuotesConfig } = {}): Subgraph {
  const config = options.config ?? readQuotesConfig();
  return defineSubgraph<QuotesTables, QuotesContext>({
    name: 'quotes',
    entities: quotesEntities,
    migrations: quotesMigrations,
    aggregates: ['quote'],
    resolvers: [
      QuoteQueries,
      BuyerMutations,
      SellerMutations,
      QuoteMutations,
      QuoteSubscriptions,
      QuoteResolver,
      QuoteTotalsResolver,
      QuoteLineResolver,
      QuoteHistoryResolver,
      QuoteAuditResolver,
      QuoteNoteResolver,
      QuoteRevisionResolver,
      QuotePeerResolver,
    ],
    references: quotesReferences,
    context: quotesContext(config),
    consumers: [orderPlaced(config), ...pricesMoved],
    start: async (context) => {
      const run = (): void => void expireQuotes(context).catch(() => undefined); // still past their end: the next minute tries again
      const reprice = (): Promise<void> => context.turns.take('reprice-watched', () => repriceWatched(context)).catch(() => undefined); // still stale: the next change or reader tries again
      context.bus.consume(PRICE_AGGREGATES, async () => void reprice());
      const timer = setInterval(run, EVERY_MINUTE_MS).unref();
      return () => clearInterval(timer);
    },
  });
}
