import { expect, test } from 'vitest';
import { afterAttempt, outcomeOf } from '../../../subgraphs/webhooks/domain/delivery-lifecycle.ts';
import { healthAfter, WELL, type Health } from '../../../subgraphs/webhooks/domain/endpoint-lifecycle.ts';
import { isFilter, typeOf, wants } from '../../../subgraphs/webhooks/domain/event-types.ts';
import { readWebhooksConfig } from '../../../subgraphs/webhooks/config.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const STANDARD = readWebhooksConfig({}).retrySeconds;

test('any 2xx is a yes, 410 a wish to hear nothing more, all else a no', () => {
  expect([200, 202, 204, 299].map(outcomeOf)).toEqual(['TAKEN', 'TAKEN', 'TAKEN', 'TAKEN']);
  expect([null, 100, 301, 302, 308, 400, 401, 404, 429, 500, 503].map(outcomeOf)).toEqual(Array.from({ length: 11 }, () => 'FAILED'));
  expect(outcomeOf(410)).toBe('GONE');
});

test('what fails is tried ten times over three days, as the standard advises, and then given up', () => {
  const waits: number[] = [];
  for (let attempts = 1; ; attempts++) {
    const { status, nextAt } = afterAttempt('FAILED', attempts, NOW, STANDARD, 0.5);
    if (status === 'FAILED') break;
    waits.push((nextAt.getTime() - NOW.getTime()) / 1_000);
  }
  expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
});

test('what failed together comes back a tenth sooner or later', () => {
  const wait = (random: number): number => (afterAttempt('FAILED', 2, NOW, STANDARD, random).nextAt.getTime() - NOW.getTime()) / 1_000;
  expect([wait(0), wait(0.5), wait(1)]).toEqual([270, 300, 330]);
});

test('an endpoint rests after the third failure in a row, never longer than five minutes, and is well with one that is taken', () => {
  let health: Health = { status: 'ACTIVE', ...WELL };
  const rests: (number | null)[] = [];
  for (let i = 0; i < 6; i++) {
    health = healthAfter(health, 'FAILED', NOW, STANDARD, 1_000);
    rests.push(health.restUntil ? (health.restUntil.getTime() - NOW.getTime()) / 1_000 : null);
  }
  expect(rests).toEqual([null, null, 5, 300, 300, 300]);
  expect(healthAfter(health, 'TAKEN', NOW, STANDARD, 1_000)).toEqual({ status: 'ACTIVE', ...WELL });
});

test('an endpoint is switched off when it has taken nothing for as long as one waits, or says that it is gone', () => {
  const failing = healthAfter({ status: 'ACTIVE', ...WELL }, 'FAILED', NOW, STANDARD, 60_000);
  expect(healthAfter(failing, 'FAILED', new Date(NOW.getTime() + 59_999), STANDARD, 60_000)).toMatchObject({ status: 'ACTIVE', failingSince: NOW });
  expect(healthAfter(failing, 'FAILED', new Date(NOW.getTime() + 60_000), STANDARD, 60_000)).toMatchObject({ status: 'DISABLED', disabledReason: 'FAILING' });
  expect(healthAfter({ ...failing, status: 'PAUSED' }, 'FAILED', new Date(NOW.getTime() + 60_000), STANDARD, 60_000).status).toBe('PAUSED');
  expect(healthAfter({ status: 'ACTIVE', ...WELL }, 'GONE', NOW, STANDARD, 60_000)).toMatchObject({ status: 'DISABLED', disabledReason: 'GONE' });
});

test('events have public names, and are wanted one by one, by kind, or all', () => {
  expect(typeOf({ aggregateType: 'shoppingList', type: 'LIST_RENAMED' })).toBe('shopping_list.list_renamed');
  expect(wants(['order.*'], 'order.order_placed')).toBe(true);
  expect(wants(['order.order_canceled', 'quote.*'], 'order.order_placed')).toBe(false);
  expect(wants(['*'], 'cart.cart_created')).toBe(true);
  expect(['*', 'order.*', 'shopping_list.*', 'order.order_placed'].filter(isFilter)).toHaveLength(4);
  expect(['', 'order', 'ord.*', 'orderNotice.*', 'order.', 'order.**', 'Order.*', '*.*', 'order.a b'].filter(isFilter)).toEqual([]);
});
