import { registerEnumType } from 'type-graphql';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../domain/delivery-lifecycle.ts';
import { DISABLED_REASONS, ENDPOINT_STATUSES, type DisabledReason, type EndpointStatus } from '../domain/endpoint-lifecycle.ts';

/** type-graphql wants an object for an enum; the union of literals stays the type. */
export const EndpointStatusEnum = Object.fromEntries(ENDPOINT_STATUSES.map((status) => [status, status])) as { [S in EndpointStatus]: S };
registerEnumType(EndpointStatusEnum, {
  name: 'WebhookEndpointStatus',
  description: 'Whether an endpoint is sent to. Whatever it is, messages are made for it.',
  valuesConfig: {
    ACTIVE: { description: 'It is sent to.' },
    PAUSED: { description: 'An administrator paused it.' },
    DISABLED: { description: 'It was switched off, for the reason given.' },
  },
});

export const DisabledReasonEnum = Object.fromEntries(DISABLED_REASONS.map((reason) => [reason, reason])) as { [R in DisabledReason]: R };
registerEnumType(DisabledReasonEnum, {
  name: 'WebhookDisabledReason',
  description: 'Why an endpoint was switched off.',
  valuesConfig: {
    GONE: { description: 'It answered 410 Gone.' },
    FAILING: { description: 'It took nothing for days.' },
  },
});

export const DeliveryStatusEnum = Object.fromEntries(DELIVERY_STATUSES.map((status) => [status, status])) as { [S in DeliveryStatus]: S };
registerEnumType(DeliveryStatusEnum, {
  name: 'WebhookDeliveryStatus',
  description: 'What became of a message.',
  valuesConfig: {
    PENDING: { description: 'It is being sent, or waits to be sent again.' },
    DELIVERED: { description: 'The receiver answered with a status of 200 to 299.' },
    FAILED: { description: 'It was given up after the last attempt; replayWebhookDeliveries sends it again.' },
  },
});
