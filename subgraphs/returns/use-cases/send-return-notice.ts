import type { DomainEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import { wordsOf, type ReturnNotice } from '../domain/return-notices.ts';
import type { Return } from '../entities/return.ts';
import { askPeople, askSellersInRole } from '../peers/accounts.ts';

interface Told {
  /** One user. */
  readonly to?: string;
  /** Everybody of the seller who holds this role when it is sent. [RET-37] */
  readonly role?: string;
}

/** An event of its own, so that mail that cannot be sent does not hold up what follows a return. */
export async function announceNotice(tx: ReturnsTx, { id: returnId, accountId, ownerId }: Return, notice: ReturnNotice, told: Told): Promise<void> {
  await tx.announce({ accountId, aggregateType: 'returnNotice', aggregateId: newId(), aggregateVersion: 1, type: notice, actorId: told.to ?? ownerId, payload: { returnId, ...told } });
}

/** Tells people by e-mail about a return; told again after a failure, each has its id, so twice is once. [RET-24, RET-30, RET-37, RET-38, NOTIF-05] */
export async function sendReturnNotice(context: ReturnsContext, { id, type, payload }: DomainEvent): Promise<void> {
  const notice = type as ReturnNotice;
  const { returnId, to, role } = payload as unknown as Told & { readonly returnId: string };
  if (context.config.silentNotices.includes(notice)) return;
  const ask = context.askAs(SYSTEM);
  const people = role === undefined ? await askPeople(ask, to === undefined ? [] : [to]) : await askSellersInRole(ask, role);
  const words = await wordsAbout(context, returnId, notice);
  for (const { id: userId, email } of people) if (email != null && words) await context.mail.send({ id: `${id}:${userId}`, to: email, ...words });
}

async function wordsAbout({ db: { sql } }: ReturnsContext, returnId: string, notice: ReturnNotice): Promise<{ readonly subject: string; readonly text: string } | undefined> {
  const root = await sql.selectFrom('Return').selectAll().where('id', '=', returnId).executeTakeFirst();
  if (!root) return undefined;
  const lines = await sql.selectFrom('ReturnLine').select(['quantityMicro', 'sku', 'reason']).where('returnId', '=', returnId).orderBy('id').execute();
  return wordsOf(notice, {
    number: root.number ?? '',
    lines: lines.map(({ quantityMicro, sku, reason }) => ({ quantity: fromMicro(quantityMicro), sku, reason })),
    returnLocation: root.returnLocation ?? null,
    reason: root.reason ?? null,
    waits: root.approvers.length > 0,
  });
}
