import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

export const ORDER_STATUSES = ['ENTERED', 'BOOKED', 'CLOSED', 'CANCELED'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];
/** How it came: placed at once, or sent by the batch of express orders. [ORD-06] */
export const ORDER_KINDS = ['STANDARD', 'EXPRESS'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export type OrderCommand = 'book' | 'fulfil' | 'invoice' | 'edit' | 'hold' | 'close' | 'cancel';
/** `canceler`: a buyer who may cancel orders of the account; `administrator`: the seller's; `system`: fulfilment. */
export type OrderRole = 'canceler' | 'administrator' | 'system';

export interface OrderFacts {
  /** Whether any of it came back, or is claimed by a return. */
  readonly hasReturns: boolean;
  /** Whether any of it has been taken off the shelf. */
  readonly isPicked: boolean;
  /** Whether the order as a whole is held. */
  readonly isHeld: boolean;
}

/** What is on its way back cannot be called off as well: it would be refunded twice. */
const nothingReturned: Guard<OrderFacts> = ({ hasReturns }) =>
  hasReturns ? { code: 'INVALID_STATE', reason: 'Some of it has been returned. Contact your sales representative.' } : undefined;

/** What has been picked is not called off online any more. [CAN-04, V 31] */
const nothingPicked: Guard<OrderFacts> = ({ isPicked }) =>
  isPicked ? { code: 'ORDER_NOT_CANCELLABLE', reason: 'Some of it has been picked: it cannot be canceled online. Contact your sales representative.' } : undefined;

const notHeld: Guard<OrderFacts> = ({ isHeld }) => (isHeld ? { code: 'ORDER_ON_HOLD', reason: 'The order is on hold.' } : undefined);

/** The only place that knows what an order's status allows. [ORD-05, CAN-01] */
export const ORDER_LIFECYCLE: Lifecycle<OrderStatus, OrderCommand, OrderRole, OrderFacts> = {
  ENTERED: {
    book:    { to: 'BOOKED',   by: ['administrator', 'system'],   audit: 'BOOK_ORDER',    when: [notHeld] },
    edit:    { to: 'ENTERED',  by: ['canceler', 'administrator'], audit: 'EDIT_ORDER',    when: [nothingReturned] },
    hold:    { to: 'ENTERED',  by: ['administrator', 'system'],   audit: 'HOLD_ORDER' },
    cancel:  { to: 'CANCELED', by: ['canceler', 'administrator'], audit: 'CANCEL_ORDER',  when: [nothingReturned], announces: 'orderCanceled' },
  },
  BOOKED: {
    fulfil:  { to: 'BOOKED',   by: ['administrator', 'system'],   audit: 'FULFIL_ORDER',  when: [notHeld] },
    invoice: { to: 'BOOKED',   by: ['administrator', 'system'],   audit: 'INVOICE_ORDER', when: [notHeld] },
    edit:    { to: 'BOOKED',   by: ['canceler', 'administrator'], audit: 'EDIT_ORDER',    when: [nothingReturned] },
    hold:    { to: 'BOOKED',   by: ['administrator', 'system'],   audit: 'HOLD_ORDER' },
    close:   { to: 'CLOSED',   by: ['administrator', 'system'],   audit: 'CLOSE_ORDER' },
    cancel:  { to: 'CANCELED', by: ['canceler', 'administrator'], audit: 'CANCEL_ORDER',  when: [nothingReturned, nothingPicked], announces: 'orderCanceled' },
  },
  CLOSED: {},
  CANCELED: {},
};

/** Statuses whose lines may come back. [RET-02] */
export const RETURNABLE_STATUSES: ReadonlySet<OrderStatus> = new Set(['BOOKED', 'CLOSED']);
/** Statuses in which there is anything to say about parcels. [ORD-30] */
export const SHIPPING_STATUSES: ReadonlySet<OrderStatus> = new Set(['BOOKED', 'CLOSED']);
