import type { Lifecycle } from '#kernel/lifecycle.ts';

export const PRICE_LOAD_STATES = ['OPEN', 'PUBLISHED', 'SUPERSEDED', 'ABANDONED', 'REMOVED'] as const;
export type PriceLoadState = (typeof PRICE_LOAD_STATES)[number];
export type PriceLoadCommand = 'load' | 'publish' | 'supersede' | 'abandon' | 'remove';
type Role = 'seller' | 'job';

/** A generation of a price list: filled unseen, then read by all, then replaced, then removed row by row. */
export const PRICE_LOAD_LIFECYCLE: Lifecycle<PriceLoadState, PriceLoadCommand, Role, null> = {
  OPEN: {
    load:    { to: 'OPEN',      by: ['seller'],        audit: 'LOAD_PRICES' },
    publish: { to: 'PUBLISHED', by: ['seller'],        audit: 'PUBLISH_PRICES' },
    abandon: { to: 'ABANDONED', by: ['seller', 'job'], audit: 'ABANDON_PRICES' },
  },
  PUBLISHED: {
    publish:   { to: 'PUBLISHED',  by: ['seller'], audit: 'PUBLISH_PRICES' }, // the answer was not heard
    supersede: { to: 'SUPERSEDED', by: ['job'],    audit: 'SUPERSEDE_PRICES' },
  },
  SUPERSEDED: { remove: { to: 'REMOVED', by: ['job'], audit: 'REMOVE_PRICES' } },
  ABANDONED: {
    abandon: { to: 'ABANDONED', by: ['seller', 'job'], audit: 'ABANDON_PRICES' },
    remove:  { to: 'REMOVED',   by: ['job'],           audit: 'REMOVE_PRICES' },
  },
  REMOVED: {},
};
