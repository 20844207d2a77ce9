import type { NoticeType, ShareNotice } from '#kernel/share-notices.ts';

/** What one person is told about a cart. */
export interface Notice extends Omit<ShareNotice, 'type'> {
  readonly type: NoticeType | 'REMINDER';
  readonly cartId: string;
  /** What the cart has become: then it is told of as that. [NOTIF-06] */
  readonly quote?: { readonly id: string; readonly number: string };
  /** Its last day, such as 2026-05-03. */
  readonly endsOn?: string;
}

/** By which name it is told. */
export const toldAs = ({ type, quote }: Pick<Notice, 'type' | 'quote'>): string => `${quote ? 'QUOTE' : 'CART'}_${type}`;
