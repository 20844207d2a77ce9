import type { DomainEvent } from '#kernel/events.ts';
import type { ShareRole } from '#kernel/share-roles.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { CartsContext } from '../context.ts';
import { toldAs, type Notice } from '../domain/notices.ts';
import { labelOf } from '../domain/share-roles.ts';
import { askPeople } from '../peers/accounts.ts';
import { tellPeople } from '../peers/notifications.ts';

/** Has a notice told. Told again it is the same one. [SHARE-12, NOTIF-02] */
export async function sendNotice({ db, config, askAs }: CartsContext, { id, accountId, actorId, payload }: DomainEvent): Promise<void> {
  const notice = payload as unknown as Notice;
  const { to, cartId, quote, comment, fromRole, toRole, endsOn } = notice;
  const cart = await db.sql.selectFrom('Cart').select(['name']).where('id', '=', cartId).executeTakeFirst();
  const member = 'memberId' in to ? await db.sql.selectFrom('CartMember').select(['userId', 'email', 'retrievalNumber', 'endedAt']).where('id', '=', to.memberId).executeTakeFirst() : undefined;
  const [actor] = await askPeople(askAs(SYSTEM), actorId == null ? [] : [actorId]);
  const label = (role: ShareRole | undefined): string | undefined => role && labelOf(role, config);
  await tellPeople(askAs(SYSTEM), [
    {
      id,
      type: toldAs(notice),
      to: 'userId' in to ? to : { userId: member?.userId, email: member?.email },
      accountId,
      about: quote ? { kind: 'QUOTE', id: quote.id } : { kind: 'CART', id: cartId },
      site: config.site,
      facts: {
        cart: cart?.name ?? config.defaultName,
        quote: quote?.number,
        actor: actor?.name ?? 'Somebody',
        role: label(toRole),
        formerRole: label(fromRole),
        retrievalNumber: member?.endedAt == null ? member?.retrievalNumber : null,
        comment,
        endsOn,
      },
    },
  ]);
}
