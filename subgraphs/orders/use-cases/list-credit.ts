import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller, seesNetPrices } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { CreditAccount } from '../entities/credit.ts';

/** What an account owes and may owe: for the seller, and for its own people who see what things cost. */
export function listCredit(context: OrdersContext, wanted: string | null): Promise<CreditAccount[]> {
  const viewer = requireViewer(context);
  const accountId = wanted ?? viewer.accountId;
  if (!isSeller(viewer) && accountId !== viewer.accountId) throw refuse('NOT_FOUND', 'There is no such account.', { accountId });
  if (!seesNetPrices(viewer)) throw refuse('FORBIDDEN', 'This needs the permission VIEW_NET_PRICE.', { permission: 'VIEW_NET_PRICE' });
  return context.db.sql.selectFrom('CreditAccount').selectAll().where('accountId', '=', accountId).orderBy('currency').execute();
}
