import type { DomainEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import type { Notice } from '#kernel/notice.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import type { ReturnNotice } from '../domain/return-notices.ts';
import type { Return } from '../entities/return.ts';
import { askSellersInRole } from '../peers/accounts.ts';
import { tellPeople } from '../peers/notifications.ts';

interface Told {
  /** One user. */
  readonly to?: string;
  /** Everybody of the seller who holds this role when it is sent. [RET-37] */
  readonly role?: string;
}

/** An event of its own, so that a notice that cannot be told does not hold up what follows a return. */
export async function announceNotice(tx: ReturnsTx, { id: returnId, accountId, ownerId }: Return, notice: ReturnNotice, told: Told): Promise<void> {
  await tx.announce({ accountId, aggregateType: 'returnNotice', aggregateId: newId(), aggregateVersion: 1, type: notice, actorId: told.to ?? ownerId, payload: { returnId, ...told } });
}

/** Has people told about a return; each notice has an id of its own, so twice is once. [RET-24, RET-30, RET-37, RET-38, NOTIF-05] */
export async function sendReturnNotice(context: ReturnsContext, { id, accountId, type, payload }: DomainEvent): Promise<void> {
  const { returnId, to, role } = payload as unknown as Told & { readonly returnId: string };
  const ask = context.askAs(SYSTEM);
  const told = await readFacts(context, returnId);
  if (!told) return;
  const userIds = role === undefined ? [to].filter((userId) => userId !== undefined) : (await askSellersInRole(ask, role)).map((person) => person.id);
  await tellPeople(ask, userIds.map((userId) => ({ id: `${id}:${userId}`, type, to: { userId }, accountId, about: { kind: 'RETURN', id: returnId }, ...told })));
}

async function readFacts({ db: { sql } }: ReturnsContext, returnId: string): Promise<Pick<Notice, 'facts' | 'lists'> | undefined> {
  const root = await sql.selectFrom('Return').selectAll().where('id', '=', returnId).executeTakeFirst();
  if (!root) return undefined;
  const lines = await sql.selectFrom('ReturnLine').select(['quantityMicro', 'sku', 'reason']).where('returnId', '=', returnId).orderBy('id').execute();
  return {
    facts: { return: root.number, returnLocation: root.returnLocation, reason: root.reason, waits: root.approvers.length > 0 ? 'yes' : null },
    lists: { item: lines.map(({ quantityMicro, sku, reason }) => ({ quantity: fromMicro(quantityMicro), sku, reason })) },
  };
}
