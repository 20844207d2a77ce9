import type { ShareNotice } from '#kernel/share-notices.ts';

/** What one person is told about a shared quote. */
export interface Notice extends ShareNotice {
  readonly quoteId: string;
}
