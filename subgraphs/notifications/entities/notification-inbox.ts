import { defineEntity, p } from '@mikro-orm/core';

/** One person's list of notifications as a whole: how often it has changed, and in which language they are told. */
export const NotificationInboxSchema = defineEntity({
  name: 'NotificationInbox',
  tableName: 'notification_inbox',
  properties: {
    userId: p.string().primary(),
    accountId: p.string(),
    version: p.integer(),
    /** A BCP 47 tag in small letters; null for that of the site. */
    language: p.string().nullable(),
    updatedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'userId'] }],
});
export class NotificationInbox extends NotificationInboxSchema.class {}
NotificationInboxSchema.setClass(NotificationInbox);
