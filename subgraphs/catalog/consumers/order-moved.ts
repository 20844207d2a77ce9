import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { AskedLine } from '../domain/held-lines.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { restockCanceledOrder } from '../use-cases/restock-canceled-order.ts';
import { settlePlacedOrder } from '../use-cases/settle-placed-order.ts';

/** An order was placed: what its checkout held leaves the stock. It was canceled: it comes back. One consumer, so that the one comes after the other. */
export const orderMoved: ConsumerDefinition<CatalogTables> = {
  name: 'catalog.orderPlaced', // names are kept for ever; it has heard of cancellations too since
  aggregateType: 'order',
  on: {
    ORDER_PLACED: async (tx, { payload, aggregateId }) => {
      if (typeof payload.checkoutId === 'string') await settlePlacedOrder(tx, payload.checkoutId, aggregateId);
    },
    ORDER_CANCELED: async (tx, { payload, aggregateId: orderId }) => {
      if (typeof payload.checkoutId !== 'string') return;
      await restockCanceledOrder(tx, { orderId, checkoutId: payload.checkoutId, lines: payload.lines as AskedLine[] | undefined });
    },
  },
};
