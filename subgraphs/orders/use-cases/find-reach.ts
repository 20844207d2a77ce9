import type { Kysely } from '@mikro-orm/sqlite';
import type { Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { CustomerUsage, WantedCustomers } from '../domain/advanced-search.ts';
import { scopesOf, seesOtherUnits, type Scope } from '../domain/order-visibility.ts';
import { endOf, type TextPattern } from '../domain/search-text.ts';
import type { OrdersTables } from '../entities/tables.ts';

/** Which orders someone finds. */
export interface Reach {
  readonly scopes: readonly Scope[];
  /** Undefined for those of all units. */
  readonly operatingUnit: string | undefined;
}

export function reachOf({ config }: OrdersContext, viewer: Viewer): Reach {
  return {
    scopes: scopesOf(viewer, config),
    operatingUnit: seesOtherUnits(viewer, config) ? undefined : config.operatingUnit,
  };
}

export interface WantedOfOrder {
  readonly orderNumber?: TextPattern;
  readonly purchaseOrderNumber?: TextPattern;
  readonly customers?: WantedCustomers;
}

const rowsOf = (sql: Kysely<OrdersTables>) => sql.selectFrom(['Invoice', 'Payment', 'OrderLine']);
type Rows = ReturnType<typeof rowsOf>;
type OfOrder = 'Invoice' | 'Payment' | 'OrderLine';
/** The statement that the condition stands in: one of its own would not know its columns. */
type Around = Parameters<Extract<Parameters<Rows['where']>[0], (eb: never) => unknown>>[0];

/** The order of a document or a line, if it is within reach: a condition that is looked up for each row, so that lists stay in the order of their index. */
export function orderWithin(around: Around, of: `${OfOrder}.orderId`, { scopes, operatingUnit }: Reach, { orderNumber, purchaseOrderNumber, customers = {} }: WantedOfOrder) {
  let orders = around.selectFrom('Order').select('Order.id').whereRef('Order.id', '=', of);
  if (scopes.some((scope) => Object.keys(scope).length > 0)) {
    orders = orders.where((eb) => eb.or(scopes.map((scope) => eb.and(Object.entries(scope).map(([column, value]) => eb(`Order.${column as keyof Scope}`, '=', value))))));
  }
  if (operatingUnit !== undefined) orders = orders.where('Order.operatingUnit', '=', operatingUnit);
  if (orderNumber) {
    const columns = ['Order.storeNumber', 'Order.outsideKey'] as const;
    orders = orders.where((eb) => eb.or(columns.map((column) => ('is' in orderNumber ? eb(column, '=', orderNumber.is) : eb.and([eb(column, '>=', orderNumber.begins), eb(column, '<', endOf(orderNumber.begins))])))));
  }
  for (const [usage, id] of Object.entries(customers)) {
    orders = orders.where('Order.id', 'in', around.selectFrom('NamedCustomer').select('NamedCustomer.orderId').where('NamedCustomer.customerId', '=', id).where('NamedCustomer.usage', '=', usage as CustomerUsage));
  }
  if (!purchaseOrderNumber) return orders;
  if ('is' in purchaseOrderNumber) return orders.where('Order.purchaseOrderNumber', '=', purchaseOrderNumber.is);
  return orders.where('Order.purchaseOrderNumber', '>=', purchaseOrderNumber.begins).where('Order.purchaseOrderNumber', '<', endOf(purchaseOrderNumber.begins));
}

/** The account that all orders within reach were sold to, where it is one: what an index of documents begins with. */
export function accountOf({ scopes }: Reach): string | undefined {
  const accounts = new Set(scopes.map(({ accountId }) => accountId));
  return accounts.size === 1 ? [...accounts][0] : undefined;
}
