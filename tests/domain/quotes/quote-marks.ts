import { newId } from '#kernel/ids.ts';
import { isRefusal } from '#kernel/errors.ts';
import type { QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { expireQuotes } from '../../../subgraphs/quotes/use-cases/expire-quotes.ts';
import { moveOf, type Desk, type Name } from './desk.ts';
import type { Deed, Player } from './quote-model.ts';

/** What the product keeps of one quote. */
export interface QuoteMarks {
  readonly status: QuoteStatus;
  readonly version: number;
  readonly gone: boolean;
  readonly priceHash: string;
  readonly audits: readonly { readonly action: string; readonly from?: QuoteStatus | null; readonly to: QuoteStatus }[];
  readonly events: readonly { readonly type: string; readonly version: number }[];
}

export async function marksOf(desk: Desk, id: string): Promise<QuoteMarks> {
  const { sql, kernel } = desk.contextOf('bea').db;
  const { status, version, deletedAt, priceHash } = await sql.selectFrom('Quote').select(['status', 'version', 'deletedAt', 'priceHash']).where('id', '=', id).executeTakeFirstOrThrow();
  const audits = await sql.selectFrom('QuoteAudit').select(['action', 'from', 'to']).where('quoteId', '=', id).orderBy('id').execute();
  const events = await kernel.selectFrom('OutboxMessage').select(['type', 'aggregateVersion']).where('aggregateType', '=', 'quote').where('aggregateId', '=', id).orderBy('aggregateVersion').execute();
  return { status, version, gone: deletedAt != null, priceHash, audits, events: events.map(({ type, aggregateVersion }) => ({ type, version: aggregateVersion })) };
}

/** @returns whether it was done: not refused, and, for those who are not answered, to be seen afterwards */
export async function actOn(desk: Desk, id: string, player: Player, deed: Deed, checkoutId: string): Promise<boolean> {
  if (player === 'job') return expired(desk, id);
  if (deed === 'order') return ordered(desk, id, checkoutId);
  const before = (await marksOf(desk, id)).version;
  const code = await desk.codeOf(player as Name, `mutation { ${await wordsOf(desk, id, deed, checkoutId)} }`);
  if (deed === 'release') return (await marksOf(desk, id)).version > before;
  return code === 'allowed';
}

async function wordsOf(desk: Desk, id: string, deed: Deed, checkoutId: string): Promise<string> {
  if (deed === 'hold') return `confirmQuote(quoteId: "${id}", priceHash: "${(await marksOf(desk, id)).priceHash}", checkoutId: "${checkoutId}") { quoteId }`;
  if (deed === 'release') return `releaseQuote(quoteId: "${id}", checkoutId: "${checkoutId}")`;
  if (deed === 'change') return `updateQuoteLines(quoteId: "${id}", lines: [{ sku: "BOLT" }]) { id }`;
  if (deed === 'note') return `addQuoteNote(quoteId: "${id}", text: "hm") { id }`;
  return moveOf(deed, id);
}

async function expired(desk: Desk, id: string): Promise<boolean> {
  const before = (await marksOf(desk, id)).audits.length;
  await expireQuotes(desk.contextOf('bea'));
  const { audits } = await marksOf(desk, id);
  return audits.length > before && audits.at(-1)?.action === 'EXPIRE_QUOTE';
}

/** An order nobody confirmed is refused by whoever takes it in; the bus tries it again for ever, so it is not told. */
async function ordered(desk: Desk, id: string, checkoutId: string): Promise<boolean> {
  const { sql } = desk.contextOf('bea').db;
  const { checkoutId: holder, status } = await sql.selectFrom('Quote').select(['checkoutId', 'status']).where('id', '=', id).executeTakeFirstOrThrow();
  if (holder !== checkoutId || status !== 'PUBLISHED') return false;
  const event = { id: newId(), accountId: 'acme', aggregateType: 'order', aggregateId: newId(), aggregateVersion: 1, type: 'ORDER_PLACED', schemaVersion: 1, payload: { quoteId: id, checkoutId }, actorId: 'bea', createdAt: desk.clock.now() };
  try {
    await desk.bus.publish(event);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
