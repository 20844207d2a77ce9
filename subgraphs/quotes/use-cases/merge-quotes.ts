import { membershipsPart } from '#kernel/takeover-memberships.ts';
import { rootsPart, rowsPart } from '#kernel/takeover-rows.ts';
import type { Takeover, TakeoverDefinition, TakeoverPart, Obstacle } from '#kernel/takeover.ts';
import { REPRICED_STATUSES } from '../domain/repricing.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { announce, writeQuote, type QuotesTx } from './write-quote.ts';

type Part = TakeoverPart<QuotesTables>;
const FOLLOWS_PRICES: ReadonlySet<string> = new Set(REPRICED_STATUSES);

/** What becomes of quotes when an account becomes another, or a person another one. What was offered stays as it was offered. [MERGE-14] */
export const mergeQuotes = (): TakeoverDefinition<QuotesTables> => ({ parts: [quotesPart, membersPart, mirrorsPart], obstacles: findHeld });

/** A quote that a checkout keeps still belongs to an order under way. */
async function findHeld({ sql }: QuotesTx, { accounts, users }: Takeover): Promise<Obstacle[]> {
  const named = (successions: readonly { readonly from: string }[]): string[] => ['', ...successions.map(({ from }) => from)];
  const held = await sql
    .selectFrom('Quote')
    .select('id')
    .where('checkoutId', 'is not', null)
    .where('status', '=', 'PUBLISHED')
    .where((eb) => eb.or([eb('accountId', 'in', named(accounts)), eb('ownerId', 'in', named(users))]))
    .limit(1)
    .execute();
  return held.length === 0 ? [] : [{ code: 'QUOTE_HELD', message: 'A checkout keeps a quote still. Wait for it.' }];
}

const quotesPart: Part = rootsPart<QuotesTables, Quote>({
  name: 'quotes',
  table: 'Quote',
  account: 'accountId',
  users: ['ownerId'],
  children: ['QuoteLine', 'QuoteAlternative', 'QuoteAttachment', 'QuoteAudit', 'QuoteMember', 'QuoteNote', 'QuoteRevision'].map((table) => ({ table, root: 'quoteId' })),
  async write(tx, quote, whose, { actorId }, { now: at }) {
    const stale = whose.accountId !== undefined && FOLLOWS_PRICES.has(quote.status) ? { staleMark: quote.staleMark + 1 } : {};
    const changes = { ...whose, ...stale, version: quote.version + 1, updatedAt: at, updatedById: actorId };
    await tx.sql.updateTable('Quote').set(changes).where('id', '=', quote.id).execute();
    const owned: Quote = { ...quote, ...changes };
    if (quote.everShared && whose.ownerId !== undefined) await endOwnMembership(tx, owned, actorId, at);
    await announce(tx, owned, quote.status, { type: 'MERGED', actorId, at, more: { left: [quote.ownerId] } });
  },
});

/** Whoever owns a quote is no member of it. */
async function endOwnMembership({ sql }: QuotesTx, { id, ownerId }: Quote, actorId: string, at: Date): Promise<void> {
  const ended = { endedAt: at, endCause: 'MERGED', updatedById: actorId };
  await sql.updateTable('QuoteMember').set((eb) => ({ ...ended, version: eb('version', '+', 1) })).where('quoteId', '=', id).where('userId', '=', ownerId).where('endedAt', 'is', null).execute();
}

const membersPart: Part = membershipsPart({
  name: 'sharedQuotes',
  table: 'QuoteMember',
  root: 'quoteId',
  rootTable: 'Quote',
  async touch(tx, quoteId, { actorId }, { now: at }) {
    const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).executeTakeFirstOrThrow();
    await writeQuote(tx, quote, {}, { type: 'MERGED', actorId, at });
  },
});

const mirrorsPart: Part = rowsPart({ name: 'mirroredCarts', table: 'CartMirror', account: 'accountId', users: ['ownerId', 'orderedById'], key: ['cartId'] });
