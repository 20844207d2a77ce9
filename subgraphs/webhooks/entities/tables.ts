import { WebhookAttempt, WebhookAttemptSchema } from './webhook-attempt.ts';
import { WebhookDelivery, WebhookDeliverySchema } from './webhook-delivery.ts';
import { WebhookEndpoint, WebhookEndpointSchema } from './webhook-endpoint.ts';

export interface WebhooksTables {
  WebhookEndpoint: WebhookEndpoint;
  WebhookDelivery: WebhookDelivery;
  WebhookAttempt: WebhookAttempt;
}

export const webhooksEntities = [WebhookEndpointSchema, WebhookDeliverySchema, WebhookAttemptSchema];
