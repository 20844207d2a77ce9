import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

export const ORDER_STATUSES = ['ENTERED', 'BOOKED', 'CLOSED', 'CANCELED'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];
/** How it came: placed at once, or sent by the batch of express orders. [ORD-06] */
export const ORDER_KINDS = ['STANDARD', 'EXPRESS'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** Where an order is that goes to the order system of the seller: on its way, there, refused there, or kept after all. [EXT-14] */
export const ORDER_HAND_OVERS = ['PENDING', 'HANDED_OVER', 'REFUSED', 'GIVEN_UP'] as const;
export type OrderHandOver = (typeof ORDER_HAND_OVERS)[number];
/** Those that are ours to change: all others may be there already, and are changed there. [EXT-18] */
export const isOurs = (handOver: OrderHandOver | null | undefined): boolean => handOver == null || handOver === 'GIVEN_UP';

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
  /** Whether it went to the order system of the seller. */
  readonly isElsewhere: boolean;
}

/** What is on its way back cannot be called off as well: it would be refunded twice. */
const nothingReturned: Guard<OrderFacts> = ({ hasReturns }) =>
  hasReturns ? { code: 'INVALID_STATE', reason: 'Some of it has been returned. Contact your sales representative.' } : undefined;

/** What has been picked is not called off online any more. [CAN-04, V 31] */
const nothingPicked: Guard<OrderFacts> = ({ isPicked }) =>
  isPicked ? { code: 'ORDER_NOT_CANCELLABLE', reason: 'Some of it has been picked: it cannot be canceled online. Contact your sales representative.' } : undefined;

/** Two who change one order would each have another. [EXT-14, EXT-18] */
const notElsewhere: Guard<OrderFacts> = ({ isElsewhere }) => (isElsewhere ? { code: 'ORDER_HANDED_OVER', reason: 'The order went to the order system, where it is changed and fulfilled now.' } : undefined);

const notHeld: Guard<OrderFacts> = ({ isHeld }) => (isHeld ? { code: 'ORDER_ON_HOLD', reason: 'The order is on hold.' } : undefined);

/** The only place that knows what an order's status allows. [ORD-05, CAN-01] */
export const ORDER_LIFECYCLE: Lifecycle<OrderStatus, OrderCommand, OrderRole, OrderFacts> = {
  ENTERED: {
    book:    { to: 'BOOKED',   by: ['administrator', 'system'],   audit: 'BOOK_ORDER',    when: [notElsewhere, notHeld] },
    edit:    { to: 'ENTERED',  by: ['canceler', 'administrator'], audit: 'EDIT_ORDER',    when: [notElsewhere, nothingReturned] },
    hold:    { to: 'ENTERED',  by: ['administrator', 'system'],   audit: 'HOLD_ORDER',    when: [notElsewhere] },
    cancel:  { to: 'CANCELED', by: ['canceler', 'administrator'], audit: 'CANCEL_ORDER',  when: [notElsewhere, nothingReturned], announces: 'orderCanceled' },
  },
  BOOKED: {
    fulfil:  { to: 'BOOKED',   by: ['administrator', 'system'],   audit: 'FULFIL_ORDER',  when: [notElsewhere, notHeld] },
    invoice: { to: 'BOOKED',   by: ['administrator', 'system'],   audit: 'INVOICE_ORDER', when: [notElsewhere, notHeld] },
    edit:    { to: 'BOOKED',   by: ['canceler', 'administrator'], audit: 'EDIT_ORDER',    when: [notElsewhere, nothingReturned] },
    hold:    { to: 'BOOKED',   by: ['administrator', 'system'],   audit: 'HOLD_ORDER',    when: [notElsewhere] },
    close:   { to: 'CLOSED',   by: ['administrator', 'system'],   audit: 'CLOSE_ORDER',   when: [notElsewhere] },
    cancel:  { to: 'CANCELED', by: ['canceler', 'administrator'], audit: 'CANCEL_ORDER',  when: [notElsewhere, nothingReturned, nothingPicked], announces: 'orderCanceled' },
  },
  CLOSED: {},
  CANCELED: {},
};

/** Statuses whose lines may come back. [RET-02] */
export const RETURNABLE_STATUSES: ReadonlySet<OrderStatus> = new Set(['BOOKED', 'CLOSED']);
/** Statuses in which there is anything to say about parcels. [ORD-30] */
export const SHIPPING_STATUSES: ReadonlySet<OrderStatus> = new Set(['BOOKED', 'CLOSED']);
