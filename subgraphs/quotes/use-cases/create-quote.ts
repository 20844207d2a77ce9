import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { draftQuote } from './draft-quote.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { linesOfCart, linesWanted, type WantedLine } from './read-wanted-lines.ts';
import type { QuotesTx } from './write-quote.ts';

export interface NewQuote {
  readonly fromCartId?: string | null;
  readonly lines?: readonly WantedLine[] | null;
}

/** A buyer begins a quote, from a cart or from nothing. The same cart again gives the same quote. [QUOTE-11] */
export async function createQuote(context: QuotesContext, { fromCartId, lines }: NewQuote): Promise<Quote> {
  const viewer = requireBuyer(context);
  if ((fromCartId == null) === (lines == null)) throw refuse('BAD_USER_INPUT', 'Name either a cart or lines.');
  if (fromCartId != null) return quoteCart(context, viewer, fromCartId, (_tx, quote) => Promise.resolve(quote));
  const priced = await priceWantedLines(context, viewer, linesWanted(lines ?? []));
  return context.db.transact((tx) => draftQuote(tx, viewer, context.clock.now(), { action: 'CREATE_QUOTE', from: null, cart: null, clonedFromId: null, priced }));
}

/** Makes the quote of a cart, or finds the one that was made of it, and goes on with it in the same transaction. */
export async function quoteCart(context: QuotesContext, viewer: Viewer, cartId: string, goOn: (tx: QuotesTx, quote: Quote) => Promise<Quote>): Promise<Quote> {
  const known = await quoteOfCart(context.db.sql, viewer, cartId);
  if (known) return context.db.transact(async (tx) => goOn(tx, (await quoteOfCart(tx.sql, viewer, cartId)) ?? known));
  const { cart, terms, lines } = await linesOfCart(context, viewer, cartId);
  const priced = await priceWantedLines(context, { accountId: viewer.accountId, terms }, lines);
  return context.db.transact(async (tx) => {
    const meanwhile = await quoteOfCart(tx.sql, viewer, cartId); // a second click came in between
    return goOn(tx, meanwhile ?? (await draftQuote(tx, viewer, context.clock.now(), { action: 'CREATE_QUOTE', from: null, cart, clonedFromId: null, terms, priced })));
  });
}

const quoteOfCart = (sql: QuotesTx['sql'], viewer: Viewer, cartId: string): Promise<Quote | undefined> =>
  sql.selectFrom('Quote').selectAll().where('cartId', '=', cartId).where('ownerId', '=', viewer.id).where('deletedAt', 'is', null).executeTakeFirst();

/** Quotes belong to buyers the seller can answer: guests have no address, and reps do not buy. */
export function requireBuyer(context: QuotesContext): Viewer {
  const viewer = requireViewer(context);
  if (viewer.kind === 'GUEST') throw refuse('FORBIDDEN', 'Sign in to ask for a quote.');
  if (viewer.kind !== 'BUYER' && viewer.kind !== 'INDIVIDUAL') throw refuse('FORBIDDEN', 'Only buyers ask for quotes.');
  return viewer;
}
