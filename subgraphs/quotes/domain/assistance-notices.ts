/** What people are told when assistance is asked for, or terms are not agreed to. [ASSIST-04, ASSIST-09, NOTIF-03] */
export type AssistanceNoticeType = 'ASSISTANCE_WANTED' | 'ASSISTANCE_CONFIRMED' | 'TERMS_CHANGE_WANTED' | 'ORDER_ASSISTANCE_WANTED';

/** A notice to one person: ids and facts. */
export interface AssistanceNotice {
  readonly type: AssistanceNoticeType;
  /** The user it goes to. */
  readonly to: string;
  readonly customerId: string;
  /** What it is about: the quote, or else the order. */
  readonly quoteId?: string;
  readonly orderId?: string;
  /** The number of the quote or the order. */
  readonly number: string;
  readonly reason: string | null;
  readonly comment: string | null;
}
