import type { ShareNotice } from '#kernel/share-notices.ts';

/** What one person is told about a shared cart. */
export interface Notice extends ShareNotice {
  readonly cartId: string;
}
