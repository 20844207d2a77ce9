import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Quote } from '../entities/quote.ts';
import type { QuoteAudit } from '../entities/quote-audit.ts';
import type { QuoteLine } from '../entities/quote-line.ts';
import type { QuoteNote } from '../entities/quote-note.ts';
import type { QuoteRevision } from '../entities/quote-revision.ts';
import type { QuotesTables } from '../entities/tables.ts';

export interface QuotesLoaders {
  /** Whatever the viewer's rights: callers ask the tables of rights. */
  readonly quoteById: DataLoader<string, Quote | undefined>;
  readonly linesOfQuote: DataLoader<string, QuoteLine[]>;
  readonly auditsOfQuote: DataLoader<string, QuoteAudit[]>;
  readonly notesOfQuote: DataLoader<string, QuoteNote[]>;
  readonly revisionsOfQuote: DataLoader<string, QuoteRevision[]>;
}

/** One set a request: what is asked for many times is read once, and nobody sees another's cache. */
export function createLoaders(sql: Kysely<QuotesTables>): QuotesLoaders {
  return {
    quoteById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Quote').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    linesOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteLine').selectAll().where('quoteId', 'in', ids).orderBy('position').execute())),
    auditsOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteAudit').selectAll().where('quoteId', 'in', ids).orderBy('id').execute())),
    notesOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteNote').selectAll().where('quoteId', 'in', ids).orderBy('id').execute())),
    revisionsOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteRevision').selectAll().where('quoteId', 'in', ids).orderBy('number').execute())),
  };
}

function grouped<Row extends { quoteId: string }>(ids: readonly string[], rows: readonly Row[]): Row[][] {
  const byQuote = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) byQuote.get(row.quoteId)?.push(row);
  return ids.map((id) => byQuote.get(id) ?? []);
}
