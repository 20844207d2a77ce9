import { newId } from '#kernel/ids.ts';
import { freeze } from '../domain/freeze-quote.ts';
import type { Quote } from '../entities/quote.ts';
import { linesOf } from './quote-lines.ts';
import type { QuotesTx } from './write-quote.ts';

/** Keeps what was asked for or offered, for ever. */
export async function reviseQuote(tx: QuotesTx, quote: Quote, { action, actorId, at }: { action: string; actorId: string | null; at: Date }): Promise<void> {
  const last = await tx.sql.selectFrom('QuoteRevision').select('number').where('quoteId', '=', quote.id).orderBy('number', 'desc').limit(1).executeTakeFirst();
  const content = freeze(quote, await linesOf(tx.sql, quote.id));
  await tx.sql.insertInto('QuoteRevision').values({ id: newId(), quoteId: quote.id, accountId: quote.accountId, number: (last?.number ?? 0) + 1, action, content, actorId, at }).execute();
}
