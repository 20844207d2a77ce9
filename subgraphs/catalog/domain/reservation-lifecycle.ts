import type { Lifecycle } from '#kernel/lifecycle.ts';

export const RESERVATION_STATES = ['HELD', 'COMMITTED', 'RELEASED', 'RESTOCKED'] as const;
export type ReservationState = (typeof RESERVATION_STATES)[number];
export type ReservationCommand = 'commit' | 'commitLate' | 'release' | 'restock';
type Role = 'checkout';

/**
 * What a checkout holds, and what becomes of it. `commitLate` is for an order that was placed after its stock was given back,
 * `restock` for one that was canceled.
 * A command that has had its effect already is granted again: the one who asks may not have heard the answer.
 */
export const RESERVATION_LIFECYCLE: Lifecycle<ReservationState, ReservationCommand, Role, null> = {
  HELD: {
    commit:  { to: 'COMMITTED', by: ['checkout'], audit: 'COMMIT_STOCK' },
    release: { to: 'RELEASED',  by: ['checkout'], audit: 'RELEASE_STOCK' },
  },
  COMMITTED: {
    commit:  { to: 'COMMITTED', by: ['checkout'], audit: 'COMMIT_STOCK' },
    restock: { to: 'RESTOCKED', by: ['checkout'], audit: 'RESTOCK' },
  },
  RELEASED: {
    release:    { to: 'RELEASED',  by: ['checkout'], audit: 'RELEASE_STOCK' },
    commitLate: { to: 'COMMITTED', by: ['checkout'], audit: 'COMMIT_STOCK' },
  },
  RESTOCKED: {},
};
