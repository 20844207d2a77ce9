import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteNote } from '../entities/quote-note.ts';
import type { QuotesTx } from './write-quote.ts';

const MAX_TEXT = 4_000;

export type NewNote = Pick<QuoteNote, 'text' | 'authorId' | 'at' | 'internal' | 'lineId'>;

export async function writeNote(tx: QuotesTx, quote: Quote, note: NewNote): Promise<void> {
  const text = note.text.trim();
  if (text === '' || text.length > MAX_TEXT) throw refuse('BAD_USER_INPUT', `A note has between 1 and ${MAX_TEXT} characters.`, { length: text.length });
  await tx.sql.insertInto('QuoteNote').values({ ...note, text, id: newId(), quoteId: quote.id, accountId: quote.accountId }).execute();
}
