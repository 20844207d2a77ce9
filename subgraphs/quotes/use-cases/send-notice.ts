import type { DomainEvent } from '#kernel/events.ts';
import { wordsOf } from '#kernel/share-notices.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { QuotesContext } from '../context.ts';
import type { Notice } from '../domain/notices.ts';
import { askPeople } from '../peers/people.ts';

/** Makes a notice a mail. Told again it is the same mail; somebody without an address gets none. [SHARE-12] */
export async function sendNotice({ db, askAs, mail }: QuotesContext, event: DomainEvent): Promise<void> {
  const notice = event.payload as unknown as Notice;
  const { to, quoteId } = notice;
  const quote = await db.sql.selectFrom('Quote').select('number').where('id', '=', quoteId).executeTakeFirst();
  const member = 'memberId' in to ? await db.sql.selectFrom('QuoteMember').select(['email', 'retrievalNumber', 'endedAt']).where('id', '=', to.memberId).executeTakeFirst() : undefined;
  const userIds = [event.actorId, 'userId' in to ? to.userId : undefined].filter((id) => typeof id === 'string');
  const people = new Map((await askPeople(askAs(SYSTEM), userIds)).map((person) => [person.id, person]));
  const address = 'userId' in to ? people.get(to.userId)?.email : member?.email;
  if (!address) return;
  const actor = people.get(event.actorId ?? '')?.name ?? 'Somebody';
  const retrievalNumber = member && member.endedAt == null ? member.retrievalNumber : null;
  await mail.send({ id: event.id, to: address, ...wordsOf(notice, { thing: `quote ${quote?.number ?? ''}`, actor, retrievalNumber }) });
}
