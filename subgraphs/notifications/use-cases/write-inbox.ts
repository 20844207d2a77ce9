import type { NotificationsTx } from '../context.ts';
import type { NotificationInbox } from '../entities/notification-inbox.ts';

export interface InboxEvent {
  readonly type: 'NOTIFIED' | 'NOTIFICATIONS_READ' | 'LANGUAGE_SET';
  readonly now: Date;
}

/** Writes the next version of a person's list and announces it: nothing else makes a version. Who loses a race for one is run again. */
export async function writeInbox({ sql, announce }: NotificationsTx, { userId, accountId }: Pick<NotificationInbox, 'userId' | 'accountId'>, set: Partial<Pick<NotificationInbox, 'language'>>, { type, now }: InboxEvent): Promise<NotificationInbox> {
  const before = await sql.selectFrom('NotificationInbox').selectAll().where('userId', '=', userId).executeTakeFirst();
  const inbox: NotificationInbox = { userId, accountId, language: before?.language ?? null, ...set, version: (before?.version ?? 0) + 1, updatedAt: now };
  const { userId: _key, ...columns } = inbox;
  await sql.insertInto('NotificationInbox').values(inbox).onConflict((oc) => oc.column('userId').doUpdateSet(columns)).execute();
  await announce({ accountId, aggregateType: 'notifications', aggregateId: userId, aggregateVersion: inbox.version, type, actorId: null });
  return inbox;
}
