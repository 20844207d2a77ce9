import type { Lifecycle } from '#kernel/lifecycle.ts';

export const REDEMPTION_STATES = ['REDEEMED', 'RELEASED'] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];
export type RedemptionCommand = 'redeem' | 'release';

/** A checkout uses promotions once, and may give them back once. What has had its effect is granted again. */
export const REDEMPTION_LIFECYCLE: Lifecycle<RedemptionState, RedemptionCommand, 'checkout', null> = {
  REDEEMED: {
    redeem:  { to: 'REDEEMED', by: ['checkout'], audit: 'REDEEM_PROMOTIONS' },
    release: { to: 'RELEASED', by: ['checkout'], audit: 'RELEASE_PROMOTIONS' },
  },
  RELEASED: { release: { to: 'RELEASED', by: ['checkout'], audit: 'RELEASE_PROMOTIONS' } },
};
