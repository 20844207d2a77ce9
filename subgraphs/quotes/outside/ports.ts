import type { CpqAnswer, CpqOrder, CpqTransaction } from '../domain/cpq-transaction.ts';

/** UNHEARD: it could not be asked or did not answer as it should; ask again. */
export type Unheard = 'UNHEARD';

/** A CPQ system of the seller's own. A port never rejects: that a system is down or lies is an answer too, and its cause is in the log. */
export interface Cpq {
  /** Tells a transaction as it stands, any number of times. @returns what it costs there */
  tell(transaction: CpqTransaction): Promise<CpqAnswer | Unheard>;
  /** Hands over an order that was placed without a rep, any number of times. */
  order(order: CpqOrder): Promise<'TAKEN' | 'REFUSED' | Unheard>;
  close(): Promise<void>;
}
