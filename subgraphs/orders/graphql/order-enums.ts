import { registerEnumType } from 'type-graphql';
import { ORDER_KINDS, ORDER_STATUSES, ORDER_HAND_OVERS, type OrderKind, type OrderStatus, type OrderHandOver } from '../domain/order-lifecycle.ts';
import { ORDER_SORTS, type OrderSort } from '../domain/order-sorts.ts';

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

export const OrderHandOverEnum = Object.fromEntries(ORDER_HAND_OVERS.map((handOver) => [handOver, handOver])) as { [T in OrderHandOver]: T };
registerEnumType(OrderHandOverEnum, {
  name: 'OrderHandOver',
  description: 'Where an order is on its way to the order system of the seller. Until that is given up, the store changes nothing about it.',
  valuesConfig: {
    PENDING: { description: 'It is being handed over.' },
    HANDED_OVER: { description: 'The order system has it, and its number is that of there.' },
    REFUSED: { description: 'The order system refused it for good; the seller looks into it.' },
    GIVEN_UP: { description: 'The seller gave that up: it stays here, like any other order.' },
  },
});

export const OrderTypeEnum = Object.fromEntries(ORDER_KINDS.map((kind) => [kind, kind])) as { [K in OrderKind]: K };
registerEnumType(OrderTypeEnum, {
  name: 'OrderType',
  description: 'How an order came.',
  valuesConfig: {
    STANDARD: { description: 'It was placed, and went out at once.' },
    EXPRESS: { description: 'It was bought by express checkout, and the batch sent it.' },
  },
});

export const OrderSortEnum = Object.fromEntries(ORDER_SORTS.map((sort) => [sort, sort])) as { [S in OrderSort]: S };
registerEnumType(OrderSortEnum, {
  name: 'OrderSort',
  description: 'What a list of orders begins with.',
  valuesConfig: {
    NEWEST: { description: 'What was placed last.' },
    OLDEST: { description: 'What was placed first.' },
    VALUE: { description: 'What costs most. Needs a currency in the search and the right to see net prices.' },
  },
});
