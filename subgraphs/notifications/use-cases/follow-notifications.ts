import type { Frame } from '#kernel/feed.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { NotificationsContext } from '../context.ts';
import type { Notification } from '../entities/notification.ts';

const MOST_IN_A_FRAME = 100;

/** The viewer's own list as it changes: a snapshot first or, after a version, every change since. */
export async function followNotifications(context: NotificationsContext, { afterVersion }: { readonly afterVersion?: number | null }): Promise<AsyncIterableIterator<Frame>> {
  const { id } = requireViewer(context);
  return context.feed.follow(id, {
    afterVersion,
    currentVersion: async () => (await context.db.sql.selectFrom('NotificationInbox').select('version').where('userId', '=', id).executeTakeFirst())?.version ?? 0,
  });
}

/** What came with the versions of a frame, the oldest first; with a snapshot or a reset, the newest there are. */
export async function readArrived(context: NotificationsContext, { kind, fromVersion, version }: Frame): Promise<Notification[]> {
  const { id } = requireViewer(context);
  const after = kind === 'CHANGE' ? fromVersion : 0;
  const rows = await context.db.sql.selectFrom('Notification').selectAll().where('userId', '=', id).where('version', '>', after).where('version', '<=', version).orderBy('version', 'desc').limit(MOST_IN_A_FRAME).execute();
  return rows.toReversed();
}
