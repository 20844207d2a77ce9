import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { CartsTables } from '../entities/tables.ts';
import { markStale } from '../use-cases/mark-stale.ts';

/** Prices moved: carts that hold such a product are out of date. */
export const pricesChanged: ConsumerDefinition<CartsTables> = {
  name: 'carts.pricesChanged',
  aggregateType: 'priceList',
  on: {
    PRICES_CHANGED: async (tx, { payload }) => {
      await markStale(tx, payload.all === true ? 'all' : ((payload.skus as string[] | undefined) ?? []));
    },
  },
};
