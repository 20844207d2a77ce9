import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { moneyOf } from '#kernel/money.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { freeze, type FrozenQuote } from '../domain/freeze-quote.ts';
import type { QuoteContract } from '../domain/quote-contract.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { requiredRole } from '../domain/share-roles.ts';
import { findQuote } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { linesOf } from './quote-lines.ts';
import { writeQuote } from './write-quote.ts';

export interface Confirmation extends FrozenQuote {
  readonly quoteId: string;
  readonly ownerId: string;
  readonly accountId: string;
  readonly contract: QuoteContract | null;
}

/** A checkout takes an offer at its word: from here on nothing but that checkout moves the quote. Again for the same checkout: the same answer. [QUOTE-26, QUOTE-30] */
export function confirmQuote(context: QuotesContext, quoteId: string, priceHash: string, checkoutId: string): Promise<Confirmation> {
  const viewer = requireViewer(context);
  return context.db.transact(async (tx) => {
    const at = await offerTime(context, tx.sql);
    const { quote, actor } = await findQuote(tx.sql, context.config, viewer, quoteId);
    const facts = factsOf(quote, actor.roles, context.config, at, checkoutId);
    const { audit } = judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'PROCESS_CHECKOUT', roles: actor.roles, facts }, { quoteId }, requiredRole('PROCESS_CHECKOUT', actor.roles));
    if (quote.priceHash !== priceHash) {
      const total = seesNetPrices(viewer) ? { total: moneyOf(quote.totalMinor, quote.currency) } : {};
      throw refuse('PRICE_CHANGED', 'The offer is not the one that was confirmed.', { quoteId, priceHash: quote.priceHash, ...total });
    }
    if (facts.hold === 'none') await writeQuote(tx, quote, { checkoutId }, { type: audit, actorId: actor.id, at });
    return { ...freeze(quote, await linesOf(tx.sql, quoteId)), quoteId, ownerId: quote.ownerId, accountId: quote.accountId, contract: quote.contract ?? null };
  });
}
