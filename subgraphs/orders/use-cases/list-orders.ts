import type { Kysely } from '@mikro-orm/sqlite';
import { refuse } from '#kernel/errors.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { isSeller, type Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { lookBackDays } from '../domain/look-back.ts';
import { criteriaOf, readSearch, refuseIncomparable, type OrderConditions, type OrderSearch } from '../domain/order-search.ts';
import { keysOf, SORTED_BY, type OrderSort } from '../domain/order-sorts.ts';
import type { Order } from '../entities/order.ts';
import type { OrdersTables } from '../entities/tables.ts';
import { reachOf } from './find-reach.ts';
import { requireRegistered } from './guard-tracker.ts';
import { readOrderPage } from './read-order-page.ts';
import { searchableBy } from './read-tracker-view.ts';

/** The orders the viewer may see that a basic search finds. [ORD-10, ORD-19] */
export async function listOrders(context: OrdersContext, search: OrderSearch, sort: OrderSort, page: PageRequest): Promise<Connection<Order>> {
  const viewer = requireRegistered(context);
  const { lookBackChoices } = context.config;
  const open = await searchableBy(context, criteriaOf(viewer));
  const conditions = readSearch(search, { open, now: context.clock.now(), lookBack: (days) => lookBackDays(lookBackChoices, days) });
  return findOrders(context, viewer, conditions, sort, page);
}

/** One page of what someone may see under these conditions. */
export async function findOrders(context: OrdersContext, viewer: Viewer, conditions: OrderConditions, sort: OrderSort, page: PageRequest): Promise<Connection<Order>> {
  refuseIncomparable(viewer, sort, conditions);
  const sorted = SORTED_BY[sort];
  const question = {
    ...reachOf(context, viewer),
    trackedIds: await findTracked(context.db.sql, viewer),
    conditions,
    sorted,
  };
  return readPage(page, (order: Order) => keysOf(sorted, order), 2, async (limit, after) => {
    if (after && !/^\d{1,16}$/.test(after[0] ?? '')) throw refuse('BAD_CURSOR', 'This cursor was not made by this list.', { after: page.after });
    const orders = await readOrderPage(context.db.sql, { ...question, limit, after });
    for (const order of orders) context.loaders.orderById.prime(order.id, order);
    return orders;
  });
}

/** Named one by one: few have any, and a list that asked each order whether it is among them would read them all. [SHARE-36] */
async function findTracked(sql: Kysely<OrdersTables>, viewer: Viewer): Promise<string[]> {
  if (isSeller(viewer)) return [];
  const tracked = await sql.selectFrom('OrderTracker').select('orderId').where('userId', '=', viewer.id).where('accountId', '=', viewer.accountId).execute();
  return tracked.map(({ orderId }) => orderId);
}
