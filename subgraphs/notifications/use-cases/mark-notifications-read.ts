import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { NotificationsContext } from '../context.ts';
import { writeInbox } from './write-inbox.ts';

const MOST_AT_ONCE = 200;

export interface ReadWish {
  readonly ids?: readonly string[] | null;
  readonly all?: boolean | null;
  /** With `all`: those that have come by then, so that none is marked that nobody has seen. */
  readonly upToVersion?: number | null;
}

/** The viewer has read them. What is read stays read; marked again nothing changes, and nobody hears of it. */
export async function markNotificationsRead(context: NotificationsContext, { ids, all, upToVersion }: ReadWish): Promise<void> {
  const { id: userId, accountId } = requireViewer(context);
  if ((ids == null) === (all !== true)) throw refuse('BAD_USER_INPUT', 'Name the notifications, or all of them.', { ids, all });
  if (ids != null && ids.length > MOST_AT_ONCE) throw refuse('BAD_USER_INPUT', `Name at most ${MOST_AT_ONCE} notifications.`, { most: MOST_AT_ONCE });
  const now = context.clock.now();
  await context.db.transact(async (tx) => {
    let unread = tx.sql.selectFrom('Notification').select('id').where('userId', '=', userId).where('readAt', 'is', null);
    if (ids != null) unread = unread.where('id', 'in', ids);
    if (upToVersion != null) unread = unread.where('version', '<=', upToVersion);
    if (ids?.length === 0 || !(await unread.limit(1).executeTakeFirst())) return;
    await tx.sql.updateTable('Notification').set({ readAt: now }).where('id', 'in', unread).execute();
    await writeInbox(tx, { userId, accountId }, {}, { type: 'NOTIFICATIONS_READ', now });
  });
}
