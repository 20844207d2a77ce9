import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { seesWholeAccount } from '../domain/order-rights.ts';
import type { OrderStatus } from '../domain/order-lifecycle.ts';
import type { Order } from '../entities/order.ts';

export interface OrderSearch {
  readonly number?: string | null;
  readonly status?: readonly OrderStatus[] | null;
  readonly placedFrom?: Date | null;
  readonly placedTo?: Date | null;
}

/** The orders the viewer may see, newest first: ids are made in time order, so they are the cursor. [ORD-10, ORD-19] */
export function listOrders(context: OrdersContext, search: OrderSearch, page: PageRequest): Promise<Connection<Order>> {
  const viewer = requireViewer(context);
  const { number, status, placedFrom, placedTo } = search;
  return readPage(page, (order) => [order.id], 1, (limit, after) => {
    let rows = context.db.sql.selectFrom('Order').selectAll().orderBy('id', 'desc').limit(limit);
    if (!isSeller(viewer)) rows = rows.where('accountId', '=', viewer.accountId);
    if (!isSeller(viewer) && !seesWholeAccount(viewer)) rows = rows.where('ownerId', '=', viewer.id);
    if (after?.[0]) rows = rows.where('id', '<', after[0]);
    if (number != null) rows = rows.where('number', '=', number.trim().toUpperCase());
    if (status != null) rows = rows.where('status', 'in', [...status]);
    if (placedFrom != null) rows = rows.where('placedAt', '>=', placedFrom);
    if (placedTo != null) rows = rows.where('placedAt', '<', placedTo);
    return rows.execute();
  });
}
