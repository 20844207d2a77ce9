import { newId } from '#kernel/ids.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteMember } from '../entities/quote-member.ts';
import type { Onlooker } from '../peers/carts.ts';
import type { QuotesTx } from './write-quote.ts';

/** Whom the cart was shared with looks on at its quote, or claims their invitation with the same number there; its owner may let them do more. [SHARE-33, V.25] */
export async function keepOnlookers(tx: QuotesTx, { id: quoteId, accountId }: Pick<Quote, 'id' | 'accountId'>, onlookers: readonly Onlooker[], at: Date): Promise<void> {
  if (onlookers.length === 0) return;
  const rows = onlookers.map((onlooker): QuoteMember => ({ ...onlooker, id: newId(), quoteId, accountId, role: 'VIEWER', version: 1, updatedById: null, startedAt: at, endedAt: null, endCause: null }));
  await tx.sql.insertInto('QuoteMember').values(rows).execute();
}
