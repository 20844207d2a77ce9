import { afterAll, expect, test } from 'vitest';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { WebhooksContext } from '../../../subgraphs/webhooks/context.ts';
import { queueEvent } from '../../../subgraphs/webhooks/use-cases/queue-event.ts';
import { startWorld } from '../../support/world.ts';
import { CREATE, ENDPOINT, eventually, startReceiver, TRUSTING } from './receiver.ts';

const world = await startWorld({ env: TRUSTING });
afterAll(() => world[Symbol.asyncDispose]());
const [bea, olga] = [await world.as('bea'), await world.as('olga')];
const ADD = 'mutation ($sku: String!) { addCartLines(lines: [{ sku: $sku }]) { id version priceHash lines { id } } }';
const register = async (url: string, eventTypes: string[]): Promise<{ id: string; secret: string }> => {
  const { createWebhookEndpoint } = await olga.ask(CREATE, { input: { url, eventTypes } });
  return { id: createWebhookEndpoint.endpoint.id, secret: createWebhookEndpoint.secret };
};
const remove = (id: string): Promise<unknown> => olga.ask('mutation ($id: ID!) { deleteWebhookEndpoint(id: $id) }', { id });

test('each change of a cart arrives signed, with its version, numbered without a gap, as the live cart shows it', async () => {
  await using receiver = await startReceiver();
  const { id, secret } = await register(receiver.url, ['cart.*']);
  receiver.secrets.push(secret);
  const { addCartLines: cart } = await bea.ask(ADD, { sku: 'MUG-RED' });
  const live = await bea.watch(`subscription { cartChanged(cartId: "${cart.id}") { version cause } }`);
  const seen = [await live.next()];
  for (const sku of ['MUG-BLUE', 'TEAPOT-1L', 'MUG-RED']) {
    await bea.ask(ADD, { sku });
    seen.push(await live.next());
  }
  await eventually(() => receiver.received.length >= 4, 'four messages');
  expect(receiver.received.map(({ signatures }) => signatures)).toEqual([1, 1, 1, 1]);
  expect(receiver.received.map(({ body }) => body.sequence)).toEqual([1, 2, 3, 4]);
  expect(receiver.received.slice(1).map(({ body }) => [body.data.id, body.data.version, body.data.cause])).toEqual(seen.slice(1).map(({ cartChanged }) => [cart.id, cartChanged.version, cartChanged.cause]));
  expect(receiver.received[1]?.body).toMatchObject({ type: 'cart.lines_added', data: { kind: 'cart', accountId: expect.any(String), actorId: expect.any(String) } });
  expect(JSON.stringify(receiver.received)).not.toMatch(/amount|price|name/i);
  await remove(id);
});

test('an endpoint hears of what it asked for, and of nothing else', async () => {
  await using orders = await startReceiver();
  await using everything = await startReceiver();
  const ids = [(await register(orders.url, ['order.order_placed'])).id, (await register(everything.url, ['*'])).id];
  const { addCartLines: cart } = await bea.ask(ADD, { sku: 'MUG-RED' });
  await bea.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }', { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: 'webhooks' } });
  await world.settle();
  await eventually(() => orders.received.length > 0 && everything.received.some(({ body }) => body.type === 'order.order_placed'), 'both heard of the order');
  expect(orders.received.map(({ body }) => body.type)).toEqual(['order.order_placed']);
  expect(new Set(everything.received.map(({ body }) => body.data.kind))).toContain('cart');
  expect(everything.received.some(({ body }) => /notice|spending|credit/i.test(String(body.data.kind)))).toBe(false);
  for (const id of ids) await remove(id);
});

test('while a secret is changed messages carry both signatures, and then the new one alone', async () => {
  await using receiver = await startReceiver();
  const { id, secret } = await register(receiver.url, ['cart.*']);
  receiver.secrets.push(secret);
  const rotate = async (overlapHours: number): Promise<void> => {
    const { rotateWebhookSecret } = await olga.ask('mutation ($id: ID!, $overlapHours: Float) { rotateWebhookSecret(id: $id, overlapHours: $overlapHours) { secret endpoint { previousSecretUntil } } }', { id, overlapHours });
    expect(receiver.secrets).not.toContain(rotateWebhookSecret.secret);
    receiver.secrets.push(rotateWebhookSecret.secret);
  };
  await rotate(1);
  await bea.ask(ADD, { sku: 'MUG-RED' });
  await eventually(() => receiver.received.length === 1, 'the first message');
  await rotate(0);
  await bea.ask(ADD, { sku: 'MUG-RED' });
  await eventually(() => receiver.received.length === 2, 'the second message');
  expect(receiver.received.map(({ signatures }) => signatures)).toEqual([2, 1]);
  expect((await olga.refused('mutation ($id: ID!) { rotateWebhookSecret(id: $id, overlapHours: 1000) { secret } }', { id })).code).toBe('BAD_USER_INPUT');
  await remove(id);
});

