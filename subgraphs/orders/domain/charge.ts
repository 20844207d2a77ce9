import { minorFrom } from '#kernel/money.ts';
import type { Confirmation } from './confirmation.ts';

/** What is to be authorised before an order is written, and with which card. */
export interface Charge {
  readonly token: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** Only a card that a payment service keeps can be charged; a card that was merely named is not, and nothing is nothing. [CHK-46, ORD-02] */
export function chargeOf({ payment, total, currency }: Confirmation): Charge | undefined {
  const amountMinor = minorFrom(total, currency);
  if (payment?.type !== 'CARD' || payment.token == null || amountMinor <= 0n) return undefined;
  return { token: payment.token, amountMinor, currency };
}
