import { defineEntity, p } from '@mikro-orm/core';
import { MAIL_STATUSES, type MailStatus } from '../domain/mail-lifecycle.ts';

/** One e-mail: written once, sent until a server has taken it, or given up. */
export const NotificationMailSchema = defineEntity({
  name: 'NotificationMail',
  tableName: 'notification_mail',
  properties: {
    /** That of the notice it was made of; its Message-ID is made of it too. */
    id: p.string().primary(),
    /** Whose data it is about. */
    accountId: p.string(),
    /** The address, alone. */
    to: p.string(),
    subject: p.text(),
    text: p.text(),
    status: p.string().$type<MailStatus>(),
    attempts: p.integer(),
    /** Nobody else sends it before then. */
    nextAt: p.datetime(),
    createdAt: p.datetime(),
    settledAt: p.datetime().nullable(),
    /** Why the last attempt failed, in a few words of the mail server. */
    failure: p.string().nullable(),
  },
  indexes: [{ properties: ['accountId', 'id'] }, { properties: ['status', 'nextAt'] }, { properties: ['settledAt'] }],
  checks: [{ name: 'notification_mail_status', expression: `status in ('${MAIL_STATUSES.join("', '")}')` }],
});
export class NotificationMail extends NotificationMailSchema.class {}
NotificationMailSchema.setClass(NotificationMail);
