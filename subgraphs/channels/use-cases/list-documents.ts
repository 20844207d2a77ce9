import { refuse } from '#kernel/errors.ts';
import { minorFrom, moneyOf, type Money } from '#kernel/money.ts';
import { decodeCursor, encodeCursor, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller, seesNetPrices, type Viewer } from '#kernel/viewer.ts';
import type { ChannelsContext } from '../context.ts';
import { matchOurs, type Ours } from '../domain/match-ours.ts';
import { BEGINNING, mergeLists, type MergedRow, type Position } from '../domain/merge-lists.ts';
import { newestFirst, stateOf, type OutsideDocument, type OutsideState } from '../domain/outside-document.ts';
import { scopeFor } from '../domain/outside-scope.ts';
import type { HandOverKind } from '../domain/hand-over-lifecycle.ts';
import { askOwnOrders } from '../peers/orders.ts';
import type { OwnDocument } from '../peers/own-list.ts';
import { askOwnQuotes } from '../peers/quotes.ts';
import { readList } from './read-list.ts';

const MOST = 100;

/** A row of the list of all channels. */
export interface ListedDocument {
  readonly number: string;
  readonly placedAt: Date;
  readonly status: string;
  readonly total: Money | null;
  /** Ours, where it came from here. */
  readonly own: { readonly id: string } | null;
  /** As the system outside tells of it, where it does. */
  readonly outside: OutsideDocument | null;
}

export interface DocumentList extends Connection<ListedDocument> {
  /** Null where there is no such system. */
  readonly outside: OutsideState | null;
}

/**
 * The orders or quotes of all channels, newest first: ours, asked for as whoever looks, and those the system outside tells of, each once.
 * Without an answer from there ours are still shown, with what it told last, and it says so. [EXT-15, EXT-16, EXT-20, EXT-21]
 */
export async function listDocuments(context: ChannelsContext, kind: HandOverKind, accountId: string | null, page: PageRequest): Promise<DocumentList> {
  const viewer = requireViewer(context);
  const first = page.first ?? 20;
  if (first < 1 || first > MOST) throw refuse('BAD_USER_INPUT', `first must be between 1 and ${MOST}.`, { first });
  const scope = scopeFor(kind, viewer, accountId);
  const start = page.after == null ? BEGINNING : readPosition(page.after);
  const askOwn = kind === 'ORDER' ? askOwnOrders : askOwnQuotes;
  const [{ rows, hasMore }, listed] = await Promise.all([askOwn(context.ask, { accountId: isSeller(viewer) ? scope.accountId : null, first, after: start.own }), readList(context, scope)]);

  const documents = listed?.told?.content.documents ?? [];
  const { ofOurs, others, leftOut } = matchOurs(documents, await findOurs(context, kind, rows, documents), scope.accountId);
  const sorted = [...others].sort(newestFirst);
  const merged = mergeLists(rows, sorted, start, first);
  const end = merged.at(-1)?.position ?? start;
  const edges = merged.map((row) => ({ cursor: writePosition(row.position), node: shown(row, ofOurs, viewer) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: hasMore || merged.filter(({ own }) => own).length < rows.length || mergeLists([], sorted, end, 1).length > 0,
      hasPreviousPage: page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    outside: listed ? stateOf(listed.told, { isStale: listed.isStale, leftOut }) : null,
  };
}

/** What was handed over and is on this page, or is named outside. */
async function findOurs({ db }: ChannelsContext, kind: HandOverKind, rows: readonly OwnDocument[], documents: readonly OutsideDocument[]): Promise<Ours[]> {
  if (documents.length === 0) return [];
  const ids = [...rows.map(({ id }) => id), ...documents.flatMap(({ reference }) => reference ?? [])];
  const numbers = documents.map(({ number }) => number);
  return db.sql.selectFrom('HandOver').select(['id', 'accountId', 'number']).where('kind', '=', kind).where((eb) => eb.or([eb('id', 'in', ids), eb('number', 'in', numbers)])).execute();
}

function shown(row: MergedRow<OwnDocument>, ofOurs: ReadonlyMap<string, OutsideDocument>, viewer: Viewer): ListedDocument {
  const outside = row.outside ?? ofOurs.get(row.own?.id ?? '') ?? null;
  const { number, placedAt, status } = row.own ?? row.outside;
  const total = outside ? (seesNetPrices(viewer) ? moneyOf(minorFrom(outside.total, outside.currency), outside.currency) : null) : (row.own?.total ?? null);
  return { number, placedAt: new Date(placedAt), status: outside?.status ?? status, total, own: row.own && { id: row.own.id }, outside };
}

const writePosition = ({ own, outside }: Position): string => encodeCursor([own ?? '', outside?.placedAt ?? '', outside?.number ?? '']);

function readPosition(cursor: string): Position {
  const [own = '', placedAt = '', number = ''] = decodeCursor(cursor, 3);
  if (placedAt !== '' && Number.isNaN(Date.parse(placedAt))) throw refuse('BAD_CURSOR', 'This cursor was not made by this list.', { after: cursor.slice(0, 100) });
  return { own: own === '' ? null : own, outside: placedAt === '' ? null : { placedAt, number } };
}
