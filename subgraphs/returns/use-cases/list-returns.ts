import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import { TRACKED_STATUSES } from '../domain/return-lifecycle.ts';
import { seesWholeAccount } from '../domain/return-rights.ts';
import type { Return } from '../entities/return.ts';

/** The submitted returns the viewer may see, newest first: ids are made in time order, so they are the cursor. [RET-04, RET-11] */
export function listReturns(context: ReturnsContext, page: PageRequest): Promise<Connection<Return>> {
  const viewer = requireViewer(context);
  return readPage(page, (each) => [each.id], 1, (limit, after) => {
    let rows = context.db.sql.selectFrom('Return').selectAll().where('status', 'in', TRACKED_STATUSES).orderBy('id', 'desc').limit(limit);
    if (!isSeller(viewer)) rows = rows.where('accountId', '=', viewer.accountId);
    if (!isSeller(viewer) && !seesWholeAccount(viewer)) rows = rows.where('ownerId', '=', viewer.id);
    if (after?.[0]) rows = rows.where('id', '<', after[0]);
    return rows.execute();
  });
}
