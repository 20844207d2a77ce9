import type { Kysely } from '@mikro-orm/sqlite';
import type { CustomerUsage } from '../domain/advanced-search.ts';
import type { OrderConditions } from '../domain/order-search.ts';
import { compareRows, type SortedBy } from '../domain/order-sorts.ts';
import type { Scope } from '../domain/order-visibility.ts';
import { endOf, type TextPattern } from '../domain/search-text.ts';
import type { Order } from '../entities/order.ts';
import type { OrdersTables } from '../entities/tables.ts';
import type { Reach } from './find-reach.ts';

export interface OrderPage extends Reach {
  /** What someone sees, besides, as a tracker. */
  readonly trackedIds: readonly string[];
  readonly conditions: OrderConditions;
  readonly sorted: SortedBy;
  readonly limit: number;
  readonly after: readonly string[] | undefined;
}

const allOf = (sql: Kysely<OrdersTables>) => sql.selectFrom('Order').selectAll();
type Orders = ReturnType<typeof allOf>;

/**
 * One page, merged from a stretch of an index for each way in which an order is someone's and each status asked for: each is found at once
 * wherever it begins, so a page costs the same among a thousand orders and a hundred thousand.
 */
export async function readOrderPage(sql: Kysely<OrdersTables>, page: OrderPage): Promise<Order[]> {
  const stretches = waysOf(sql, page)
    .map((orders) => narrowed(orders, page))
    .flatMap((orders) => underEachNumber(orders, page.conditions))
    .flatMap((orders) => inEachStatus(orders, page.conditions))
    .flatMap((orders) => stretchesAfter(orders, page));
  const { column, direction } = page.sorted;
  const found = await Promise.all(stretches.map((orders) => orders.orderBy(column, direction).orderBy('id', direction).limit(page.limit).execute()));
  const once = new Map(found.flat().map((order) => [order.id, order]));
  return [...once.values()].sort((a, b) => compareRows(page.sorted, a, b)).slice(0, page.limit);
}

function waysOf(sql: Kysely<OrdersTables>, { scopes, trackedIds }: OrderPage): Orders[] {
  const ways = scopes.map((scope) => Object.entries(scope).reduce((orders, [column, value]) => orders.where(column as keyof Scope, '=', value), allOf(sql)));
  if (trackedIds.length === 0) return ways;
  return [...ways, allOf(sql).where('id', 'in', trackedIds)];
}

function narrowed(all: Orders, { operatingUnit, conditions }: OrderPage): Orders {
  const { from, to, purchaseOrderNumber, sku, reference, orderType, accountId, currency, agreement, customers = {} } = conditions;
  let orders = all;
  if (operatingUnit !== undefined) orders = orders.where('operatingUnit', '=', operatingUnit);
  if (from !== undefined) orders = orders.where('placedAt', '>=', from);
  if (to !== undefined) orders = orders.where('placedAt', '<', to);
  if (orderType !== undefined) orders = orders.where('orderType', '=', orderType);
  if (accountId !== undefined) orders = orders.where('accountId', '=', accountId);
  if (currency !== undefined) orders = orders.where('currency', '=', currency);
  if (reference !== undefined) orders = orders.where((eb) => eb.or([eb('cartId', '=', reference), eb('quoteId', '=', reference)]));
  if (purchaseOrderNumber) orders = like(orders, 'purchaseOrderNumber', purchaseOrderNumber);
  if (sku) orders = orders.where('id', 'in', (eb) => ('is' in sku ? eb.selectFrom('OrderLine').select('orderId').where('sku', '=', sku.is) : eb.selectFrom('OrderLine').select('orderId').where('sku', '>=', sku.begins).where('sku', '<', endOf(sku.begins))));
  if (agreement !== undefined) orders = orders.where('id', 'in', (eb) => eb.selectFrom('OrderLine').select('orderId').where('agreementId', '=', agreement));
  for (const [usage, id] of Object.entries(customers)) {
    orders = orders.where('id', 'in', (eb) => eb.selectFrom('NamedCustomer').select('orderId').where('customerId', '=', id).where('usage', '=', usage as CustomerUsage));
  }
  return orders;
}

/** An order has a number of ours, and perhaps one of the order system that took it over; either finds it. [EXT-17] */
const underEachNumber = (orders: Orders, { number }: OrderConditions): Orders[] => (number ? [like(orders, 'storeNumber', number), like(orders, 'outsideKey', number)] : [orders]);

function like(orders: Orders, column: 'storeNumber' | 'outsideKey' | 'purchaseOrderNumber', pattern: TextPattern): Orders {
  if ('is' in pattern) return orders.where(column, '=', pattern.is);
  return orders.where(column, '>=', pattern.begins).where(column, '<', endOf(pattern.begins));
}

const inEachStatus = (orders: Orders, { statuses }: OrderConditions): Orders[] => (statuses ? [...statuses].map((status) => orders.where('status', '=', status)) : [orders]);

/** What comes after a row: the rest of its equals, then all beyond them. Two stretches of the index; one condition over both would read it from the start. */
function stretchesAfter(orders: Orders, { sorted: { column, direction, valueOf }, after }: OrderPage): Orders[] {
  if (!after) return [orders];
  const beyond = direction === 'asc' ? '>' : '<';
  const [key = '', id = ''] = after;
  return [orders.where(column, '=', valueOf(key) as never).where('id', beyond, id), orders.where(column, beyond, valueOf(key) as never)];
}
