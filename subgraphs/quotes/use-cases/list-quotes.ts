import { refuse } from '#kernel/errors.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller, type Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { DESK_ORDERS, isTurnOf, keysOf, type DeskSort } from '../domain/quote-desk.ts';
import { QUOTE_STATUSES, type QuoteStatus } from '../domain/quote-lifecycle.ts';
import { mayRead } from '../domain/quote-rights.ts';
import { rolesOn } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { findShared } from './find-members.ts';
import { readDeskPage, type DeskScope } from './read-desk-page.ts';

export interface DeskFilter {
  /** Assigned to the viewer. */
  readonly mine?: boolean | null;
  readonly unassigned?: boolean | null;
  /** The viewer's turn: for a rep what is assigned to him and unanswered. */
  readonly waitingForMe?: boolean | null;
  readonly accountId?: string | null;
  readonly extensionWanted?: boolean | null;
  readonly expiresBefore?: Date | null;
  readonly currency?: string | null;
}

export interface DeskQuestion extends DeskFilter {
  readonly status?: readonly QuoteStatus[] | null;
  readonly sort?: DeskSort | null;
}

/** A buyer's own quotes and those shared with him, or all that a sales rep may see. [QUOTE-51] */
export async function listQuotes(context: QuotesContext, wanted: DeskQuestion, page: PageRequest): Promise<Connection<Quote>> {
  const viewer = requireViewer(context);
  const sort = wanted.sort ?? 'NEWEST';
  if (sort === 'VALUE') requireComparable(viewer, wanted);
  const order = DESK_ORDERS[sort];
  const sharedIds = context.config.sharing && viewer.kind !== 'SALES_REP' ? await findShared(context.db.sql, viewer) : [];
  const scope = scopeOf(viewer, wanted, sharedIds);
  const ownerId = viewer.kind === 'SALES_REP' ? '' : viewer.id;
  const roles = rolesOn(viewer, { ownerId }, context.config);
  const side = ownerId === '' ? 'seller' : 'buyer';
  const statuses = (wanted.status ?? QUOTE_STATUSES).filter((status) => mayRead(status, roles) && (!wanted.waitingForMe || isTurnOf(side, status)));
  const keyCount = order.by ? 2 : 1;
  return readPage(page, (quote: Quote) => keysOf(order, quote), keyCount, async (limit, after) => {
    if (after && order.by && !/^\d{1,16}$/.test(after[0] ?? '')) throw refuse('BAD_CURSOR', 'This cursor was not made by this list.', { after: page.after });
    const quotes = await readDeskPage(context.db.sql, { scope, statuses: new Set(statuses), order, limit, after });
    for (const quote of quotes) context.loaders.quoteById.prime(quote.id, quote);
    return quotes;
  });
}

function scopeOf(viewer: Viewer, wanted: DeskQuestion, sharedIds: readonly string[]): DeskScope {
  const { accountId = null, extensionWanted = false, expiresBefore = null, currency = null } = wanted;
  const narrowed = { accountId, extensionWanted: extensionWanted ?? false, expiresBefore, currency };
  if (viewer.kind !== 'SALES_REP') return { ...narrowed, owner: viewer, sharedIds, salesRepId: undefined };
  if (wanted.unassigned && (wanted.mine || wanted.waitingForMe)) throw refuse('BAD_USER_INPUT', 'What is unassigned is nobody\'s: ask for one or the other.');
  return { ...narrowed, owner: undefined, sharedIds, salesRepId: wanted.unassigned ? null : wanted.mine || wanted.waitingForMe ? viewer.id : undefined };
}

/** Amounts compare in one currency only, and their order tells of them. */
function requireComparable(viewer: Viewer, { currency }: DeskQuestion): void {
  if (!isSeller(viewer)) requirePermission(viewer, 'VIEW_NET_PRICE');
  if (currency == null) throw refuse('BAD_USER_INPUT', 'Values compare within one currency; name it.');
}
