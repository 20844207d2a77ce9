import { refuse } from '#kernel/errors.ts';
import { refuseUnclearPayment, type WantedPayment } from './order-payment.ts';

/** Why a sales rep shall look at an order. */
export interface WantedAssistance {
  readonly reason: string;
  readonly comment?: string | null;
}

/** What a buyer says when placing an order. */
export interface PlaceOrder {
  readonly cartId?: string | null;
  readonly quoteId?: string | null;
  readonly priceHash: string;
  readonly idempotencyKey: string;
  readonly shipToAddressId?: string | null;
  readonly billToAddressId?: string | null;
  readonly shippingMethod?: string | null;
  readonly payment?: WantedPayment | null;
  readonly purchaseOrderNumber?: string | null;
  readonly termsAccepted?: boolean | null;
  /** What the order is charged to. */
  readonly costCentreId?: string | null;
  /** What it is ordered in place of. */
  readonly replacesReturnId?: string | null;
  /** Said by the batch of express orders alone: at the price of the moment, which nobody has seen. */
  readonly express?: true;
  readonly assistance?: WantedAssistance | null;
  /** Said by the worker that places approved orders alone: the approval it goes on from. */
  readonly approvalId?: string;
}

const MAX_KEY = 200;
const MAX_WORDS = 1_000;

/** Keys of orders that the shop places itself begin so: a client that took one would bar the way of an approved order. */
export const APPROVAL_KEY = 'approval:';

export function refuseMalformed({ cartId, quoteId, idempotencyKey, payment, assistance, approvalId }: PlaceOrder): void {
  if ((cartId == null) === (quoteId == null)) throw refuse('BAD_USER_INPUT', 'Give a cartId or a quoteId: exactly one of them.');
  if (idempotencyKey.trim() === '' || idempotencyKey.length > MAX_KEY) {
    throw refuse('BAD_USER_INPUT', `An idempotencyKey has 1 to ${MAX_KEY} characters.`);
  }
  if (approvalId === undefined && idempotencyKey.startsWith(APPROVAL_KEY)) throw refuse('BAD_USER_INPUT', `An idempotencyKey does not begin with ${APPROVAL_KEY}`);
  if (assistance && (assistance.reason.trim() === '' || assistance.reason.length > MAX_WORDS || (assistance.comment?.length ?? 0) > MAX_WORDS)) {
    throw refuse('BAD_USER_INPUT', `Say in at most ${MAX_WORDS} characters why assistance is needed.`);
  }
  if (payment) refuseUnclearPayment(payment);
}
