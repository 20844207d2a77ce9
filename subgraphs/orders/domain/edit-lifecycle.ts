import type { Lifecycle } from '#kernel/lifecycle.ts';

export const EDIT_STATUSES = ['STAGED', 'APPLIED', 'DISCARDED'] as const;
export type EditStatus = (typeof EDIT_STATUSES)[number];

/** A staged edit is applied or discarded, once. */
export const EDIT_LIFECYCLE: Lifecycle<EditStatus, 'apply' | 'discard', 'editor', null> = {
  STAGED: {
    apply:   { to: 'APPLIED',   by: ['editor'], audit: 'APPLY_ORDER_EDIT' },
    discard: { to: 'DISCARDED', by: ['editor'], audit: 'DISCARD_ORDER_EDIT' },
  },
  APPLIED: {},
  DISCARDED: {},
};
