import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

export const RETURN_STATUSES = ['PENDING', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'BOOKED', 'CLOSED', 'CANCELED'] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];
export type ReturnCommand = 'submit' | 'approve' | 'reject' | 'book' | 'close' | 'cancel';
/** `owner`: who began it; `approver`: sales reps and administrators of the seller; `system`: settings and fulfilment. */
export type ReturnRole = 'owner' | 'approver' | 'system';

export interface ReturnFacts {
  readonly hasLines: boolean;
}

const hasLines: Guard<ReturnFacts> = (facts) => (facts.hasLines ? undefined : { code: 'INVALID_STATE', reason: 'There is nothing in it yet.' });

/**
 * The only place that knows what a return's status allows. Submit and approve follow each other at once where returns
 * need no approval. [RET-34..39]
 */
export const RETURN_LIFECYCLE: Lifecycle<ReturnStatus, ReturnCommand, ReturnRole, ReturnFacts> = {
  PENDING: {
    submit:  { to: 'PENDING_APPROVAL', by: ['owner'],              audit: 'SUBMIT_RETURN', when: [hasLines], announces: 'returnSubmitted' },
    cancel:  { to: 'CANCELED',         by: ['owner'],              audit: 'CANCEL_RETURN' },
  },
  PENDING_APPROVAL: {
    approve: { to: 'APPROVED',         by: ['approver', 'system'], audit: 'APPROVE_RETURN', announces: 'returnApproved' },
    reject:  { to: 'REJECTED',         by: ['approver'],           audit: 'REJECT_RETURN',  announces: 'returnRejected' },
  },
  APPROVED: {
    book:    { to: 'BOOKED',           by: ['system'],             audit: 'BOOK_RETURN' },
  },
  BOOKED: {
    close:   { to: 'CLOSED',           by: ['system'],             audit: 'CLOSE_RETURN' },
  },
  REJECTED: {},
  CLOSED: {},
  CANCELED: {},
};

/** A return that is still being put together belongs to its owner alone: nobody tracks it. [RET-11] */
export const TRACKED_STATUSES: readonly ReturnStatus[] = RETURN_STATUSES.filter((status) => status !== 'PENDING');
export const isTracked = (status: ReturnStatus): boolean => TRACKED_STATUSES.includes(status);
