import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { pricedColumns, type PricedQuote } from '../domain/price-quote.ts';
import { NO_TERMS, type QuoteTerms } from '../domain/quote-terms.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import type { Quote } from '../entities/quote.ts';
import { insertLines } from './quote-lines.ts';
import { takeNumber } from './take-number.ts';
import { announce, type QuotesTx } from './write-quote.ts';

export interface Draft {
  readonly action: 'CREATE_QUOTE' | 'CLONE_QUOTE';
  readonly from: QuoteStatus | null;
  readonly cart: { readonly id: string; readonly version: number } | null;
  readonly clonedFromId: string | null;
  readonly terms?: QuoteTerms;
  readonly priced: PricedQuote;
}

/** Writes a new quote in DRAFTING: number, lines, audit, event. [QUOTE-11] */
export async function draftQuote(tx: QuotesTx, owner: Viewer, at: Date, draft: Draft): Promise<Quote> {
  const { currency, lines } = draft.priced;
  const quote: Quote = {
    id: newId(),
    accountId: owner.accountId,
    ownerId: owner.id,
    number: await takeNumber(tx, at),
    status: 'DRAFTING',
    version: 1,
    cartId: draft.cart?.id ?? null,
    clonedFromId: draft.clonedFromId,
    salesRepId: null,
    currency,
    ...pricedColumns(draft.priced, null),
    terms: draft.terms ?? NO_TERMS,
    staleMark: 0,
    pricedMark: 0,
    expiresAt: null,
    reason: null,
    checkoutId: null,
    updatedById: owner.id,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
  await tx.sql.insertInto('Quote').values(quote).execute();
  await insertLines(tx, quote, lines);
  await tx.sql
    .insertInto('QuoteAudit')
    .values({ id: newId(), quoteId: quote.id, accountId: quote.accountId, action: draft.action, from: draft.from, to: 'DRAFTING', actorId: owner.id, at })
    .execute();
  await announce(tx, quote, draft.from, { type: draft.action, actorId: owner.id, at }, { cartVersion: draft.cart?.version ?? null });
  return quote;
}
