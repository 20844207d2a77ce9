import { refuse } from '#kernel/errors.ts';
import { toMicro } from '#kernel/quantity.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import type { QuotesContext } from '../context.ts';
import { priceHash } from '../domain/price-hash.ts';
import { priceQuote, pricedColumns, type DraftLine, type PricedQuote } from '../domain/price-quote.ts';
import type { PricedAnswer } from '../domain/priced-answer.ts';
import { JOB } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { draftQuote } from './draft-quote.ts';
import { requireQuotes } from './find-quote.ts';
import { move } from './move-quote.ts';
import { replaceLines } from './quote-lines.ts';
import { offerTime } from './read-offer-time.ts';
import type { QuotesTx } from './write-quote.ts';

export interface ReceivedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: string;
  readonly uom: string;
  readonly configuration?: readonly OptionChoice[] | null;
}

/** A cart that another shop hands over, at the price it was promised. */
export interface ReceivedQuote {
  readonly id: string;
  readonly accountId: string;
  readonly ownerId: string;
  readonly expiresAt: Date;
  readonly lines: readonly ReceivedLine[];
  /** The catalog's own answer of the moment the price was promised, as JSON. */
  readonly priced: string;
}

/**
 * What was promised becomes an offer to a customer of the other shop, to the cent: nothing is priced again. The same id is the same
 * quote: handed over once more as it is, nothing happens; with other content it takes that on, unless it was ordered or is being. [XFER-08, XFER-11]
 */
export function receiveQuote(context: QuotesContext, received: ReceivedQuote): Promise<Quote> {
  requireQuotes(context.config);
  const priced = priceQuote(received.lines.map(draftOf), readAnswer(received.priced));
  return context.db.transact(async (tx) => {
    const at = await offerTime(context, tx.sql);
    const known = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', received.id).executeTakeFirst();
    if (known && known.accountId === received.accountId && known.priceHash === hashOf(priced, received.expiresAt) && !REOPENED.has(known.status)) return known;
    const quote = known ?? (await draftQuote(tx, { id: received.ownerId, accountId: received.accountId }, at, { action: 'CREATE_QUOTE', from: null, origin: 'PARTNER', cart: null, clonedFromId: null, priced, actorId: null, id: received.id }));
    return offer(tx, context, quote, { priced, expiresAt: received.expiresAt, at });
  });
}

/** Handed over again after it had been given up, it is an offer anew. */
const REOPENED: ReadonlySet<string> = new Set(['CANCELED', 'EXPIRED']);

interface Offer {
  readonly priced: PricedQuote;
  readonly expiresAt: Date;
  readonly at: Date;
}

async function offer(tx: QuotesTx, { config }: QuotesContext, quote: Quote, { priced, expiresAt, at }: Offer): Promise<Quote> {
  if (priced.currency !== quote.currency) throw refuse('AMOUNT_CURRENCY_MISMATCH', 'A quote stays in its currency.', { quoteId: quote.id });
  await replaceLines(tx, quote, priced.lines);
  return move(tx, quote, 'receive', { actor: JOB, rules: config, at, set: { ...pricedColumns(priced, expiresAt), expiresAt, deletedAt: null } });
}

const hashOf = ({ currency, lines, totals, pricing }: PricedQuote, expiresAt: Date): string => priceHash({ currency, expiresAt, ...totals, pricing }, lines);

function draftOf({ id, sku, quantity, uom, configuration }: ReceivedLine, position: number): DraftLine {
  return { id, position, sku, description: null, quantityMicro: toMicro(quantity), uom, agreementId: null, overrideUnitMicro: null, configuration: configuration ? [...configuration] : null, targetUnitMicro: null };
}

function readAnswer(text: string): PricedAnswer {
  const answer = JSON.parse(text) as PricedAnswer;
  if (typeof answer.currency !== 'string' || !Array.isArray(answer.lines)) throw refuse('BAD_USER_INPUT', 'This is no answer of the catalog.', {});
  return answer;
}
