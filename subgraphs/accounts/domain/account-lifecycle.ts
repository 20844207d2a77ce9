import type { Lifecycle } from '#kernel/lifecycle.ts';

export const ACCOUNT_STATUSES = ['PENDING', 'ACTIVE', 'REJECTED', 'MERGED'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];
export type AccountCommand = 'approve' | 'reject' | 'merge';

/** An organisation that registered itself buys once the seller has approved it; whoever the seller loaded is active at once. [EXT-02] */
export const ACCOUNT_LIFECYCLE: Lifecycle<AccountStatus, AccountCommand, 'administrator' | 'merge', null> = {
  PENDING: {
    approve: { to: 'ACTIVE',   by: ['administrator'], audit: 'APPROVE_ACCOUNT' },
    reject:  { to: 'REJECTED', by: ['administrator'], audit: 'REJECT_ACCOUNT' },
  },
  ACTIVE: { merge: { to: 'MERGED', by: ['merge'], audit: 'MERGE_ACCOUNT' } },
  REJECTED: { approve: { to: 'ACTIVE', by: ['administrator'], audit: 'APPROVE_ACCOUNT' } },
  MERGED: {},
};

/** A customer's account begins as that of a party of its own, of the same id. */
export const asOwnParty = (id: string): { id: string; partyId: string } => ({ id, partyId: id });

/** How an account begins that needs nobody's approval. */
export const ACTIVE_AT_ONCE = { status: 'ACTIVE', version: 1 } as const;
