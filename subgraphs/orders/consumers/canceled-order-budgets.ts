import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { OrdersTables } from '../entities/tables.ts';
import { giveBackBudgets, lowerBudgets } from '../use-cases/take-from-budgets.ts';

/** A canceled order gives its budgets back, an edited one what was taken off. By event, so that whoever does it need not know of budgets. */
export const canceledOrderBudgets: ConsumerDefinition<OrdersTables> = {
  name: 'orders.canceledOrderBudgets',
  aggregateType: 'order',
  on: {
    ORDER_EDITED: (tx, { aggregateId, payload }) => lowerBudgets(tx, aggregateId, BigInt(payload.takenOffMinor as number)),
    ORDER_CANCELED: (tx, { aggregateId, createdAt }) => giveBackBudgets(tx, aggregateId, createdAt),
  },
};
