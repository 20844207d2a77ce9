import type { ErrorCode } from '#kernel/errors.ts';
import type { OrderStatus } from './order-lifecycle.ts';
import type { PaymentToUse } from './order-payment.ts';

/** Why an order could not be booked. */
export interface BookingProblem {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What new orders begin as. */
export const FIRST_STATUSES = ['BOOKED', 'ENTERED'] as const satisfies readonly OrderStatus[];

/** A card that nobody keeps, or that comes by fax, cannot be charged: such an order is taken down and booked by hand; all others begin as is set. [ORD-01, ORD-02] */
export function firstStatus(payment: PaymentToUse | null, set: (typeof FIRST_STATUSES)[number]): OrderStatus {
  const isUnkept = payment?.type === 'FAX_CARD' || (payment?.type === 'CARD' && payment.token == null);
  return isUnkept ? 'ENTERED' : set;
}
