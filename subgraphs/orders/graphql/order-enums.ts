import { registerEnumType } from 'type-graphql';
import { ORDER_STATUSES, type OrderStatus } from '../domain/order-lifecycle.ts';

/** type-graphql wants an object for an enum; the union of literals stays the type. */
export const OrderStatusEnum = Object.fromEntries(ORDER_STATUSES.map((status) => [status, status])) as { [S in OrderStatus]: S };
registerEnumType(OrderStatusEnum, {
  name: 'OrderStatus',
  description: 'How far an order is.',
  valuesConfig: {
    ENTERED: { description: 'It was taken down but is not yet accepted.' },
    BOOKED: { description: 'It was accepted and is being fulfilled.' },
    CLOSED: { description: 'Everything was delivered and billed.' },
    CANCELED: { description: 'It was called off as a whole.' },
  },
});
