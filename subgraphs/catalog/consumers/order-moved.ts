import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { AskedLine } from '../domain/held-lines.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { giveUsesBack } from '../use-cases/release-promotions.ts';
import { restockCanceledOrder } from '../use-cases/restock-canceled-order.ts';
import { restockReturnedGoods } from '../use-cases/restock-returned-goods.ts';
import { settlePlacedOrder } from '../use-cases/settle-placed-order.ts';

/** An order was placed: what its checkout held leaves the stock. Some of it, or all, was called off: that comes back, and so do the uses of its promotions. What customers sent back may too. One consumer, so that the one comes after the other. */
export const orderMoved: ConsumerDefinition<CatalogTables> = {
  name: 'catalog.orderPlaced', // names are kept for ever; it has heard of cancellations too since
  aggregateType: 'order',
  on: {
    ORDER_PLACED: async (tx, { payload, aggregateId }) => {
      if (typeof payload.checkoutId === 'string') await settlePlacedOrder(tx, payload.checkoutId, aggregateId);
    },
    ORDER_EDITED: async (tx, { payload, aggregateId: orderId }) => {
      if (typeof payload.checkoutId === 'string') await restockCanceledOrder(tx, { orderId, checkoutId: payload.checkoutId, lines: (payload.lines ?? []) as AskedLine[] });
    },
    RETURN_TAKEN_IN: (tx, { payload, aggregateId }) => restockReturnedGoods(tx, aggregateId, (payload.restock ?? []) as AskedLine[]),
    ORDER_CANCELED: async (tx, { payload, aggregateId: orderId }) => {
      if (typeof payload.checkoutId !== 'string') return;
      const lines = payload.lines as AskedLine[] | undefined;
      await restockCanceledOrder(tx, { orderId, checkoutId: payload.checkoutId, lines });
      if (!lines) await giveUsesBack(tx, payload.checkoutId);
    },
  },
};
