import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { ViewerKind } from '#kernel/viewer.ts';
import type { NotificationsContext } from '../context.ts';
import { checkTemplate } from '../domain/check-template.ts';
import type { Audience } from '../domain/choose-text.ts';
import type { NotificationType } from '../domain/notification-types.ts';
import type { NotificationText } from '../entities/notification-text.ts';

export interface AudienceWish {
  readonly accountId?: string | null;
  readonly site?: string | null;
  readonly language?: string | null;
  readonly userType?: ViewerKind | null;
}

export interface TextWish extends AudienceWish {
  readonly type: NotificationType;
  readonly enabled?: boolean | null;
  readonly subject?: string | null;
  readonly text?: string | null;
}

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}$/;
const MOST_NAME = 200;

/** Whom a mapping is for; who is not named is everybody. @throws BAD_USER_INPUT */
export function readAudience({ accountId, site, language, userType }: AudienceWish): Audience {
  const audience: Audience = { accountId: accountId?.trim() ?? '', site: site?.trim() ?? '', language: language?.trim().toLowerCase() ?? '', userType: userType ?? '' };
  if (audience.accountId.length > MOST_NAME || audience.site.length > MOST_NAME) throw refuse('BAD_USER_INPUT', `Accounts and sites have at most ${MOST_NAME} characters.`);
  if (audience.language !== '' && !LANGUAGE.test(audience.language)) throw refuse('BAD_USER_INPUT', 'A language is a tag such as "de" or "en-GB".', { field: 'language' });
  return audience;
}

/** An administrator says whether, and in which words, people are told of something: all of them, or those of an audience. Set again it is replaced as a whole. [NOTIF-01] */
export async function setNotificationText(context: NotificationsContext, wish: TextWish, expectedVersion: number | null | undefined): Promise<NotificationText> {
  const { id: updatedById } = requireAdministrator(context);
  const { type, enabled = null, subject = null, text = null } = wish;
  const key = { type, ...readAudience(wish) };
  if ((subject === null) !== (text === null)) throw refuse('BAD_USER_INPUT', 'A subject and a text go together.', { field: subject === null ? 'subject' : 'text' });
  if (enabled === null && text === null) throw refuse('BAD_USER_INPUT', 'Say whether they are told, or in which words.', { field: 'enabled' });
  if (subject !== null && text !== null) checkTemplate(type, { subject, text });
  return context.db.transact(async ({ sql }) => {
    let found = sql.selectFrom('NotificationText').selectAll();
    for (const [column, value] of Object.entries(key)) found = found.where(column as keyof typeof key, '=', value);
    const before = await found.executeTakeFirst();
    const currentVersion = before?.version ?? 0;
    if (expectedVersion != null && expectedVersion !== currentVersion) throw refuse('STALE_VERSION', 'Somebody else has set this meanwhile.', { expectedVersion, currentVersion, changedBy: before?.updatedById ?? null });
    const row: NotificationText = { id: before?.id ?? newId(), ...key, enabled, subject, text, version: currentVersion + 1, updatedAt: context.clock.now(), updatedById };
    if (before) await sql.updateTable('NotificationText').set(row).where('id', '=', before.id).execute();
    else await sql.insertInto('NotificationText').values(row).execute();
    return row;
  });
}
