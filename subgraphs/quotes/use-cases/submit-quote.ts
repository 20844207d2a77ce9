import type { QuoteRules } from '../domain/quote-roles.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { move } from './move-quote.ts';
import type { QuotesTx } from './write-quote.ts';

export interface PlacedOrder {
  readonly quoteId: string;
  readonly checkoutId: string;
  readonly actorId: string | null;
  readonly at: Date;
}

/** The order of a quote was placed, by its owner's checkout: the negotiation is over. [QUOTE-31] */
export async function submitQuote(tx: QuotesTx, rules: QuoteRules, { quoteId, checkoutId, actorId, at }: PlacedOrder): Promise<void> {
  const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).executeTakeFirst();
  if (!quote) return; // an order of another deployment's quote is none of ours
  await move(tx, quote, 'submit', { actor: { id: actorId, roles: ['owner'] }, facts: factsOf(quote, rules, at, checkoutId), at });
}
