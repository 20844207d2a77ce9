import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { NotificationsContext } from '../context.ts';
import type { Notification } from '../entities/notification.ts';

/** What the viewer was told, the newest first. */
export function listNotifications(context: NotificationsContext, page: PageRequest, unreadOnly: boolean): Promise<Connection<Notification>> {
  const { id } = requireViewer(context);
  return readPage(page, ({ version }) => [String(version)], 1, (limit, after) => {
    let rows = context.db.sql.selectFrom('Notification').selectAll().where('userId', '=', id).orderBy('version', 'desc').limit(limit);
    if (unreadOnly) rows = rows.where('readAt', 'is', null);
    if (after?.[0]) rows = rows.where('version', '<', Number(after[0]));
    return rows.execute();
  });
}

export async function countUnread(context: NotificationsContext): Promise<number> {
  const { id } = requireViewer(context);
  const { count } = await context.db.sql.selectFrom('Notification').select((eb) => eb.fn.countAll<number>().as('count')).where('userId', '=', id).where('readAt', 'is', null).executeTakeFirstOrThrow();
  return Number(count);
}
