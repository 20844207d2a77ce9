import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { NotificationsContext } from '../context.ts';
import { NOTIFICATION_TYPE_NAMES, type NotificationType } from '../domain/notification-types.ts';
import { writeInbox } from './write-inbox.ts';

export interface Preference {
  readonly type: NotificationType;
  readonly email: boolean;
}

/** The viewer wants e-mail of a type, or none; their list has it either way. Set again it is the same. */
export async function setNotificationPreference(context: NotificationsContext, { type, email }: Preference): Promise<Preference> {
  const { id: userId, accountId } = requireViewer(context);
  const set = { accountId, email, updatedAt: context.clock.now() };
  await context.db.transact(({ sql }) => sql.insertInto('NotificationPreference').values({ userId, type, ...set }).onConflict((oc) => oc.columns(['userId', 'type']).doUpdateSet(set)).execute());
  return { type, email };
}

export async function listPreferences(context: NotificationsContext): Promise<Preference[]> {
  const { id } = requireViewer(context);
  const rows = await context.db.sql.selectFrom('NotificationPreference').select(['type', 'email']).where('userId', '=', id).execute();
  const chosen = new Map(rows.map(({ type, email }) => [type, email]));
  return NOTIFICATION_TYPE_NAMES.map((type) => ({ type, email: chosen.get(type) ?? true }));
}

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}$/i;

/** The language the viewer is told things in from now on; null for that of the site. @returns the language */
export async function setNotificationLanguage(context: NotificationsContext, wanted: string | null | undefined): Promise<string | null> {
  const { id: userId, accountId } = requireViewer(context);
  if (wanted != null && !LANGUAGE.test(wanted)) throw refuse('BAD_USER_INPUT', 'A language is a tag such as "de" or "en-GB".', { language: wanted.slice(0, 100) });
  const language = wanted?.toLowerCase() ?? null;
  return context.db.transact(async (tx) => {
    const before = await tx.sql.selectFrom('NotificationInbox').select('language').where('userId', '=', userId).executeTakeFirst();
    if ((before?.language ?? null) !== language) await writeInbox(tx, { userId, accountId }, { language }, { type: 'LANGUAGE_SET', now: context.clock.now() });
    return language;
  });
}
