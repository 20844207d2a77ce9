import { expect, test } from 'vitest';
import type { WebhookEndpoint } from '../../../subgraphs/webhooks/entities/webhook-endpoint.ts';
import { secretsOf } from '../../../subgraphs/webhooks/use-cases/send-due.ts';

test('the former secret signs until its time is over, and not after', () => {
  const now = new Date('2026-01-05T09:00:00Z');
  const endpoint = { secret: 'new', previousSecret: 'old' } as WebhookEndpoint;
  expect(secretsOf({ ...endpoint, previousSecretUntil: new Date(now.getTime() + 1) }, now)).toEqual(['new', 'old']);
  expect(secretsOf({ ...endpoint, previousSecretUntil: now }, now)).toEqual(['new']);
  expect(secretsOf({ ...endpoint, previousSecret: null, previousSecretUntil: null }, now)).toEqual(['new']);
});
