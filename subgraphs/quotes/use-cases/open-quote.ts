import type { QuotesContext } from '../context.ts';
import { isStale } from '../domain/repricing.ts';
import type { Quote } from '../entities/quote.ts';
import { readQuote } from './read-quote.ts';
import { repriceQuote } from './reprice-quote.ts';

/** The quote for its owner's eyes; prices that have gone stale meanwhile are looked up first. Others see it as it stands. */
export async function openQuote(context: QuotesContext, quoteId: string): Promise<Quote> {
  const quote = await readQuote(context, quoteId);
  if (!isStale(quote) || quote.ownerId !== context.viewer?.id) return quote;
  try {
    await repriceQuote(context, quoteId);
  } catch (error) {
    context.log('a stale quote could not be priced', { quoteId, error: String(error) });
    return quote; // it can still be looked at, and what has no price be taken out
  }
  return readQuote(context, quoteId);
}
