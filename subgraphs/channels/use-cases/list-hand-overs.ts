import { refuse } from '#kernel/errors.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { ChannelsContext } from '../context.ts';
import type { HandOverKind, HandOverStatus } from '../domain/hand-over-lifecycle.ts';
import type { HandOver } from '../entities/hand-over.ts';

/** What was handed over, waits to be, or was refused; the newest first. */
export function listHandOvers(context: ChannelsContext, { kind, status }: { kind?: HandOverKind | null; status?: HandOverStatus | null }, page: PageRequest): Promise<Connection<HandOver>> {
  if (!isSeller(requireViewer(context))) throw refuse('FORBIDDEN', 'Only the seller sees what is handed over.');
  return readPage(page, ({ id }: HandOver) => [id], 1, (limit, after) => {
    let rows = context.db.sql.selectFrom('HandOver').selectAll().orderBy('id', 'desc').limit(limit);
    if (kind != null) rows = rows.where('kind', '=', kind);
    if (status != null) rows = rows.where('status', '=', status);
    if (after?.[0] !== undefined) rows = rows.where('id', '<', after[0]);
    return rows.execute();
  });
}
