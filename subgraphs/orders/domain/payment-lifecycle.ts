import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

export const CARD_PAYMENT_STATUSES = ['PENDING', 'AUTHORISED', 'CAPTURED', 'DECLINED', 'FAILED', 'VOIDED'] as const;
export type CardPaymentStatus = (typeof CARD_PAYMENT_STATUSES)[number];
export type CardPaymentCommand = 'authorise' | 'decline' | 'fail' | 'capture' | 'refund' | 'reduce' | 'void';

export interface CardPaymentFacts {
  readonly amountMinor: bigint;
  readonly authorisedMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
}

/** No more is taken than was authorised, and no more is given back than was taken. [I4, I12] */
const withinAuthorised: Guard<CardPaymentFacts> = ({ amountMinor, authorisedMinor, capturedMinor }) =>
  capturedMinor + amountMinor > authorisedMinor ? { code: 'INVALID_STATE', reason: 'More than is authorised and not taken yet can be neither captured nor let go of.' } : undefined;
const withinCaptured: Guard<CardPaymentFacts> = ({ amountMinor, capturedMinor, refundedMinor }) =>
  refundedMinor + amountMinor > capturedMinor ? { code: 'INVALID_STATE', reason: 'More than was captured cannot be refunded.' } : undefined;

/** What may become of the payment by card of one checkout. Amounts say how much of it was captured and refunded. */
export const PAYMENT_LIFECYCLE: Lifecycle<CardPaymentStatus, CardPaymentCommand, 'system', CardPaymentFacts> = {
  PENDING: {
    authorise: { to: 'AUTHORISED', by: ['system'], audit: 'AUTHORISE_PAYMENT' },
    decline:   { to: 'DECLINED',   by: ['system'], audit: 'DECLINE_PAYMENT' },
    fail:      { to: 'FAILED',     by: ['system'], audit: 'FAIL_PAYMENT' },
    void:      { to: 'VOIDED',     by: ['system'], audit: 'VOID_PAYMENT' },
  },
  AUTHORISED: {
    capture:   { to: 'CAPTURED',   by: ['system'], audit: 'CAPTURE_PAYMENT', when: [withinAuthorised] },
    reduce:    { to: 'AUTHORISED', by: ['system'], audit: 'REDUCE_PAYMENT',  when: [withinAuthorised] },
    void:      { to: 'VOIDED',     by: ['system'], audit: 'VOID_PAYMENT' },
  },
  CAPTURED: {
    capture:   { to: 'CAPTURED',   by: ['system'], audit: 'CAPTURE_PAYMENT', when: [withinAuthorised] },
    reduce:    { to: 'CAPTURED',   by: ['system'], audit: 'REDUCE_PAYMENT',  when: [withinAuthorised] },
    refund:    { to: 'CAPTURED',   by: ['system'], audit: 'REFUND_PAYMENT',  when: [withinCaptured] },
    void:      { to: 'CAPTURED',   by: ['system'], audit: 'VOID_PAYMENT' }, // what was not captured is let go of
  },
  DECLINED: {},
  FAILED: {},
  VOIDED: {},
};

/** What is asked of a payment service. */
export const OPERATION_KINDS = ['AUTHORISE', 'REDUCE', 'CAPTURE', 'VOID', 'REFUND'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];
/** DUE: to be asked; SENT: asked, maybe without our hearing the answer; the others are answers. */
export const OPERATION_STATUSES = ['DUE', 'SENT', 'DONE', 'DECLINED', 'FAILED'] as const;
export type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** The answer of a payment service: it is done; the bank said no; or it could not be processed. */
export type ProviderAnswer =
  | { readonly outcome: 'DONE'; readonly reference: string }
  | { readonly outcome: 'DECLINED' | 'FAILED'; readonly reason: string; readonly reference?: string };

/** What an answer does to the payment; nothing where a later try may still succeed or the payment stands as it is. */
export const COMMANDS: { readonly [Kind in OperationKind]: { readonly [Outcome in ProviderAnswer['outcome']]?: CardPaymentCommand } } = {
  AUTHORISE: { DONE: 'authorise', DECLINED: 'decline', FAILED: 'fail' },
  REDUCE:    { DONE: 'reduce' },
  CAPTURE:   { DONE: 'capture' },
  VOID:      { DONE: 'void' },
  REFUND:    { DONE: 'refund' },
};

/** What the buyer needs to show the bank who they are: a page to go to, or what the service's own script asks for. */
export interface Authentication {
  readonly url: string | null;
  readonly secret: string | null;
}

/** The bank wants to hear from the buyer first; neither yes nor no. */
export interface AuthenticationAsked extends Authentication {
  readonly outcome: 'AUTHENTICATE';
  readonly reference: string;
}
