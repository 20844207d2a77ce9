import type { Lifecycle } from '#kernel/lifecycle.ts';

export const MEMO_STATUSES = ['WAITING', 'REFUNDING', 'BY_HAND', 'FAILED', 'REFUNDED'] as const;
export type MemoStatus = (typeof MEMO_STATUSES)[number];
export type MemoCommand = 'refund' | 'settle' | 'fail' | 'retry' | 'record' | 'apply' | 'reopen';

/** How far the money of a credit memo is. What a payment service gives back, nobody gives back by hand as well; what paid for an order in place of the goods is open again once that is canceled. */
export const MEMO_LIFECYCLE: Lifecycle<MemoStatus, MemoCommand, 'administrator' | 'system', null> = {
  WAITING: {
    refund: { to: 'REFUNDING', by: ['system'],        audit: 'REFUND_CREDIT_MEMO' },
    record: { to: 'REFUNDED',  by: ['administrator'], audit: 'RECORD_REFUND' },
  },
  REFUNDING: {
    settle: { to: 'REFUNDED',  by: ['system'],        audit: 'SETTLE_CREDIT_MEMO' },
    fail:   { to: 'FAILED',    by: ['system'],        audit: 'FAIL_CREDIT_MEMO' },
  },
  FAILED: {
    retry:  { to: 'REFUNDING', by: ['administrator'], audit: 'RETRY_REFUND' },
    record: { to: 'REFUNDED',  by: ['administrator'], audit: 'RECORD_REFUND' },
  },
  BY_HAND: {
    apply:  { to: 'REFUNDED',  by: ['system'],        audit: 'APPLY_CREDIT_MEMO' },
    record: { to: 'REFUNDED',  by: ['administrator'], audit: 'RECORD_REFUND' },
    reopen: { to: 'BY_HAND',   by: ['system'],        audit: 'REOPEN_CREDIT_MEMO' },
  },
  REFUNDED: {
    reopen: { to: 'BY_HAND',   by: ['system'],        audit: 'REOPEN_CREDIT_MEMO' },
  },
};
