import type { LineStatus } from './fulfilment-steps.ts';
import type { OrderStatus } from './order-lifecycle.ts';

interface Follows {
  readonly to: LineStatus;
  readonly from?: LineStatus;
  readonly shippable?: boolean;
}

/** What becomes of the lines of an order when it gets a status. Canceled ones stay canceled. */
export const LINE_STATUS_FOLLOWS: { readonly [Status in OrderStatus]: readonly Follows[] } = {
  ENTERED: [{ to: 'ENTERED' }],
  BOOKED: [
    { to: 'AWAITING_SHIPPING', from: 'ENTERED', shippable: true },
    { to: 'BOOKED', from: 'ENTERED', shippable: false },
  ],
  CLOSED: [{ to: 'CLOSED' }],
  CANCELED: [{ to: 'CANCELED' }],
};

/** The status of a line of an order that is written in one. */
export function statusBegunAs(status: OrderStatus, shippable: boolean): LineStatus {
  const follows = LINE_STATUS_FOLLOWS[status].find((each) => each.shippable === undefined || each.shippable === shippable);
  return follows?.to ?? 'ENTERED';
}
