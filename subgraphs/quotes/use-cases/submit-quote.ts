import type { QuoteRules } from '../domain/quote-roles.ts';
import { announceNotices } from './announce-notices.ts';
import { endAllMemberships, noticeTo, noticeToOwner, usersOf } from './find-members.ts';
import { move } from './move-quote.ts';
import type { QuotesTx } from './write-quote.ts';

export interface PlacedOrder {
  readonly quoteId: string;
  readonly checkoutId: string;
  readonly actorId: string | null;
  readonly at: Date;
}

/** The order of a quote was placed: the negotiation is over, and so is everybody's access but its owner's. [QUOTE-31, SHARE-27] */
export async function submitQuote(tx: QuotesTx, rules: QuoteRules, { quoteId, checkoutId, actorId, at }: PlacedOrder): Promise<void> {
  const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).executeTakeFirst();
  if (!quote) return; // an order of another deployment's quote is none of ours
  const left = await endAllMemberships(tx, quote, 'ORDERED', actorId, at);
  await move(tx, quote, 'submit', { actor: { id: actorId, roles: ['owner'] }, rules, at, checkoutId, more: { left: usersOf(left) } });
  const told = left.filter(({ userId }) => userId == null || userId !== actorId).map((member) => noticeTo(member, 'ORDERED'));
  await announceNotices(tx, quote, actorId, quote.everShared && quote.ownerId !== actorId ? [...told, noticeToOwner(quote, 'ORDERED')] : told);
}
