import { newId } from '#kernel/ids.ts';
import { unitMoneyOf } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { freeze, type FrozenAlternative } from '../domain/freeze-quote.ts';
import type { Quote } from '../entities/quote.ts';
import { reviseAttachments } from './keep-attachments.ts';
import { linesOf } from './quote-lines.ts';
import type { QuotesTx } from './write-quote.ts';

/** Keeps what was asked for or offered, for ever. */
export async function reviseQuote(tx: QuotesTx, quote: Quote, { action, actorId, at }: { action: string; actorId: string | null; at: Date }): Promise<void> {
  const last = await tx.sql.selectFrom('QuoteRevision').select('number').where('quoteId', '=', quote.id).orderBy('number', 'desc').limit(1).executeTakeFirst();
  const content = { ...freeze(quote, await linesOf(tx.sql, quote.id)), attachments: await reviseAttachments(tx, quote.id), alternatives: await alternativesOf(tx, quote) };
  await tx.sql.insertInto('QuoteRevision').values({ id: newId(), quoteId: quote.id, accountId: quote.accountId, number: (last?.number ?? 0) + 1, action, content, actorId, at }).execute();
}

async function alternativesOf(tx: QuotesTx, { id, currency }: Quote): Promise<FrozenAlternative[]> {
  const offered = await tx.sql.selectFrom('QuoteAlternative').selectAll().where('quoteId', '=', id).orderBy('lineId').orderBy('position').execute();
  const price = (micro: bigint): string => unitMoneyOf(micro, currency).amount;
  return offered.map(({ lineId, sku, description = null, quantityMicro, uom, listUnitMicro, unitMicro }) => ({ lineId, sku, description, quantity: fromMicro(quantityMicro), uom, listPrice: price(listUnitMicro), unitPrice: price(unitMicro) }));
}
