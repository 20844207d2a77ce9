import { defineEntity, p } from '@mikro-orm/core';
import type { NotificationType } from '../domain/notification-types.ts';

/** What one person was told, in the words of that moment. */
export const NotificationSchema = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    /** That of the notice it was made of, so that a notice told twice is here once. */
    id: p.string().primary(),
    userId: p.string(),
    /** The reader's own account. */
    accountId: p.string(),
    /** That of the reader's list since it is in it. */
    version: p.integer(),
    type: p.string().$type<NotificationType>(),
    subject: p.text(),
    text: p.text(),
    /** The same without prices, where that differs: rights may be taken away later. */
    plainSubject: p.text().nullable(),
    plainText: p.text().nullable(),
    aboutKind: p.string(),
    aboutId: p.string(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['userId', 'version'] }],
  indexes: [{ properties: ['accountId', 'userId', 'version'] }, { properties: ['userId', 'readAt', 'version'] }, { properties: ['createdAt'] }],
});
export class Notification extends NotificationSchema.class {}
NotificationSchema.setClass(Notification);
