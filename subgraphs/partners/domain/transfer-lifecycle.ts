import type { Lifecycle } from '#kernel/lifecycle.ts';

export const TRANSFER_STATUSES = ['OFFERED', 'CONFIRMED', 'SENT', 'ACKNOWLEDGED', 'FAILED', 'CANCELED'] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];
export type TransferCommand = 'confirm' | 'send' | 'acknowledge' | 'fail' | 'recall' | 'cancel' | 'abandon';
/** `buyer`: who asked for it; `worker`: the saga itself; `administrator`: of the seller. */
export type TransferRole = 'buyer' | 'worker' | 'administrator';

/**
 * The way of a cart to a partner. From SENT on he may have an order of it, so only his word, or an administrator who has talked to
 * him, ends it: to recall it is a wish, and what comes of it is his to say. [XFER-03, XFER-09, V.35]
 */
export const TRANSFER_LIFECYCLE: Lifecycle<TransferStatus, TransferCommand, TransferRole, null> = {
  OFFERED: {
    confirm:     { to: 'CONFIRMED',    by: ['buyer'],         audit: 'TRANSFER_CONFIRMED' },
    cancel:      { to: 'CANCELED',     by: ['buyer'],         audit: 'TRANSFER_CANCELED' },
  },
  CONFIRMED: {
    send:        { to: 'SENT',         by: ['worker'],        audit: 'TRANSFER_SENT' },
    fail:        { to: 'FAILED',       by: ['worker'],        audit: 'TRANSFER_FAILED' },
    recall:      { to: 'CONFIRMED',    by: ['buyer'],         audit: 'TRANSFER_RECALLED' },
    cancel:      { to: 'CANCELED',     by: ['worker'],        audit: 'TRANSFER_CANCELED' },
  },
  SENT: {
    acknowledge: { to: 'ACKNOWLEDGED', by: ['worker'],        audit: 'TRANSFER_ACKNOWLEDGED' },
    fail:        { to: 'FAILED',       by: ['worker'],        audit: 'TRANSFER_FAILED' },
    recall:      { to: 'SENT',         by: ['buyer'],         audit: 'TRANSFER_RECALLED' },
    cancel:      { to: 'CANCELED',     by: ['worker'],        audit: 'TRANSFER_CANCELED' },
    abandon:     { to: 'FAILED',       by: ['administrator'], audit: 'TRANSFER_FAILED' },
  },
  ACKNOWLEDGED: {},
  FAILED: {},
  CANCELED: {},
};

/** Those the worker drives. */
export const UNDER_WAY = ['CONFIRMED', 'SENT'] as const satisfies readonly TransferStatus[];
/** An OFFERED one is not at the partner's: his price is a promise, and ends by itself. */
export const isUnderWay = (status: TransferStatus): boolean => (UNDER_WAY as readonly TransferStatus[]).includes(status);

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait after the n-th attempt that was not answered. */
export const waitAfter = (attempts: number): number => Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_WAIT_MS);
