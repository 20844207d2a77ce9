import type { Tx } from '#kernel/database.ts';
import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { OrdersConfig } from './config.ts';
import type { OrdersTables } from './entities/tables.ts';
import type { Failpoint } from './failpoint.ts';
import { openPaymentProvider } from './payments/open-payment-provider.ts';
import type { PaymentProvider } from './payments/ports.ts';
import { createLoaders, type OrdersLoaders } from './graphql/loaders.ts';

export interface OrdersContext extends BaseContext<OrdersTables> {
  readonly config: OrdersConfig;
  readonly feed: Feed;
  readonly approvalFeed: Feed;
  readonly loaders: OrdersLoaders;
  readonly failpoint: Failpoint;
  /** Null where cards are not charged. */
  readonly payments: PaymentProvider | null;
}

export type OrdersTx = Tx<OrdersTables>;

/** @param given a payment service in place of the one that is set */
export function ordersContext(failpoint: Failpoint, config: OrdersConfig, given?: PaymentProvider): (base: BaseContext<OrdersTables>) => OrdersContext {
  let feed: Feed | undefined;
  let approvalFeed: Feed | undefined;
  let payments: PaymentProvider | null | undefined = given;
  return (base) => {
    feed ??= createFeed(base.bus, 'order');
    approvalFeed ??= createFeed(base.bus, 'approval');
    if (payments === undefined) payments = openPaymentProvider(config, base.dataDir);
    return { ...base, config, failpoint, feed, approvalFeed, payments, loaders: createLoaders(base.db.sql) };
  };
}
