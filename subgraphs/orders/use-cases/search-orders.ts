import { refuse } from '#kernel/errors.ts';
import type { Connection, PageRequest } from '#kernel/paging.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { readOrderCriteria, type AdvancedOrderSearch } from '../domain/advanced-search.ts';
import type { OrderSort } from '../domain/order-sorts.ts';
import { searchesByAll } from '../domain/tracker-pages.ts';
import type { Order } from '../entities/order.ts';
import { requireRegistered } from './guard-tracker.ts';
import { findOrders } from './list-orders.ts';

/** Orders by all criteria there are, for business people. [ORD-20..22] */
export function searchOrders(context: OrdersContext, search: AdvancedOrderSearch, sort: OrderSort, page: PageRequest): Promise<Connection<Order>> {
  const viewer = requireAdvanced(context);
  const { orderNumber: number, ...wanted } = readOrderCriteria(search, context.config.searchMaxDays);
  const { status, placedFrom, placedTo, agreement } = search;
  const conditions = { ...wanted, number, statuses: status == null ? undefined : new Set(status), from: placedFrom ?? undefined, to: placedTo ?? undefined, agreement: agreement ?? undefined };
  return findOrders(context, viewer, conditions, sort, page);
}

/** Whoever may search by all criteria, if anybody may. */
export function requireAdvanced(context: OrdersContext): Viewer {
  const viewer = requireRegistered(context);
  if (!searchesByAll(viewer)) throw refuse('FORBIDDEN', 'Business people search by all criteria.');
  if (!context.config.advancedSearch) throw refuse('OPERATION_DISABLED', 'Orders cannot be searched by all criteria here.');
  return viewer;
}
