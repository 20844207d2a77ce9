import type { ReservationState } from './reservation-lifecycle.ts';

/**
 * What the outside inventory system knows of a reservation, or has to be told. ASKED is noted before it is asked: whatever
 * it does after that, it is told to let go in the end. LOST: an order was placed, and it no longer had the goods.
 */
export const OUTSIDE_HOLDS = ['ASKED', 'HELD', 'TO_COMMIT', 'COMMITTED', 'TO_RELEASE', 'RELEASED', 'LOST'] as const;
export type OutsideHold = (typeof OUTSIDE_HOLDS)[number];

/** What it is told when our own reservation has moved there. */
export const TOLD_AFTER: { readonly [State in Exclude<ReservationState, 'HELD'>]: OutsideTold } = {
  COMMITTED: 'TO_COMMIT',
  RELEASED: 'TO_RELEASE',
  RESTOCKED: 'TO_RELEASE',
};

export type OutsideTold = 'TO_COMMIT' | 'TO_RELEASE';
export const DONE_AFTER: { readonly [Told in OutsideTold]: OutsideHold } = { TO_COMMIT: 'COMMITTED', TO_RELEASE: 'RELEASED' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait after it did not hear for the n-th time. It is told until it does. */
export const waitToTell = (tries: number): number => Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
