import type { DomainEvent } from '#kernel/events.ts';
import { moneyOf } from '#kernel/money.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import { isoDayOf } from '#kernel/time-zone.ts';
import type { QuotesContext } from '../context.ts';
import { SAYS_WHY, toldAs, type Notice } from '../domain/notices.ts';
import { tellPeople } from '../peers/notifications.ts';
import { askPeople } from '../peers/people.ts';

/** Has a notice told. Told again it is the same one. [SHARE-12, QUOTE-57, NOTIF-03] */
export async function sendNotice({ db, config, askAs }: QuotesContext, { id, accountId, actorId, payload }: DomainEvent): Promise<void> {
  const { type, to, quoteId, comment, fromRole, toRole } = payload as unknown as Notice;
  const quote = await db.sql.selectFrom('Quote').select(['number', 'salesRepId', 'expiresAt', 'totalMinor', 'currency', 'reason']).where('id', '=', quoteId).executeTakeFirst();
  if (!quote) return;
  const member = 'memberId' in to ? await db.sql.selectFrom('QuoteMember').select(['userId', 'email', 'retrievalNumber', 'endedAt']).where('id', '=', to.memberId).executeTakeFirst() : undefined;
  const named = [actorId, quote.salesRepId].filter((person) => typeof person === 'string');
  const names = new Map((await askPeople(askAs(SYSTEM), [...new Set(named)])).map((person) => [person.id, person.name]));
  const total = moneyOf(quote.totalMinor, quote.currency);
  await tellPeople(askAs(SYSTEM), [
    {
      id,
      type: toldAs(type),
      to: 'userId' in to ? to : { userId: member?.userId, email: member?.email },
      accountId,
      about: { kind: 'QUOTE', id: quoteId },
      facts: {
        quote: quote.number,
        actor: names.get(actorId ?? '') ?? 'Somebody',
        role: toRole?.toLowerCase(),
        formerRole: fromRole?.toLowerCase(),
        retrievalNumber: member?.endedAt == null ? member?.retrievalNumber : null,
        comment,
        reason: SAYS_WHY.has(type) ? quote.reason : null,
        salesRep: names.get(quote.salesRepId ?? ''),
        endsOn: quote.expiresAt && isoDayOf(quote.expiresAt, config.expiryTimeZone),
        total: `${total.amount} ${total.currency}`,
      },
    },
  ]);
}
