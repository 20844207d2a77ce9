import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { PartnersContext } from '../context.ts';
import type { ReceivedTransfer } from '../entities/received-transfer.ts';

/** What other shops have handed over, the newest first. */
export function listReceivedTransfers(context: PartnersContext, page: PageRequest): Promise<Connection<ReceivedTransfer>> {
  requireAdministrator(context);
  return readPage(page, ({ id }) => [id], 1, (limit, after) => {
    let rows = context.db.sql.selectFrom('ReceivedTransfer').selectAll().orderBy('id', 'desc').limit(limit);
    if (after?.[0] !== undefined) rows = rows.where('id', '<', after[0]);
    return rows.execute();
  });
}
