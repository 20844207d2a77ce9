import { QUOTE_HAND_OVERS, type QuoteHandOver } from '../domain/quote-lifecycle.ts';
import { writeQuote, type QuotesTx } from './write-quote.ts';

export interface HandOverNews {
  readonly quoteId: string;
  readonly status: string;
  /** What it is called there. */
  readonly number: string | null;
  /** Why it was refused. */
  readonly reason: string | null;
  readonly actorId: string | null;
  readonly at: Date;
}

const CAUSES: { readonly [T in QuoteHandOver]: { readonly type: string } } = {
  PENDING: { type: 'HAND_OVER_RETRIED' },
  HANDED_OVER: { type: 'QUOTE_HANDED_OVER' },
  REFUSED: { type: 'HAND_OVER_REFUSED' },
  GIVEN_UP: { type: 'HAND_OVER_GIVEN_UP' },
};

/** A quote that goes to the quote system has come so far; once that has it, its number is the one people know. [EXT-16, EXT-17] */
export async function followHandOver(tx: QuotesTx, { quoteId, status, number, reason, actorId, at }: HandOverNews): Promise<void> {
  const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).executeTakeFirst();
  const handOver = QUOTE_HAND_OVERS.find((each) => each === status);
  if (!quote || !handOver) return; // of another deployment, or of a later version of us
  await writeQuote(tx, quote, { handOver, ...(number !== null && { number }) }, { ...CAUSES[handOver], actorId, at, more: { handOverStatus: handOver, storeNumber: quote.storeNumber, ...(reason !== null && { reason }) } });
}
