import { refuse } from '#kernel/errors.ts';
import { isSeller, type Viewer } from '#kernel/viewer.ts';
import type { PaymentSaid } from './confirmation.ts';

export const PAYMENT_TYPES = ['CARD', 'INVOICE', 'CASH', 'CHECK', 'FAX_CARD'] as const;
export type PaymentType = (typeof PAYMENT_TYPES)[number];
export const PAYMENT_STATUSES = ['OPEN', 'VOID'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export interface WantedPayment {
  readonly kind?: string | null;
  readonly paymentMethodId?: string | null;
}

/** How an order is paid, as far as people may read it; the payment book knows the rest. */
export interface ChosenPayment extends PaymentMask {
  readonly type: PaymentType;
  /** Of the payment book of whoever placed the order. */
  readonly methodId: string | null;
}

/** What a checkout pays with: the token is what the payment service calls the card, and goes no further. */
export interface PaymentToUse extends ChosenPayment {
  readonly token: string | null;
}

export interface PaymentMask {
  readonly label: string | null;
  readonly brand: string | null;
  readonly last4: string | null;
  readonly expires: string | null;
}

const HIDDEN: PaymentMask = { label: null, brand: null, last4: null, expires: null };

/** What was sent is not repeated: it may be what nobody should have sent. */
export function refuseUnclearPayment({ kind, paymentMethodId }: WantedPayment): void {
  if ((kind == null) === (paymentMethodId == null)) throw refuse('BAD_USER_INPUT', 'Pay by a kind or by a method of your payment book: exactly one of them.');
  if (kind != null && !isPaymentType(kind)) throw refuse('BAD_USER_INPUT', `A kind of payment is one of ${PAYMENT_TYPES.join(', ')}.`, { kinds: PAYMENT_TYPES });
}

/** What is said when placing the order; else what whoever places it said in the cart. Nobody pays with what another chose. [SHARE-31] */
export function wantedPayment(now: WantedPayment | null | undefined, said: PaymentSaid | null | undefined, placedById: string): WantedPayment | null {
  if (now) return now;
  if (!said || said.payerId !== placedById) return null;
  return said.methodId === null ? { kind: said.type } : { paymentMethodId: said.methodId };
}

/** The site and the operating unit both have to take it. [CHK-43, CHK-44] */
export function refuseNotOffered(payment: ChosenPayment | null, types: readonly PaymentType[]): void {
  if (payment && !types.includes(payment.type)) throw refuse('PAYMENT_TYPE_NOT_OFFERED', 'This way to pay is not offered here.', { types });
}

export const isPaymentType = (kind: string): kind is PaymentType => (PAYMENT_TYPES as readonly string[]).includes(kind);

export const paidBy = (type: PaymentType): PaymentToUse => ({ type, methodId: null, token: null, ...HIDDEN });

/** As an order keeps it. */
export function keptPayment(payment: PaymentToUse | null): ChosenPayment | null {
  if (!payment) return null;
  const { token: _, ...kept } = payment;
  return kept;
}

/** Whoever pays sees with what, and so does the seller; to others, the owner of the cart too, it is only the type. [SHARE-31] */
export function shownMask(viewer: Viewer | null, { placedById, payment }: { readonly placedById: string; readonly payment: ChosenPayment }): PaymentMask {
  if (viewer === null || (viewer.id !== placedById && !isSeller(viewer))) return HIDDEN;
  const { label, brand, last4, expires } = payment;
  return { label, brand, last4, expires };
}
