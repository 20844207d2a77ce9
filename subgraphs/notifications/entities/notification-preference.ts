import { defineEntity, p } from '@mikro-orm/core';
import type { NotificationType } from '../domain/notification-types.ts';

/** Whether one person wants e-mail of a type; without a row they do. */
export const NotificationPreferenceSchema = defineEntity({
  name: 'NotificationPreference',
  tableName: 'notification_preference',
  properties: {
    userId: p.string().primary(),
    type: p.string().$type<NotificationType>().primary(),
    accountId: p.string(),
    email: p.boolean(),
    updatedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'userId'] }],
});
export class NotificationPreference extends NotificationPreferenceSchema.class {}
NotificationPreferenceSchema.setClass(NotificationPreference);
