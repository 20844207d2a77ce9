import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import type { QuoteRole } from '../domain/quote-lifecycle.ts';
import type { QuoteOrigin } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { holdCart, releaseCart, type HoldPurpose } from '../peers/carts.ts';
import { draftQuote } from './draft-quote.ts';
import { requireQuotes, rolesIn } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { readableQuote } from './read-quote.ts';
import { linesOfCart, linesWanted, type WantedLine } from './read-wanted-lines.ts';
import { takeOverMirror } from './take-over-mirror.ts';
import type { QuotesTx } from './write-quote.ts';

export interface NewQuote {
  readonly fromCartId?: string | null;
  readonly lines?: readonly WantedLine[] | null;
}

/** A buyer begins a quote, from a cart or from nothing. The same cart again gives the same quote. [QUOTE-11] */
export async function createQuote(context: QuotesContext, { fromCartId, lines }: NewQuote): Promise<Quote> {
  const viewer = requireBuyer(context);
  if ((fromCartId == null) === (lines == null)) throw refuse('BAD_USER_INPUT', 'Name either a cart or lines.');
  if (fromCartId != null) return quoteCart(context, viewer, { cartId: fromCartId, purpose: 'handOver' }, (_tx, quote) => Promise.resolve(quote));
  const priced = await priceWantedLines(context, viewer, linesWanted(lines ?? []));
  return context.db.transact(async (tx) => draftQuote(tx, viewer, await offerTime(context, tx.sql), { action: 'CREATE_QUOTE', from: null, origin: 'BUYER', cart: null, clonedFromId: null, priced }));
}

/** Goes on with a quote just found or made; `roles` are what the viewer is to it. */
type GoOn = (tx: QuotesTx, quote: Quote, roles: readonly QuoteRole[]) => Promise<Quote>;

/**
 * Makes the quote of a cart, or finds the one that was made of it, and goes on with it in the same transaction. The cart is
 * kept still from before its lines are read until it hears of the quote, or of there being none; killed in between, it is
 * let go by itself. Who may have a cart made a quote, its owner, for assistance an administrator, or who administrates it and does not agree to its terms, is for the cart to say;
 * the quote is its owner's. [SHARE-05]
 */
export async function quoteCart(context: QuotesContext, viewer: Viewer, { cartId, purpose }: { cartId: string; purpose: HoldPurpose }, goOn: GoOn): Promise<Quote> {
  const origin: QuoteOrigin = purpose === 'handOver' ? 'BUYER' : 'ASSISTANCE';
  const known = await quoteOfCart(context.db.sql, cartId);
  if (known && !isMirror(known) && (await readableQuote(context, known.id))) return context.db.transact(async (tx) => goOnWith(context, tx, viewer, (await quoteOfCart(tx.sql, cartId)) ?? known, goOn));
  const held = await holdCart(context.ask, cartId, purpose);
  try {
    const { cart, terms, lines } = linesOfCart(held);
    const owner = { id: held.owner.id, accountId: held.soldTo.id };
    const { onlookers } = held;
    const priced = await priceWantedLines(context, { accountId: owner.accountId, terms }, lines);
    return await context.db.transact(async (tx) => {
      const meanwhile = await quoteOfCart(tx.sql, cartId);
      if (meanwhile && !isMirror(meanwhile)) return goOnWith(context, tx, viewer, meanwhile, goOn); // a second click came in between
      if (meanwhile) return goOn(tx, await takeOverMirror(tx, context, meanwhile, { viewer, onlookers, fields: held.fields, cart, terms, priced, origin, staleMark: known?.staleMark ?? meanwhile.staleMark }), ['owner']);
      const draft = { action: 'CREATE_QUOTE', from: null, origin, cart, clonedFromId: null, terms, priced, actorId: viewer.id, onlookers } as const;
      return goOn(tx, await draftQuote(tx, owner, await offerTime(context, tx.sql), draft), ['owner']);
    });
  } catch (error) {
    await letGo(context, cartId);
    throw error;
  }
}

const goOnWith = async ({ config }: QuotesContext, tx: QuotesTx, viewer: Viewer, quote: Quote, goOn: GoOn): Promise<Quote> => goOn(tx, quote, await rolesIn(tx.sql, config, viewer, quote));

/** Unless a second click made a quote of it after all. */
async function letGo({ ask, db, log }: QuotesContext, cartId: string): Promise<void> {
  const quote = await quoteOfCart(db.sql, cartId);
  if (quote && !isMirror(quote)) return;
  await releaseCart(ask, cartId).catch((error: unknown) => log('a cart could not be let go after its quote failed', { cartId, error: String(error) })); // its hold ends by itself
}

const isMirror = ({ status }: Quote): boolean => status === 'CART_IN_PROGRESS';

/** Whoever asks; a mirror whose cart was empty for a while is found too. */
const quoteOfCart = (sql: QuotesTx['sql'], cartId: string): Promise<Quote | undefined> =>
  sql.selectFrom('Quote').selectAll().where('cartId', '=', cartId).where((eb) => eb.or([eb('deletedAt', 'is', null), eb('status', '=', 'CART_IN_PROGRESS')])).executeTakeFirst();

/** Quotes belong to buyers the seller can answer: guests have no address, and reps do not buy. */
export function requireBuyer(context: QuotesContext): Viewer {
  const viewer = requireViewer(context);
  requireQuotes(context.config);
  if (viewer.kind === 'GUEST') throw refuse('FORBIDDEN', 'Sign in to ask for a quote.');
  if (viewer.kind !== 'BUYER' && viewer.kind !== 'INDIVIDUAL') throw refuse('FORBIDDEN', 'Only buyers ask for quotes.');
  return viewer;
}
