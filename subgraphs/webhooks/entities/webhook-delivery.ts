import { defineEntity, p } from '@mikro-orm/core';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../domain/delivery-lifecycle.ts';

/** One message to one endpoint: written once, sent until it is taken or given up. */
export const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    endpointId: p.string(),
    /** The message is known by it to the receiver, however often it is sent. */
    eventId: p.string(),
    eventType: p.string(),
    aggregateType: p.string(),
    aggregateId: p.string(),
    aggregateVersion: p.integer(),
    /** Counts the messages of an endpoint, without a gap. */
    sequence: p.integer(),
    /** As it is signed and sent, to the byte. */
    body: p.text(),
    status: p.string().$type<DeliveryStatus>(),
    /** Since it was last queued. */
    attempts: p.integer(),
    /** Nobody else sends it before then. */
    nextAt: p.datetime(),
    createdAt: p.datetime(),
    settledAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['endpointId', 'eventId'] }, { properties: ['endpointId', 'sequence'] }],
  indexes: [{ properties: ['accountId', 'endpointId'] }, { properties: ['status', 'nextAt'] }, { properties: ['endpointId', 'aggregateId', 'status'] }, { properties: ['settledAt'] }],
  checks: [{ name: 'webhook_delivery_status', expression: `status in ('${DELIVERY_STATUSES.join("', '")}')` }],
});
export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
