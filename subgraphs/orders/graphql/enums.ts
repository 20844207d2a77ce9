import { registerEnumType } from 'type-graphql';
import type { ChangeKind } from '#kernel/feed.ts';
import { ORDER_STATUSES, type OrderStatus } from '../domain/order-lifecycle.ts';

/** type-graphql wants objects for enums; the unions of literals stay the types. */
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

export const ChangeKindEnum: { [K in ChangeKind]: K } = { SNAPSHOT: 'SNAPSHOT', CHANGE: 'CHANGE', RESET: 'RESET' };
registerEnumType(ChangeKindEnum, {
  name: 'ChangeKind',
  description: 'What sort of frame of a subscription this is.',
  valuesConfig: {
    SNAPSHOT: { description: 'The state when the subscription began.' },
    CHANGE: { description: 'What changed since the frame before.' },
    RESET: { description: 'The changes since `afterVersion` are no longer kept: begin from this state.' },
  },
});
