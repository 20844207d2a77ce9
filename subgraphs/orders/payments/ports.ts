import type { IncomingHttpHeaders } from 'node:http';
import type { AuthenticationAsked, OperationKind, ProviderAnswer } from '../domain/payment-lifecycle.ts';

/** One thing asked of a payment service. The same key means the same thing, however often it is asked. */
export interface ProviderOperation {
  readonly kind: OperationKind;
  readonly key: string;
  /** The key under which the payment was authorised: with it a payment is found of which nothing else is known. */
  readonly authoriseKey: string;
  /** What the service calls the payment; null until it has told. */
  readonly reference: string | null;
  /** What the service calls the card; for authorisations. Never its number. */
  readonly token: string | null;
  readonly amountMinor: bigint;
  readonly currency: string;
  /** Whether nothing is left to capture after it. */
  readonly isLast: boolean;
}

/** Word of a service that something happened to a payment: its name for it, or the key it was authorised under. */
export interface ProviderWord {
  readonly reference: string | null;
  readonly authoriseKey: string | null;
}

export interface SignedCallback {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * A payment service that keeps cards and calls them by tokens. What is voided stays void: an authorisation under the same
 * key that arrives later is refused.
 */
export interface PaymentProvider {
  readonly name: string;
  /** @throws when nobody knows what became of it */
  send(operation: ProviderOperation): Promise<ProviderAnswer | AuthenticationAsked>;
  /** What became of an operation, an authentication of the buyer among it, without asking for it; undefined when it was not done. @throws when nobody knows */
  find(operation: ProviderOperation): Promise<ProviderAnswer | AuthenticationAsked | undefined>;
  /** What a callback is about; undefined when the service did not sign it, null when it concerns no payment. */
  hear(callback: SignedCallback, now: Date): ProviderWord | null | undefined;
  close(): Promise<void>;
}
