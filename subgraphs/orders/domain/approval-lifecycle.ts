import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

export const APPROVAL_STATUSES = ['PENDING', 'APPROVED', 'ORDERED', 'REJECTED', 'WITHDRAWN', 'VOID', 'EXPIRED'] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];
export type ApprovalCommand = 'agree' | 'grant' | 'reject' | 'withdraw' | 'void' | 'expire' | 'order';
/** `approver`: whoever is asked now, and not for their own; `requester`: whoever wants to order; `system`: the checkout and the clock. */
export type ApprovalRole = 'approver' | 'requester' | 'system';

export interface ApprovalFacts {
  readonly expired: boolean;
}

const inTime: Guard<ApprovalFacts> = ({ expired }) => (expired ? { code: 'INVALID_STATE', reason: 'It waited too long for an answer. The order must be asked for again.' } : undefined);

/** The only place that knows what becomes of a request for approval. The last yes that is needed grants it; then the order is placed, or not at all. */
export const APPROVAL_LIFECYCLE: Lifecycle<ApprovalStatus, ApprovalCommand, ApprovalRole, ApprovalFacts> = {
  PENDING: {
    agree:    { to: 'PENDING',   by: ['approver'],  audit: 'APPROVAL_AGREED',    when: [inTime] },
    grant:    { to: 'APPROVED',  by: ['system'],    audit: 'APPROVAL_GRANTED',   when: [inTime] },
    reject:   { to: 'REJECTED',  by: ['approver'],  audit: 'APPROVAL_REJECTED',  when: [inTime] },
    withdraw: { to: 'WITHDRAWN', by: ['requester'], audit: 'APPROVAL_WITHDRAWN' },
    void:     { to: 'VOID',      by: ['system'],    audit: 'APPROVAL_VOIDED' },
    expire:   { to: 'EXPIRED',   by: ['system'],    audit: 'APPROVAL_EXPIRED' },
  },
  APPROVED: {
    order:    { to: 'ORDERED',   by: ['system'],    audit: 'APPROVAL_ORDERED' },
    withdraw: { to: 'WITHDRAWN', by: ['requester'], audit: 'APPROVAL_WITHDRAWN' },
    void:     { to: 'VOID',      by: ['system'],    audit: 'APPROVAL_VOIDED' },
    expire:   { to: 'EXPIRED',   by: ['system'],    audit: 'APPROVAL_EXPIRED' },
  },
  ORDERED: {},
  REJECTED: {},
  WITHDRAWN: {},
  VOID: {},
  EXPIRED: {},
};

/** Statuses in which something may still come of it: one of them a cart or quote at most. */
export const isOpenApproval = (status: ApprovalStatus): boolean => Object.keys(APPROVAL_LIFECYCLE[status]).length > 0;