test('an event that is delivered to us twice is one message', async () => {
  await using receiver = await startReceiver();
  const { id } = await register(receiver.url, ['cart.*']);
  await bea.ask(ADD, { sku: 'MUG-RED' });
  await eventually(() => receiver.received.length === 1, 'the message');
  const carts = world.embedded.subgraphs.get('carts')?.db.kernel;
  const event = await carts?.selectFrom('OutboxMessage').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
  const context = world.embedded.subgraphs.get('webhooks')?.contextFor(SYSTEM) as WebhooksContext;
  if (event) await queueEvent(context, event);
  expect((await olga.ask(ENDPOINT, { id })).webhookEndpoint).toMatchObject({ lastSequence: 1, deliveries: { nodes: [{ sequence: 1 }] } });
  await remove(id);
});

test('a paused endpoint is sent nothing, and all of it once it goes on', async () => {
  await using receiver = await startReceiver();
  const { id } = await register(receiver.url, ['cart.*']);
  const set = (active: boolean): Promise<unknown> => olga.ask('mutation ($id: ID!, $active: Boolean) { updateWebhookEndpoint(id: $id, input: { active: $active }) { status } }', { id, active });
  await set(false);
  for (let i = 0; i < 3; i++) await bea.ask(ADD, { sku: 'MUG-RED' });
  await world.settle();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(receiver.received).toEqual([]);
  expect((await olga.ask(ENDPOINT, { id })).webhookEndpoint).toMatchObject({ status: 'PAUSED', lastSequence: 3 });
  await set(true);
  await eventually(() => receiver.received.length === 3, 'what was waiting');
  expect(receiver.received.map(({ body }) => body.sequence)).toEqual([1, 2, 3]);
  await remove(id);
});

test('who answers 410 hears nothing more until it is switched on again', async () => {
  await using receiver = await startReceiver();
  const { id } = await register(receiver.url, ['cart.*']);
  receiver.behave = 410;
  await bea.ask(ADD, { sku: 'MUG-RED' });
  const read = async (): Promise<Record<string, unknown>> => (await olga.ask(ENDPOINT, { id })).webhookEndpoint;
  await eventually(async () => (await read()).status === 'DISABLED', 'it is switched off');
  expect(await read()).toMatchObject({ disabledReason: 'GONE', deliveries: { nodes: [{ status: 'PENDING', attempts: [{ statusCode: 410, answer: 'so it is' }] }] } });
  await bea.ask(ADD, { sku: 'MUG-RED' });
  await world.settle();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(receiver.received).toHaveLength(1);
  receiver.behave = 200;
  await olga.ask('mutation ($id: ID!) { updateWebhookEndpoint(id: $id, input: { active: true }) { status } }', { id });
  await eventually(() => receiver.received.length === 3, 'both messages');
  expect(await read()).toMatchObject({ status: 'ACTIVE', disabledReason: null, failingSince: null });
  await remove(id);
});

test('an administrator tries an endpoint, reads what was sent, and sends it again under the same id', async () => {
  await using receiver = await startReceiver();
  const { id, secret } = await register(receiver.url, ['cart.*']);
  receiver.secrets.push(secret);
  const { testWebhookEndpoint } = await olga.ask('mutation ($id: ID!) { testWebhookEndpoint(id: $id) { statusCode error answer tookMs } }', { id });
  expect(testWebhookEndpoint).toMatchObject({ statusCode: 204, error: null, answer: null });
  expect(receiver.received[0]).toMatchObject({ signatures: 1, body: { type: 'webhook.test' } });
  await bea.ask(ADD, { sku: 'MUG-RED' });
  const nodes = async (): Promise<Record<string, unknown>[]> => (await olga.ask(ENDPOINT, { id })).webhookEndpoint.deliveries.nodes;
  await eventually(async () => (await nodes())[0]?.status === 'DELIVERED', 'it is delivered');
  const [delivery] = await nodes();
  expect(delivery).toMatchObject({ eventId: receiver.received[1]?.id, eventType: 'cart.lines_added', sequence: 1, attempts: [{ statusCode: 204 }] });
  const { replayWebhookDeliveries } = await olga.ask('mutation ($input: WebhookReplayInput!) { replayWebhookDeliveries(input: $input) }', { input: { endpointId: id, deliveryIds: [delivery?.id] } });
  expect(replayWebhookDeliveries).toBe(1);
  await eventually(() => receiver.received.length === 3, 'it came again');
  expect(receiver.received[2]).toMatchObject({ id: receiver.received[1]?.id, body: { sequence: 1 } });
  const replay = 'mutation ($input: WebhookReplayInput!) { replayWebhookDeliveries(input: $input) }';
  expect((await olga.refused(replay, { input: { endpointId: id } })).code).toBe('BAD_USER_INPUT');
  await eventually(async () => (await nodes())[0]?.status === 'DELIVERED', 'it is delivered again');
  const other = await register(receiver.url, ['quote.*']);
  const times = async (input: object): Promise<number> => (await olga.ask(replay, { input })).replayWebhookDeliveries;
  expect(await times({ endpointId: other.id, deliveryIds: [delivery?.id] }), 'of another endpoint').toBe(0);
  expect(await times({ endpointId: id, since: '2020-01-01T00:00:00Z' }), 'none was given up').toBe(0);
  expect(await times({ endpointId: id, since: '2999-01-01T00:00:00Z', deliveredToo: true }), 'not made since').toBe(0);
  expect(await times({ endpointId: id, since: '2020-01-01T00:00:00Z', deliveredToo: true })).toBe(1);
  await remove(other.id);
  await remove(id);
});

