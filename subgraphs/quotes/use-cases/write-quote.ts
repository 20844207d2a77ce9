import type { Tx } from '#kernel/database.ts';
import type { Audience, FactChange } from '#kernel/events.ts';
import { factChange } from '#kernel/fact-changes.ts';
import { moneyOf } from '#kernel/money.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import { isBuyersOwn } from '../domain/quote-rights.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuotesTables } from '../entities/tables.ts';

export type QuotesTx = Tx<QuotesTables>;
export type QuoteChanges = Partial<Omit<Quote, 'id' | 'accountId' | 'ownerId' | 'number' | 'version'>>;

export interface QuoteEvent {
  readonly type: string;
  readonly actorId: string | null;
  readonly at: Date;
  readonly destination?: string;
  /** What else its payload tells. */
  readonly more?: Record<string, unknown>;
  /** What became of its lines. */
  readonly changes?: readonly FactChange[];
}

/**
 * Writes the next version of a quote and announces it: nothing else makes a version. Whoever loses a race for a version
 * fails on the announcement, and is judged again on what the winner left.
 */
export async function writeQuote(tx: QuotesTx, quote: Quote, changes: QuoteChanges, event: QuoteEvent): Promise<Quote> {
  const written = { ...changes, version: quote.version + 1, updatedAt: event.at, updatedById: event.actorId };
  await tx.sql.updateTable('Quote').set(written).where('id', '=', quote.id).execute();
  const next: Quote = { ...quote, ...written };
  const total = quote.totalMinor === next.totalMinor ? [] : factChange('total', moneyOf(quote.totalMinor, quote.currency), moneyOf(next.totalMinor, next.currency));
  await announce(tx, next, quote.status, { ...event, changes: [...total, ...(event.changes ?? [])] });
  return next;
}

/** What readers of events need to know whom a quote concerns; never what is in it. */
export async function announce(tx: QuotesTx, quote: Quote, from: QuoteStatus | null, event: QuoteEvent): Promise<void> {
  const { id, accountId, number, ownerId, salesRepId = null, cartId = null, status, version } = quote;
  await tx.announce({
    accountId,
    aggregateType: 'quote',
    aggregateId: id,
    aggregateVersion: version,
    type: event.type,
    actorId: event.actorId,
    destination: event.destination,
    payload: {
      number,
      ownerId,
      salesRepId,
      cartId,
      from,
      status,
      ...(quote.everShared && { sharedWith: await sharedWith(tx, id) }),
      ...(isBuyersOwn(status) && { audience: 'BUYERS' satisfies Audience }),
      ...event.more,
      changes: [...factChange('status', from, status), ...(event.changes ?? [])],
    },
  });
}

/** The users it is shared with as the change leaves it. */
async function sharedWith(tx: QuotesTx, quoteId: string): Promise<string[]> {
  const members = await tx.sql.selectFrom('QuoteMember').select('userId').where('quoteId', '=', quoteId).where('endedAt', 'is', null).where('userId', 'is not', null).execute();
  return members.map(({ userId }) => userId as string);
}
