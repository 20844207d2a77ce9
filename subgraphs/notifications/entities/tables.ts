import { Notification, NotificationSchema } from './notification.ts';
import { NotificationInbox, NotificationInboxSchema } from './notification-inbox.ts';
import { NotificationMail, NotificationMailSchema } from './notification-mail.ts';
import { NotificationPreference, NotificationPreferenceSchema } from './notification-preference.ts';
import { NotificationText, NotificationTextSchema } from './notification-text.ts';

export interface NotificationsTables {
  Notification: Notification;
  NotificationInbox: NotificationInbox;
  NotificationMail: NotificationMail;
  NotificationPreference: NotificationPreference;
  NotificationText: NotificationText;
}

export const notificationsEntities = [NotificationSchema, NotificationInboxSchema, NotificationMailSchema, NotificationPreferenceSchema, NotificationTextSchema];
