import type { OrdersContext } from '../context.ts';
import type { CustomerUsage } from '../domain/advanced-search.ts';
import { endOf } from '../domain/search-text.ts';
import { isSeller } from '#kernel/viewer.ts';
import { requireAdvanced } from './search-orders.ts';

export interface CustomerChoice {
  readonly id: string;
  /** The name with the account it is kept under. [ORD-24] */
  readonly label: string;
}

const MOST = 20;

/** Customers that orders of the viewer's account name; the seller finds those of all. A customer is its own account's. */
export async function listCustomersOfOrders(context: OrdersContext, usage: CustomerUsage, begins: string): Promise<CustomerChoice[]> {
  const viewer = requireAdvanced(context);
  let named = context.db.sql.selectFrom('NamedCustomer').select(['customerId', 'name', 'number']).distinct().where('usage', '=', usage);
  if (!isSeller(viewer)) named = named.where('accountId', '=', viewer.accountId);
  if (begins.trim() !== '') named = named.where('name', '>=', begins.trim()).where('name', '<', endOf(begins.trim()));
  const customers = await named.orderBy('name').limit(MOST).execute();
  return customers.map(({ customerId: id, name, number }) => ({ id, label: number == null ? name : `${name} (${number})` }));
}
