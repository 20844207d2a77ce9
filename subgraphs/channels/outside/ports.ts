import type { OutsideDetail, ToldList } from '../domain/outside-document.ts';
import type { OutsideScope } from '../domain/outside-scope.ts';
import type { Message } from '../domain/sent-order.ts';
import type { HandOverKind } from '../domain/hand-over-lifecycle.ts';

/** What came of handing something over. UNHEARD: it may be there or not; send it again. */
export type Submission =
  | { readonly outcome: 'TAKEN'; readonly number: string; readonly total: string | null }
  | { readonly outcome: 'REFUSED'; readonly reason: string }
  | { readonly outcome: 'UNHEARD'; readonly isUnwell: boolean; readonly problem: string };

/** An order or a quote system of the seller's own. A port never rejects: that a system is down or lies is an answer too, and its cause is in the log. */
export interface OutsideChannel {
  /** Hands something over, any number of times under one id. */
  submit(id: string, message: Message): Promise<Submission>;
  /** The documents of one customer. @returns nothing when there was no answer */
  list(scope: OutsideScope): Promise<ToldList | undefined>;
  /** One document by its number there. @returns null when there is none, nothing when there was no answer */
  detail(scope: OutsideScope, number: string): Promise<OutsideDetail | null | undefined>;
  close(): Promise<void>;
}

/** None where no system is set up. */
export type OutsideChannels = { readonly [K in HandOverKind]: OutsideChannel | null };
