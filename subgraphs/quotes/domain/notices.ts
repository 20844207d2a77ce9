import type { NoticeType, ShareNotice } from '#kernel/share-notices.ts';
import type { QuoteCommand } from './quote-lifecycle.ts';

/** What the owner of a quote is told when the seller moved it, or time did. [QUOTE-57, NOTIF-03] */
export type OfferNotice = 'QUOTE_PUBLISHED' | 'QUOTE_REJECTED' | 'QUOTE_CANCELED' | 'QUOTE_EXPIRING' | 'QUOTE_EXPIRED' | 'TERMS_APPROVED' | 'TERMS_REJECTED' | 'TERMS_CANCELED';

/** What one person is told about a quote. */
export interface Notice extends Omit<ShareNotice, 'type'> {
  readonly type: NoticeType | OfferNotice;
  readonly quoteId: string;
}

interface Said {
  readonly usual: OfferNotice;
  /** Where the quote came of terms that were not agreed to. */
  readonly ofTerms: OfferNotice;
}

const SAID: { readonly [C in QuoteCommand]?: Said } = {
  publish: { usual: 'QUOTE_PUBLISHED', ofTerms: 'TERMS_APPROVED' },
  reject:  { usual: 'QUOTE_REJECTED',  ofTerms: 'TERMS_REJECTED' },
  cancel:  { usual: 'QUOTE_CANCELED',  ofTerms: 'TERMS_CANCELED' },
  expire:  { usual: 'QUOTE_EXPIRED',   ofTerms: 'QUOTE_EXPIRED' },
};

/** What a move is told as to the owner; nothing of what they did themselves. */
export function noticeOf(command: QuoteCommand, quote: { readonly id: string; readonly ownerId: string; readonly termsDisputed: boolean }, actorId: string | null, comment: string | null | undefined): Notice | undefined {
  const said = SAID[command];
  if (!said || actorId === quote.ownerId) return undefined;
  return { type: quote.termsDisputed ? said.ofTerms : said.usual, quoteId: quote.id, to: { userId: quote.ownerId }, comment };
}

const OFFERS: ReadonlySet<string> = new Set<OfferNotice>(['QUOTE_PUBLISHED', 'QUOTE_REJECTED', 'QUOTE_CANCELED', 'QUOTE_EXPIRING', 'QUOTE_EXPIRED', 'TERMS_APPROVED', 'TERMS_REJECTED', 'TERMS_CANCELED']);

/** By which name it is told: those of sharing are named alike for all that is shared. */
export const toldAs = (type: Notice['type']): string => (OFFERS.has(type) ? type : `QUOTE_${type}`);

/** Those that say why the seller does not make an offer. */
export const SAYS_WHY: ReadonlySet<Notice['type']> = new Set<Notice['type']>(['QUOTE_REJECTED', 'QUOTE_CANCELED', 'TERMS_REJECTED', 'TERMS_CANCELED']);
