import type { Lifecycle, Move } from '#kernel/lifecycle.ts';
import type { QuoteFacts, QuoteRole, QuoteStatus } from './quote-lifecycle.ts';
import { members } from './share-roles.ts';

export type SharingCommand = 'share' | 'stopSharing' | 'comment' | 'finish';

type Sharing = { readonly [C in SharingCommand]: Move<QuoteStatus, QuoteRole, QuoteFacts> };

const sharing = (to: QuoteStatus): Sharing => ({
  share: { to, by: ['owner', ...members('share')], audit: 'SHARED' },
  stopSharing: { to, by: ['owner', ...members('stopSharing')], audit: 'SHARING_STOPPED' },
  comment: { to, by: ['owner', ...members('comment')], audit: 'NOTIFIED' },
  finish: { to, by: members('finish'), audit: 'MEMBER_FINISHED' },
});

/** When a quote is shared, by whom. What follows a cart is shared as that cart; an order ended it. [SHARE-27, SHARE-34] */
export const QUOTE_SHARING: Lifecycle<QuoteStatus, SharingCommand, QuoteRole, QuoteFacts> = {
  CART_IN_PROGRESS: {},
  DRAFTING: sharing('DRAFTING'),
  QUOTE_REQUESTED: sharing('QUOTE_REQUESTED'),
  ASSIGNED: sharing('ASSIGNED'),
  PUBLISHED: sharing('PUBLISHED'),
  SUBMITTED: {},
  EDITING: sharing('EDITING'),
  EXPIRED: sharing('EXPIRED'),
  REJECTED: sharing('REJECTED'),
  CANCELED: sharing('CANCELED'),
};
