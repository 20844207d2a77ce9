import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import type { Merge } from '../entities/merge.ts';

/** All merges, the latest first; for the seller's administrators. [MERGE-12] */
export function listMerges(context: AccountsContext, page: PageRequest): Promise<Connection<Merge>> {
  requireAdministrator(context);
  return readPage(page, ({ id }: Merge) => [id], 1, async (limit, after) => {
    let query = context.db.sql.selectFrom('Merge').selectAll();
    if (after) query = query.where('id', '<', after[0] ?? '');
    return query.orderBy('id', 'desc').limit(limit).execute();
  });
}
