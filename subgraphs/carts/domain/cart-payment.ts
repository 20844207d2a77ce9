import { refuse } from '#kernel/errors.ts';

/** How a cart shall be paid. Of a card only what people may read; the payment book has what its service calls it. [CHK-02] */
export interface CartPayment {
  readonly type: string;
  /** Of the payment book of whoever chose it. */
  readonly methodId: string | null;
  /** Who pays: to others it is only a type. [SHARE-31] */
  readonly payerId: string;
  readonly label: string | null;
  readonly brand: string | null;
  readonly last4: string | null;
  readonly expires: string | null;
  readonly checkNumber: string | null;
}

/** An entry of a payment book, as far as people may read it. */
export interface KnownMethod {
  readonly id: string;
  readonly type: string;
  readonly label: string | null;
  readonly brand: string | null;
  readonly last4: string | null;
  readonly expires: string | null;
}

/** A type, or a method of the buyer's own payment book; neither takes back what was chosen. */
export interface WantedPayment {
  readonly type?: string | null;
  readonly paymentMethodId?: string | null;
  /** Of a payment by check. */
  readonly checkNumber?: string | null;
}

/** What there is to choose from. */
export interface PaymentChoice {
  readonly types: readonly string[];
  readonly methods: ReadonlyMap<string, KnownMethod>;
}

const CHECK_NUMBER = /^[0-9A-Za-z-]{1,12}$/;

/** What was sent is not repeated: it may be what nobody should have sent. */
export function readPayment({ type, paymentMethodId, checkNumber }: WantedPayment, { types, methods }: PaymentChoice, payerId: string): CartPayment | null {
  if (type == null && paymentMethodId == null) return null;
  if (type != null && paymentMethodId != null) throw refuse('BAD_USER_INPUT', 'Pay by a type or by a method of your payment book: exactly one of them.');
  const method = paymentMethodId == null ? undefined : methods.get(paymentMethodId);
  if (paymentMethodId != null && !method) throw refuse('NOT_FOUND', 'There is no such way to pay in your payment book.', { paymentMethodId });
  const chosen = method?.type ?? type ?? '';
  if (!types.includes(chosen)) throw refuse('PAYMENT_TYPE_NOT_OFFERED', 'This way to pay is not offered here.', { types });
  if (checkNumber != null && (chosen !== 'CHECK' || !CHECK_NUMBER.test(checkNumber))) throw refuse('BAD_USER_INPUT', 'A check has a number of at most 12 letters and digits, and nothing else has.', { field: 'checkNumber' });
  return paymentWith(chosen, method, payerId, checkNumber ?? null);
}

export const paymentWith = (type: string, method: KnownMethod | undefined, payerId: string, checkNumber: string | null = null): CartPayment => ({
  type,
  methodId: method?.id ?? null,
  payerId,
  label: method?.label ?? null,
  brand: method?.brand ?? null,
  last4: method?.last4 ?? null,
  expires: method?.expires ?? null,
  checkNumber,
});
