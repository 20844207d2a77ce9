import { defineEntity, p } from '@mikro-orm/core';

/** One try to send one message, and what the receiver said. */
export const WebhookAttemptSchema = defineEntity({
  name: 'WebhookAttempt',
  tableName: 'webhook_attempt',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    deliveryId: p.string(),
    at: p.datetime(),
    tookMs: p.integer(),
    statusCode: p.integer().nullable(),
    /** Why there is no status, or no more of the answer. */
    error: p.string().nullable(),
    /** How the receiver's answer began. */
    answer: p.string().nullable(),
  },
  indexes: [{ properties: ['accountId', 'deliveryId'] }, { properties: ['deliveryId', 'id'] }],
});
export class WebhookAttempt extends WebhookAttemptSchema.class {}
WebhookAttemptSchema.setClass(WebhookAttempt);
