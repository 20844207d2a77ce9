import { rowsPart } from '#kernel/takeover-rows.ts';
import { mapped, type TakeoverDefinition, type TakeoverPart } from '#kernel/takeover.ts';
import type { NotificationsTables } from '../entities/tables.ts';
import { writeInbox } from './write-inbox.ts';

type Part = TakeoverPart<NotificationsTables>;

/** What becomes of what people were told when an account becomes another, or a person another one. What was sent stays as it was sent. [MERGE-14] */
export const mergeNotifications = (): TakeoverDefinition<NotificationsTables> => ({ parts: [toldPart, listsPart, inboxesPart, preferencesPart, textsPart, mailsPart] });

/** What somebody was told who is another now, that one has in their list too: as what came last, in the order in which it came. */
const toldPart: Part = {
  name: 'toldNotifications',
  table: 'Notification',
  users: ['userId'],
  async slice(tx, takeover, { limit, now }) {
    const userIds = takeover.users.map(({ from }) => from);
    const told = userIds.length === 0 ? [] : await tx.sql.selectFrom('Notification').selectAll().where('userId', 'in', userIds).orderBy('version').limit(limit).execute();
    for (const { id, userId: was, accountId: under } of told) {
      const [userId, accountId] = [mapped(takeover, was), mapped(takeover, under)];
      const { version } = await writeInbox(tx, { userId, accountId }, {}, { type: 'NOTIFIED', now });
      await tx.sql.updateTable('Notification').set({ userId, accountId, version }).where('id', '=', id).execute();
    }
    return { moved: told.length, dropped: 0, done: told.length < limit };
  },
};

const listsPart: Part = rowsPart({ name: 'notifications', table: 'Notification', account: 'accountId', key: ['id'] });
/** The list of the receiving person stays, and their language. */
const inboxesPart: Part = rowsPart({ name: 'notificationInboxes', table: 'NotificationInbox', account: 'accountId', users: ['userId'], key: ['userId'] });
const preferencesPart: Part = rowsPart({ name: 'notificationPreferences', table: 'NotificationPreference', account: 'accountId', users: ['userId'], key: ['userId', 'type'] });
const textsPart: Part = rowsPart({ name: 'notificationTexts', table: 'NotificationText', account: 'accountId', key: ['id'], unique: ['type', 'accountId', 'site', 'language', 'userType'] });
const mailsPart: Part = rowsPart({ name: 'notificationMails', table: 'NotificationMail', account: 'accountId', key: ['id'] });
