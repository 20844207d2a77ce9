import type { DomainEvent } from '#kernel/events.ts';
import { wordsOf } from '#kernel/share-notices.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { CartsContext } from '../context.ts';
import { labelOf } from '../domain/share-roles.ts';
import type { Notice } from '../domain/notices.ts';
import { askPeople } from '../peers/accounts.ts';

/** Makes a notice a mail. Told again it is the same mail; somebody without an address gets none. [SHARE-12] */
export async function sendNotice({ db, config, askAs, mail }: CartsContext, event: DomainEvent): Promise<void> {
  const notice = event.payload as unknown as Notice;
  const { to, cartId } = notice;
  const cart = await db.sql.selectFrom('Cart').select(['name']).where('id', '=', cartId).executeTakeFirst();
  const member = 'memberId' in to ? await db.sql.selectFrom('CartMember').select(['email', 'retrievalNumber', 'endedAt']).where('id', '=', to.memberId).executeTakeFirst() : undefined;
  const userIds = [event.actorId, 'userId' in to ? to.userId : undefined].filter((id) => typeof id === 'string');
  const people = new Map((await askPeople(askAs(SYSTEM), userIds)).map((person) => [person.id, person]));
  const address = 'userId' in to ? people.get(to.userId)?.email : member?.email;
  if (!address) return;
  const actor = people.get(event.actorId ?? '')?.name ?? 'Somebody';
  const retrievalNumber = member && member.endedAt == null ? member.retrievalNumber : null;
  await mail.send({ id: event.id, to: address, ...wordsOf(notice, { thing: `cart "${cart?.name ?? config.defaultName}"`, actor, retrievalNumber, labelOf: (role) => labelOf(role, config) }) });
}
