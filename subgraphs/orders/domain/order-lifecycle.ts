import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

export const ORDER_STATUSES = ['ENTERED', 'BOOKED', 'CLOSED', 'CANCELED'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type OrderCommand = 'book' | 'close' | 'cancel';
/** `canceler`: a buyer who may cancel orders of the account; `administrator`: the seller's; `system`: fulfilment. */
export type OrderRole = 'canceler' | 'administrator' | 'system';

export interface OrderFacts {
  /** Whether any of it came back, or is claimed by a return. */
  readonly hasReturns: boolean;
}

/** What is on its way back cannot be called off as well: it would be refunded twice. */
const nothingReturned: Guard<OrderFacts> = ({ hasReturns }) =>
  hasReturns ? { code: 'INVALID_STATE', reason: 'Some of it has been returned. Contact your sales representative.' } : undefined;

/** The only place that knows what an order's status allows. [ORD-05, CAN-01] */
export const ORDER_LIFECYCLE: Lifecycle<OrderStatus, OrderCommand, OrderRole, OrderFacts> = {
  ENTERED: {
    book:   { to: 'BOOKED',   by: ['administrator', 'system'],   audit: 'BOOK_ORDER' },
    cancel: { to: 'CANCELED', by: ['canceler', 'administrator'], audit: 'CANCEL_ORDER', when: [nothingReturned], announces: 'orderCanceled' },
  },
  BOOKED: {
    close:  { to: 'CLOSED',   by: ['administrator', 'system'],   audit: 'CLOSE_ORDER' },
    cancel: { to: 'CANCELED', by: ['canceler', 'administrator'], audit: 'CANCEL_ORDER', when: [nothingReturned], announces: 'orderCanceled' },
  },
  CLOSED: {},
  CANCELED: {},
};

/** Statuses whose lines may come back. [RET-02] */
export const RETURNABLE_STATUSES: ReadonlySet<OrderStatus> = new Set(['BOOKED', 'CLOSED']);
