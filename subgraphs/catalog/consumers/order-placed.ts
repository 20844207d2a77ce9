import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { returnCanceledStock } from '../use-cases/return-canceled-stock.ts';
import { settlePlacedOrder } from '../use-cases/settle-placed-order.ts';

/** An order was placed: what its checkout held leaves the stock. Canceled, it comes back; one consumer, so that the one is never before the other. */
export const orderPlaced: ConsumerDefinition<CatalogTables> = {
  name: 'catalog.orderPlaced',
  aggregateType: 'order',
  on: {
    ORDER_PLACED: async (tx, { payload, aggregateId }) => {
      if (typeof payload.checkoutId === 'string') await settlePlacedOrder(tx, payload.checkoutId, aggregateId);
    },
    ORDER_CANCELED: async (tx, { payload }) => {
      if (typeof payload.checkoutId === 'string') await returnCanceledStock(tx, payload.checkoutId);
    },
  },
};