test('a redirect is not followed', async () => {
  await using inside = await startReceiver();
  await using receiver = await startReceiver();
  receiver.behave = (_message, response) => response.writeHead(302, { location: inside.url }).end();
  const { id } = await register(receiver.url, ['cart.*']);
  const { testWebhookEndpoint } = await olga.ask('mutation ($id: ID!) { testWebhookEndpoint(id: $id) { statusCode } }', { id });
  expect([testWebhookEndpoint.statusCode, inside.received]).toEqual([302, []]);
  await remove(id);
});

test('only administrators have to do with endpoints, and none is told a secret a second time', async () => {
  const { id } = await register('http://127.0.0.1:9/hook', ['order.*']);
  for (const name of ['bea', 'sam', 'cat', 'guest']) {
    const other = await world.as(name as 'bea');
    expect((await other.refused(CREATE, { input: { url: 'http://127.0.0.1:9/', eventTypes: ['*'] } })).code).toBe('FORBIDDEN');
    expect((await other.refused('{ webhookEndpoints { id } }')).code).toBe('FORBIDDEN');
    expect((await other.refused(ENDPOINT, { id })).code).toBe('FORBIDDEN');
    for (const mutation of ['deleteWebhookEndpoint(id: $id)', 'rotateWebhookSecret(id: $id) { secret }', 'testWebhookEndpoint(id: $id) { statusCode }', 'updateWebhookEndpoint(id: $id, input: { active: false }) { id }', 'replayWebhookDeliveries(input: { endpointId: $id, since: "2026-01-01T00:00:00Z" })']) {
      expect((await other.refused(`mutation ($id: ID!) { ${mutation} }`, { id })).code).toBe('FORBIDDEN');
    }
  }
  const { webhookEndpoints } = await olga.ask('{ webhookEndpoints { id version status } }');
  expect(webhookEndpoints[0]).toEqual({ id, version: 1, status: 'ACTIVE' });
  await remove(id);
});

test('a change on top of another is told so, and what is wrong with an endpoint is named', async () => {
  const { id } = await register('http://127.0.0.1:9/hook', ['order.*']);
  const update = 'mutation ($id: ID!, $input: WebhookEndpointUpdate!, $version: Int) { updateWebhookEndpoint(id: $id, input: $input, expectedVersion: $version) { version eventTypes description } }';
  expect((await olga.ask(update, { id, input: { eventTypes: ['quote.*'], description: 'The ERP' }, version: 1 })).updateWebhookEndpoint).toEqual({ version: 2, eventTypes: ['quote.*'], description: 'The ERP' });
  expect(await olga.refused(update, { id, input: { active: false }, version: 1 })).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 2 } });
  expect(await olga.refused(CREATE, { input: { url: 'ftp://example.com', eventTypes: ['*'] } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'url', reason: 'NOT_A_URL' } });
  expect(await olga.refused(CREATE, { input: { url: 'http://127.0.0.1:9/', eventTypes: ['orders.*', 'order.*'] } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'eventTypes', wrong: ['orders.*'] } });
  expect((await olga.refused(ENDPOINT, { id: 'none' })).code).toBe('NOT_FOUND');
  expect(await olga.refused(update, { id, input: { url: 'file:///etc/passwd' } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'url' } });
  expect(await olga.refused(update, { id, input: { eventTypes: [] } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'eventTypes' } });
  expect((await olga.refused('{ webhookEndpoints { secret } }')).code).toBe('GRAPHQL_VALIDATION_FAILED');
  await remove(id);
  expect((await olga.refused(ENDPOINT, { id })).code).toBe('NOT_FOUND');
});

test('unless the network is trusted nothing inside it can be named, nor is it called when it was named before', async () => {
  await using strict = await startWorld();
  await using receiver = await startReceiver();
  const admin = await strict.as('olga');
  const refused = await admin.refused(CREATE, { input: { url: receiver.url.replace('http', 'https'), eventTypes: ['*'] } });
  expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', details: { reason: 'PRIVATE_ADDRESS' } });
  const { createWebhookEndpoint: made } = await admin.ask(CREATE, { input: { url: 'https://hooks.example.com/', eventTypes: ['*'] } });
  // As if it had been registered while the network was trusted.
  await strict.embedded.subgraphs.get('webhooks')?.db.kernel.updateTable('WebhookEndpoint' as never).set({ url: receiver.url } as never).execute();
  const { testWebhookEndpoint } = await admin.ask('mutation ($id: ID!) { testWebhookEndpoint(id: $id) { statusCode error } }', { id: made.endpoint.id });
  expect(testWebhookEndpoint).toEqual({ statusCode: null, error: 'the URL may not be called: NOT_HTTPS' });
  expect(receiver.received).toEqual([]);
});
