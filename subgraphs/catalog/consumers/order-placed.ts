import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { settlePlacedOrder } from '../use-cases/settle-placed-order.ts';

/** An order was placed: what its checkout held leaves the stock. */
export const orderPlaced: ConsumerDefinition<CatalogTables> = {
  name: 'catalog.orderPlaced',
  aggregateType: 'order',
  on: {
    ORDER_PLACED: async (tx, { payload, aggregateId }) => {
      if (typeof payload.checkoutId === 'string') await settlePlacedOrder(tx, payload.checkoutId, aggregateId);
    },
  },
};
