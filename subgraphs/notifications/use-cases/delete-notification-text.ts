import { refuse } from '#kernel/errors.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { NotificationsContext } from '../context.ts';

/** What was set for an audience is taken back; what holds for more people holds for it again. @returns the id */
export async function deleteNotificationText(context: NotificationsContext, id: string): Promise<string> {
  requireAdministrator(context);
  const { numDeletedRows } = await context.db.transact(({ sql }) => sql.deleteFrom('NotificationText').where('id', '=', id).executeTakeFirst());
  if (numDeletedRows === 0n) throw refuse('NOT_FOUND', 'Nothing is set under this id.', { id });
  return id;
}
