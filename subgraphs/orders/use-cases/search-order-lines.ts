import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import type { OrdersContext } from '../context.ts';
import { readLineCriteria, type AdvancedLineSearch } from '../domain/advanced-search.ts';
import { endOf } from '../domain/search-text.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { accountOf, orderWithin, reachOf } from './find-reach.ts';
import { requireAdvanced } from './search-orders.ts';

/** Lines of the orders within reach by all criteria there are, newest first: ids are made in time order, so they are the cursor. [ORD-20, ORD-21, ORD-23] */
export function searchOrderLines(context: OrdersContext, search: AdvancedLineSearch, page: PageRequest): Promise<Connection<OrderLine>> {
  const viewer = requireAdvanced(context);
  const { sku, shipmentNumber, ...ofOrder } = readLineCriteria(search, context.config.searchMaxDays);
  const { status, requestedFrom, requestedTo, agreement } = search;
  const { sql } = context.db;
  const reach = reachOf(context, viewer);
  const accountId = accountOf(reach);
  return readPage(page, (line: OrderLine) => [line.id], 1, (limit, after) => {
    let rows = sql.selectFrom('OrderLine').selectAll('OrderLine').where((eb) => eb.exists(orderWithin(eb, 'OrderLine.orderId', reach, ofOrder)));
    if (accountId !== undefined) rows = rows.where('OrderLine.accountId', '=', accountId);
    if (sku) rows = 'is' in sku ? rows.where('OrderLine.sku', '=', sku.is) : rows.where('OrderLine.sku', '>=', sku.begins).where('OrderLine.sku', '<', endOf(sku.begins));
    if (status != null) rows = rows.where('OrderLine.status', 'in', [...status]);
    if (requestedFrom != null) rows = rows.where('OrderLine.requestedOn', '>=', requestedFrom);
    if (requestedTo != null) rows = rows.where('OrderLine.requestedOn', '<=', requestedTo);
    if (agreement != null) rows = rows.where('OrderLine.agreementId', '=', agreement);
    if (shipmentNumber) {
      const numbered = sql.selectFrom('Shipment').select('Shipment.id');
      const shipments = 'is' in shipmentNumber ? numbered.where('Shipment.number', '=', shipmentNumber.is) : numbered.where('Shipment.number', '>=', shipmentNumber.begins).where('Shipment.number', '<', endOf(shipmentNumber.begins));
      rows = rows.where('OrderLine.id', 'in', sql.selectFrom('FulfilmentPart').select('FulfilmentPart.orderLineId').where('FulfilmentPart.shipmentId', 'in', shipments));
    }
    if (after?.[0]) rows = rows.where('OrderLine.id', '<', after[0]);
    return rows.orderBy('OrderLine.id', 'desc').limit(limit).execute();
  });
}
