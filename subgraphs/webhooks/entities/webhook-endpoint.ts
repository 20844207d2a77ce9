import { defineEntity, p } from '@mikro-orm/core';
import { ENDPOINT_STATUSES, type DisabledReason, type EndpointStatus } from '../domain/endpoint-lifecycle.ts';

/** A place outside that is told of what happens. */
export const WebhookEndpointSchema = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoint',
  properties: {
    id: p.string().primary(),
    version: p.integer(),
    /** The account of the seller who registered it. */
    accountId: p.string(),
    url: p.string(),
    description: p.string().nullable(),
    /** What it wants to hear of, such as "order.*". */
    eventTypes: p.json<readonly string[]>(),
    secret: p.string(),
    /** Signs too until then, so that a receiver can change over in its own time. */
    previousSecret: p.string().nullable(),
    previousSecretUntil: p.datetime().nullable(),
    status: p.string().$type<EndpointStatus>(),
    disabledReason: p.string().$type<DisabledReason>().nullable(),
    /** The number of the last message made for it. */
    lastSequence: p.integer(),
    /** Since when nothing has arrived; null while it is well. */
    failingSince: p.datetime().nullable(),
    /** How many attempts in a row have failed. */
    failures: p.integer(),
    /** Not sent to before then; null while it is well. */
    restUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    createdById: p.string(),
  },
  indexes: [{ properties: ['accountId', 'id'] }],
  checks: [{ name: 'webhook_endpoint_status', expression: `status in ('${ENDPOINT_STATUSES.join("', '")}')` }],
});
export class WebhookEndpoint extends WebhookEndpointSchema.class {}
WebhookEndpointSchema.setClass(WebhookEndpoint);
