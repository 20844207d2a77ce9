import type { Kysely } from '@mikro-orm/sqlite';
import { compareRows, type DeskOrder } from '../domain/quote-desk.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuotesTables } from '../entities/tables.ts';

export interface DeskScope {
  /** The buyer whose quotes they are; all buyers when absent. */
  readonly owner: { readonly id: string; readonly accountId: string } | undefined;
  /** Quotes of others that are shared with that buyer. */
  readonly sharedIds: readonly string[];
  /** The rep, null for none, undefined for any. */
  readonly salesRepId: string | null | undefined;
  readonly accountId: string | null;
  readonly extensionWanted: boolean;
  readonly expiresBefore: Date | null;
  readonly currency: string | null;
}

export interface DeskPage {
  readonly scope: DeskScope;
  readonly statuses: ReadonlySet<QuoteStatus>;
  readonly order: DeskOrder;
  readonly limit: number;
  readonly after: readonly string[] | undefined;
}

const inStatus = (sql: Kysely<QuotesTables>, status: QuoteStatus) => sql.selectFrom('Quote').selectAll().where('status', '=', status).where('deletedAt', 'is', null);
type Quotes = ReturnType<typeof inStatus>;

/**
 * One page, merged from a stretch of an index for each status: each is found at once wherever it begins, so the last page of
 * a hundred thousand costs what the first does.
 */
export async function readDeskPage(sql: Kysely<QuotesTables>, page: DeskPage): Promise<Quote[]> {
  const stretches = [...page.statuses].flatMap((status) => scopesOf(sql, page.scope, status).map((quotes) => restAfter(quotes, page)));
  const found = await Promise.all(stretches.map((stretch) => inOrder(stretch, page.order).limit(page.limit).execute()));
  return found.flat().sort((a, b) => compareRows(page.order, a, b)).slice(0, page.limit);
}

/** A buyer's own quotes and those shared with him are two stretches, each quote in one of them. */
function scopesOf(sql: Kysely<QuotesTables>, scope: DeskScope, status: QuoteStatus): Quotes[] {
  const quotes = inStatus(sql, status);
  const { owner, sharedIds } = scope;
  if (!owner) return [narrowed(quotes, scope)];
  const own = narrowed(quotes.where('accountId', '=', owner.accountId).where('ownerId', '=', owner.id), scope);
  return sharedIds.length === 0 ? [own] : [own, narrowed(quotes.where('id', 'in', sharedIds), scope)];
}

function narrowed(all: Quotes, scope: DeskScope): Quotes {
  let quotes = all;
  if (scope.salesRepId === null) quotes = quotes.where('salesRepId', 'is', null);
  if (scope.salesRepId != null) quotes = quotes.where('salesRepId', '=', scope.salesRepId);
  if (scope.accountId !== null) quotes = quotes.where('accountId', '=', scope.accountId);
  if (scope.extensionWanted) quotes = quotes.where('extensionWanted', 'is not', null);
  if (scope.expiresBefore !== null) quotes = quotes.where('expiresAt', '<', scope.expiresBefore);
  if (scope.currency !== null) quotes = quotes.where('currency', '=', scope.currency);
  return quotes;
}

/** What comes after a row. Both keys are compared as one: a stretch of the index that begins there; two conditions would be two stretches, or all of it. */
function restAfter(quotes: Quotes, { order: { by, direction }, after }: DeskPage): Quotes {
  const ended = by?.column === 'expiresAt' ? quotes.where('expiresAt', 'is not', null) : quotes;
  if (!after) return ended;
  const beyond = direction === 'asc' ? '>' : '<';
  const [key = '', id = ''] = after;
  if (!by) return quotes.where('id', beyond, key);
  return quotes.where(({ eb, refTuple, tuple }) => eb(refTuple(by.column, 'id'), beyond, tuple(by.valueOf(key) as never, id)));
}

function inOrder(quotes: Quotes, { by, direction }: DeskOrder): Quotes {
  return (by ? quotes.orderBy(by.column, direction) : quotes).orderBy('id', direction);
}
