import type { Tx } from '#kernel/database.ts';
import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { OrdersTables } from './entities/tables.ts';
import type { Failpoint } from './failpoint.ts';
import { createLoaders, type OrdersLoaders } from './graphql/loaders.ts';

export interface OrdersContext extends BaseContext<OrdersTables> {
  readonly feed: Feed;
  readonly loaders: OrdersLoaders;
  readonly failpoint: Failpoint;
}

export type OrdersTx = Tx<OrdersTables>;

export function ordersContext(failpoint: Failpoint): (base: BaseContext<OrdersTables>) => OrdersContext {
  let feed: Feed | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'order');
    return { ...base, failpoint, feed, loaders: createLoaders(base.db.sql) };
  };
}
