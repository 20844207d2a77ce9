import type { Kysely } from '@mikro-orm/sqlite';
import type { DraftLine, PricedLine } from '../domain/price-quote.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteLine } from '../entities/quote-line.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { dropAttachmentsBut } from './keep-attachments.ts';
import type { QuotesTx } from './write-quote.ts';

export function linesOf(sql: Kysely<QuotesTables>, quoteId: string): Promise<QuoteLine[]> {
  return sql.selectFrom('QuoteLine').selectAll().where('quoteId', '=', quoteId).orderBy('position').execute();
}

/** What was wished for in a line, to price it anew. */
export const draftOf = (line: QuoteLine): DraftLine => ({
  id: line.id,
  position: line.position,
  sku: line.sku ?? null,
  description: line.description ?? null,
  quantityMicro: line.quantityMicro,
  uom: line.uom,
  agreementId: line.agreementId ?? null,
  overrideUnitMicro: line.overrideUnitMicro ?? null,
  overrideBy: line.overrideBy ?? null,
  configuration: line.configuration ?? null,
  targetUnitMicro: line.targetUnitMicro ?? null,
});

/** The lines of a quote are replaced as a whole: they were priced as a whole. */
export async function replaceLines(tx: QuotesTx, quote: Pick<Quote, 'id' | 'accountId'>, lines: readonly PricedLine[]): Promise<void> {
  const before = await tx.sql.deleteFrom('QuoteLine').where('quoteId', '=', quote.id).returning('id').execute();
  await insertLines(tx, quote, lines);
  const kept = new Set(lines.map(({ id }) => id));
  if (before.every(({ id }) => kept.has(id))) return; // nothing hangs on a line that is gone
  await dropAttachmentsBut(tx, quote.id, kept);
  await dropAlternativesBut(tx, quote.id, kept);
}

const ROWS_AT_ONCE = 100;

export async function insertLines(tx: QuotesTx, quote: Pick<Quote, 'id' | 'accountId'>, lines: readonly PricedLine[]): Promise<void> {
  for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) {
    const rows = lines.slice(from, from + ROWS_AT_ONCE).map((line) => ({ ...line, overrideBy: line.overrideBy ?? null, quoteId: quote.id, accountId: quote.accountId }));
    await tx.sql.insertInto('QuoteLine').values(rows).execute();
  }
}

async function dropAlternativesBut(tx: QuotesTx, quoteId: string, kept: ReadonlySet<string>): Promise<void> {
  const offered = await tx.sql.selectFrom('QuoteAlternative').select(['id', 'lineId']).where('quoteId', '=', quoteId).execute();
  const gone = offered.filter(({ lineId }) => !kept.has(lineId)).map(({ id }) => id);
  if (gone.length > 0) await tx.sql.deleteFrom('QuoteAlternative').where('id', 'in', gone).execute();
}
