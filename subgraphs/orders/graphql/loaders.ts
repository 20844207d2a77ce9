import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import type { OrdersTables } from '../entities/tables.ts';

export interface OrdersLoaders {
  readonly orderById: DataLoader<string, Order | undefined>;
  readonly lineById: DataLoader<string, OrderLine | undefined>;
  readonly linesOfOrder: DataLoader<string, OrderLine[]>;
}

/** One set a request: a page of orders costs one statement a table. */
export function createLoaders(sql: Kysely<OrdersTables>): OrdersLoaders {
  return {
    orderById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Order').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    lineById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('OrderLine').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    linesOfOrder: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('OrderLine').selectAll().where('orderId', 'in', ids).orderBy('position').execute();
      const byOrder = Map.groupBy(rows, (row) => row.orderId);
      return ids.map((id) => byOrder.get(id) ?? []);
    }),
  };
}
