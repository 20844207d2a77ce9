import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import type { Agreement } from '../entities/agreement.ts';

/** The seller's people see every agreement, or those of one account; a buyer sees those of their own account and learns of no others. [CART-66] */
export function listAgreements(context: CatalogContext, page: PageRequest, ofAccount: string | null): Promise<Connection<Agreement>> {
  const viewer = requireViewer(context);
  const accountId = isSeller(viewer) ? ofAccount : viewer.accountId;
  return readPage(page, ({ id }) => [id], 1, (limit, after) =>
    context.db.sql
      .selectFrom('Agreement')
      .selectAll()
      .$if(accountId !== null, (query) =>
        query.where('id', 'in', (sub) => sub.selectFrom('AgreementAccount').select('agreementId').where('accountId', '=', accountId ?? '')),
      )
      .$if(after !== undefined, (query) => query.where('id', '>', after?.[0] ?? ''))
      .orderBy('id')
      .limit(limit)
      .execute(),
  );
}
