import type { QuotesConfig } from '../config.ts';
import { isOurs } from '../domain/quote-lifecycle.ts';
import type { Quote } from '../entities/quote.ts';
import { announceAssistance } from './announce-assistance.ts';
import { move, type Step } from './move-quote.ts';
import type { QuotesTx } from './write-quote.ts';

/** Nobody in person: the deployment says who takes what assistance makes. */
const DEPLOYMENT = { id: null, roles: ['rep'] } as const;

/**
 * A quote begins its life at the sales desk: requested, given at once to the rep it is attached to where quotes must be
 * assigned, and both sides are told. [ASSIST-03, ASSIST-04, V.10]
 */
export async function beginAssistance(tx: QuotesTx, quote: Quote, { config, ...step }: Omit<Step, 'rules'> & { readonly config: QuotesConfig }): Promise<Quote> {
  const salesRepId = quote.salesRepId ?? config.defaultRepId ?? null;
  const requested = await move(tx, quote, 'request', { ...step, rules: config, set: { ...step.set, salesRepId } });
  await tellBothSides(tx, requested, step.actor.id ?? quote.ownerId, step.comment);
  if (salesRepId === null || !config.assignmentRequired || !isOurs(requested.handOver)) return requested;
  return move(tx, requested, 'assign', { actor: DEPLOYMENT, rules: config, at: step.at, facts: { assignee: 'colleague' } });
}

function tellBothSides(tx: QuotesTx, { id: quoteId, accountId, number, salesRepId, termsDisputed, reason = null }: Quote, customerId: string, comment: string | null = null): Promise<void> {
  const about = { customerId, quoteId, number, reason, comment };
  const toRep = salesRepId == null ? [] : [{ ...about, type: termsDisputed ? 'TERMS_CHANGE_WANTED' : 'ASSISTANCE_WANTED', to: salesRepId } as const];
  return announceAssistance(tx, accountId, [...toRep, { ...about, type: 'ASSISTANCE_CONFIRMED', to: customerId }]);
}
