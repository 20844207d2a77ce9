import '#kernel/reflect.ts';
import { onSchedule } from '#kernel/schedule.ts';
import { runAgain } from '#kernel/run-again.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import type { QuotesConfig } from './config.ts';
import { cartChanged } from './consumers/cart-changed.ts';
import { handOverMoved } from './consumers/hand-over-moved.ts';
import { orderPlaced } from './consumers/order-placed.ts';
import { orderWantsAssistance } from './consumers/order-wants-assistance.ts';
import { PRICE_AGGREGATES, pricesMoved } from './consumers/prices-moved.ts';
import { quotesContext, type QuotesContext } from './context.ts';
import { quotesEntities, type QuotesTables } from './entities/tables.ts';
import { BuyerMutations } from './graphql/buyer.mutations.ts';
import { QuotePeerResolver } from './graphql/peer.resolver.ts';
import { TransferPeerResolver } from './graphql/transfer-peer.resolver.ts';
import { QuoteAlternativeMutations, QuoteAlternativeResolver, QuoteRevisionAlternativeResolver } from './graphql/quote-alternative.resolver.ts';
import { QuoteAttachmentResolver, QuoteLineAttachmentResolver, QuoteRevisionAttachmentResolver } from './graphql/quote-attachment.resolver.ts';
import { QuoteAuditResolver, QuoteHistoryResolver, QuoteNoteResolver, QuoteRevisionResolver } from './graphql/quote-history.resolver.ts';
import { QuoteLineResolver } from './graphql/quote-line.resolver.ts';
import { QuoteInvitationResolver, QuoteMemberResolver, QuoteMembersResolver } from './graphql/quote-member.resolver.ts';
import { QuoteMutations } from './graphql/quote.mutations.ts';
import { QuoteQueries } from './graphql/quote.queries.ts';
import { QuoteResolver } from './graphql/quote.resolver.ts';
import { QuoteTotalsResolver } from './graphql/quote-totals.resolver.ts';
import { QuoteSubscriptions } from './graphql/quote.subscriptions.ts';
import { quotesReferences } from './graphql/quotes.reference.ts';
import { SellerMutations } from './graphql/seller.mutations.ts';
import { SharingMutations } from './graphql/sharing.mutations.ts';
import { attachmentRoutes } from './http/attachment-routes.ts';
import { quotesMigrations } from './migrations/index.ts';
import { mergeQuotes } from './use-cases/merge-quotes.ts';
import { announceExpiring } from './use-cases/announce-expiring.ts';
import { expireQuotes } from './use-cases/expire-quotes.ts';
import { forgetUploads } from './use-cases/forget-uploads.ts';
import { mirrorCarts } from './use-cases/mirror-carts.ts';
import { sendAssistanceNotice } from './use-cases/send-assistance-notice.ts';
import { repriceWatched } from './use-cases/reprice-watched.ts';
import { sendNotice } from './use-cases/send-notice.ts';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 3_600_000;

/** Composition root: negotiated offers, their lifecycle and their expiry. */
export function quotesSubgraph(config: QuotesConfig): Subgraph {
  const mirrors = config.enabled && config.cartMirror;
  return defineSubgraph<QuotesTables, QuotesContext>({
    name: 'quotes',
    entities: quotesEntities,
    migrations: quotesMigrations,
    aggregates: ['quote', 'quoteNotice', 'assistanceNotice'],
    resolvers: [
      QuoteQueries,
      BuyerMutations,
      SellerMutations,
      QuoteMutations,
      QuoteSubscriptions,
      QuoteResolver,
      QuoteTotalsResolver,
      QuoteLineResolver,
      QuoteAlternativeMutations,
      QuoteAlternativeResolver,
      QuoteRevisionAlternativeResolver,
      QuoteAttachmentResolver,
      QuoteLineAttachmentResolver,
      QuoteRevisionAttachmentResolver,
      QuoteHistoryResolver,
      QuoteAuditResolver,
      QuoteNoteResolver,
      QuoteRevisionResolver,
      QuoteMembersResolver,
      QuoteMemberResolver,
      QuoteInvitationResolver,
      SharingMutations,
      QuotePeerResolver, TransferPeerResolver,
    ],
    references: quotesReferences,
    context: quotesContext(config),
    routes: attachmentRoutes,
    consumers: [orderPlaced(config), orderWantsAssistance(config), handOverMoved, ...pricesMoved, ...(mirrors ? [cartChanged] : [])],
    takeover: mergeQuotes,
    start: async (context) => {
      const mirror = runAgain(() => mirrorCarts(context).catch(() => undefined)); // still behind: the next change or run tries again
      const reprice = runAgain(() => repriceWatched(context).catch(() => undefined)); // still stale: the next change or reader tries again
      const tidyUp = (): void => void forgetUploads(context).catch((error: unknown) => context.log('uploads could not be forgotten', { subgraph: 'quotes', error: String(error) })); // still there: the next run tries again
      const endOffers = async (): Promise<void> => {
        await expireQuotes(context).catch(() => undefined); // still past their end: the next run tries again
        await announceExpiring(context).catch(() => undefined); // still not warned of: the same
      };
      context.bus.consume(['assistanceNotice'], (event) => sendAssistanceNotice(context, event)); // no inbox: the notice has the event's id, so twice is once
      context.bus.consume(['quoteNotice'], (event) => sendNotice(context, event)); // no inbox: the notice has the event's id, so twice is once
      context.bus.consume(PRICE_AGGREGATES, async () => reprice.nudge());
      if (mirrors) context.bus.consume(context.cpq ? ['cart', 'order', 'quote'] : ['cart', 'order'], async () => mirror.nudge());
      const timers = [...(mirrors ? [setInterval(mirror.nudge, EVERY_MINUTE_MS)] : []), setInterval(tidyUp, EVERY_HOUR_MS)].map((timer) => timer.unref());
      const endSchedule = onSchedule(config.expirySchedule, config.expiryTimeZone, endOffers);
      return async () => {
        timers.forEach(clearInterval);
        endSchedule();
        await context.cpq?.close();
        await context.files.close();
      };
    },
  });
}
