import { defineEntity, p } from '@mikro-orm/core';
import type { ViewerKind } from '#kernel/viewer.ts';
import type { NotificationType } from '../domain/notification-types.ts';

/** What an administrator set for an audience: on or off, words, or both. What is empty says for all. */
export const NotificationTextSchema = defineEntity({
  name: 'NotificationText',
  tableName: 'notification_text',
  properties: {
    id: p.string().primary(),
    version: p.integer(),
    type: p.string().$type<NotificationType>(),
    accountId: p.string(),
    site: p.string(),
    language: p.string(),
    userType: p.string().$type<ViewerKind | ''>(),
    enabled: p.boolean().nullable(),
    subject: p.text().nullable(),
    text: p.text().nullable(),
    updatedAt: p.datetime(),
    updatedById: p.string(),
  },
  uniques: [{ properties: ['type', 'accountId', 'site', 'language', 'userType'] }],
});
export class NotificationText extends NotificationTextSchema.class {}
NotificationTextSchema.setClass(NotificationText);
