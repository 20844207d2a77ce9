import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { freePort, startChild } from '../support/child-product.ts';
import { report } from '../support/figures.ts';
import { openSession, type Data } from '../support/session.ts';
import { startWorld } from '../support/world.ts';
import { CREATE, ENDPOINT, eventually, startReceiver, TRUSTING, type Received, type Receiver } from '../stories/webhooks/receiver.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const CHANGES = 60;
const ROUNDS = Number(process.env.ROUNDS ?? 2);
const ADD = 'mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id version } }';

/** Messages that were taken: one an id, the first time it came. */
const taken = (received: readonly Received[]): Received[] => [...new Map(received.toReversed().map((each) => [each.id, each])).values()].toReversed();

/** Whether the versions of each thing came in their order, with none left out from the first that was heard of. */
function gaps(received: readonly Received[]): number {
  const last = new Map<string, number>();
  let found = 0;
  for (const { body } of taken(received)) {
    const before = last.get(body.data.id);
    if (before !== undefined && body.data.version !== before + 1) found++;
    last.set(body.data.id, body.data.version);
  }
  return found;
}

test('a receiver that is down for an hour gets all of it afterwards, in order, and nobody else notices [F56]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock, env: TRUSTING });
  await using down = await startReceiver();
  await using well = await startReceiver();
  const olga = await world.as('olga');
  const [id] = [await register(olga, down), await register(olga, well)];
  down.behave = 503;
  const buyers = await Promise.all(['bea', 'ben', 'cat', 'guest'].map((name) => world.as(name as 'bea')));
  const STEPS = 60;
  for (let minute = 0; minute < STEPS; minute++) {
    for (let i = 0; i < CHANGES / STEPS; i++) await buyers[(minute + i) % buyers.length]?.ask(ADD);
    clock.advance(60_000);
    await world.settle();
    await sleep(60);
  }
  await eventually(() => taken(well.received).length === CHANGES, 'the well one has all');
  const asked = down.received.length;
  const read = async (): Promise<Data> => (await olga.ask(ENDPOINT, { id })).webhookEndpoint;
  expect(await read()).toMatchObject({ status: 'ACTIVE', lastSequence: CHANGES });
  down.received.length = 0;
  down.behave = 204;
  await eventually(async () => {
    clock.advance(60_000);
    await sleep(60);
    return taken(down.received).length === CHANGES;
  }, 'all that was missed');
  report('a receiver down for an hour', { changes: CHANGES, askedMeanwhile: asked, afterwards: down.received.length, twice: down.received.length - CHANGES, gaps: gaps(down.received), wellGaps: gaps(well.received), wellTwice: well.received.length - CHANGES });
  expect([gaps(down.received), gaps(well.received), down.received.length, well.received.length]).toEqual([0, 0, CHANGES, CHANGES]);
  expect(new Set(down.received.map(({ body }) => body.sequence)).size).toBe(CHANGES);
  expect(asked).toBeLessThan(30); // left alone for minutes at a time, not stormed with all that waits
  expect(await read()).toMatchObject({ status: 'ACTIVE', failingSince: null });
});

test('a receiver that never answers, cuts, lies or floods holds up no buyer and no other receiver [F56]', async () => {
  await using world = await startWorld({ env: { ...TRUSTING, CARTWRIGHT_WEBHOOKS_TIMEOUT_SECONDS: '0.5', CARTWRIGHT_WEBHOOKS_RETRY_SECONDS: '0,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2' } });
  const olga = await world.as('olga');
  const bea = await world.as('bea');
  const alone = await timesOf(() => bea.ask(ADD), CHANGES);
  const behaviours: Receiver['behave'][] = [
    () => undefined,
    (_message, response) => void response.destroy(),
    (_message, response) => void response.writeHead(200, { 'content-length': '10' }).write('short'),
    (_message, response) => flood(response),
  ];
  await using well = await startReceiver();
  const bad = await Promise.all(behaviours.map(() => startReceiver()));
  await using _bad = { [Symbol.asyncDispose]: async () => void (await Promise.all(bad.map((each) => each[Symbol.asyncDispose]()))) };
  for (const [i, each] of bad.entries()) {
    each.behave = behaviours[i] ?? 500;
    await register(olga, each);
  }
  await register(olga, well);
  const beside = await timesOf(() => bea.ask(ADD), CHANGES);
  await eventually(() => taken(well.received).length === CHANGES, 'the well one has all');
  report('receivers that misbehave', { addP50AloneMs: alone, addP50BesideMs: beside, ratio: Math.round((100 * beside) / alone) / 100, well: well.received.length, wellGaps: gaps(well.received), silent: bad[0]?.received.length, cut: bad[1]?.received.length, short: bad[2]?.received.length, flood: bad[3]?.received.length });
  expect([gaps(well.received), taken(well.received).length]).toEqual([0, CHANGES]);
  expect(beside).toBeLessThan(5 * alone + 20);
  // They come to their senses.
  for (const each of bad) each.behave = 200;
  for (const each of bad) {
    await eventually(() => taken(each.received).length === CHANGES, 'all that was missed');
    expect(gaps(each.received)).toBe(0);
  }
});

test('a message that a receiver cannot digest is given up after its attempts, and what comes after it goes on [F56]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock, env: { ...TRUSTING, CARTWRIGHT_WEBHOOKS_RETRY_SECONDS: '0,5,300,1800' } });
  await using receiver = await startReceiver();
  const [olga, bea, cat] = [await world.as('olga'), await world.as('bea'), await world.as('cat')];
  const id = await register(olga, receiver);
  let poison = '';
  receiver.behave = (message, response) => void response.writeHead(message.id === (poison ||= message.id) ? 500 : 204).end();
  await bea.ask(ADD);
  await eventually(() => poison !== '', 'the first message');
  const nodes = async (): Promise<Data[]> => (await olga.ask(ENDPOINT, { id })).webhookEndpoint.deliveries.nodes;
  // Hours of quiet between what others do: each time the endpoint was unwell and is back.
  await eventually(async () => {
    clock.advance(1_800_000);
    await cat.ask(ADD);
    await world.settle();
    await sleep(60);
    return (await nodes()).some(({ eventId, status }) => eventId === poison && status === 'FAILED');
  }, 'it is given up');
  expect(receiver.received.filter((message) => message.id === poison)).toHaveLength(4);
  await bea.ask(ADD);
  await eventually(async () => (await nodes()).every(({ eventId, status }) => eventId === poison || status === 'DELIVERED'), 'all else is delivered');
});

test('a product killed while it sends tells everything, twice at most under one id, and numbers without a gap [F02, F56]', async () => {
  await using folder = temporaryFolder();
  await using receiver = await startReceiver();
  receiver.behave = (_message, response) => void setTimeout(() => response.writeHead(204).end(), 10);
  const port = await freePort();
  const env = { ...TRUSTING, CARTWRIGHT_WEBHOOKS_TIMEOUT_SECONDS: '1' };
  let product = await startChild(join(folder.path), port, { env });
  const { createWebhookEndpoint } = await (await openSession(product.url, 'olga')).ask(CREATE, { input: { url: receiver.url, eventTypes: ['cart.*'] } });
  const acknowledged = new Map<string, Set<number>>();
  for (let round = 0; round < ROUNDS; round++) {
    const sessions = await Promise.all(['bea', 'ben', 'cat'].map((name) => openSession(product.url, name as 'bea')));
    let going = true;
    const adding = sessions.map(async (session) => {
      while (going) {
        const answer = await session.ask(ADD).catch(() => undefined);
        if (!answer) continue;
        const { id, version } = answer.addCartLines;
        acknowledged.set(id, (acknowledged.get(id) ?? new Set()).add(version));
      }
    });
    await sleep(400 + Math.random() * 600);
    await product.kill();
    going = false;
    await Promise.all(adding);
    for (const session of sessions) await session.close();
    product = await startChild(join(folder.path), port, { env });
  }
  const due = [...acknowledged].flatMap(([id, versions]) => [...versions].map((version) => `${id}:${version}`));
  const had = (): Set<string> => new Set(receiver.received.map(({ body }) => `${body.data.id}:${body.data.version}`));
  const end = Date.now() + 60_000; // what was under way when it was killed waits for its lease to end
  while (due.some((each) => !had().has(each)) && Date.now() < end) await sleep(100);
  await sleep(500);
  const sequences = [...new Set(taken(receiver.received).map(({ body }) => Number(body.sequence)))].sort((a, b) => a - b);
  const lost = due.filter((each) => !had().has(each)).length;
  const messages = new Set(receiver.received.map(({ id }) => id)).size;
  const { webhookEndpoint } = await (await openSession(product.url, 'olga')).ask(ENDPOINT, { id: createWebhookEndpoint.endpoint.id });
  report('kill -9 while webhooks are sent', { kills: ROUNDS, acknowledged: due.length, messages, sentAgain: receiver.received.length - messages, lost, gaps: gaps(receiver.received), highest: sequences.at(-1) });
  await product.stop();
  expect([lost, gaps(receiver.received)]).toEqual([0, 0]);
  expect(sequences).toEqual(Array.from({ length: webhookEndpoint.lastSequence }, (_, i) => i + 1));
  expect(sequences).toHaveLength(messages); // one number an id, one id a number
}, 180_000);

async function register(olga: { ask(query: string, variables?: Record<string, unknown>): Promise<Data> }, { url }: Receiver): Promise<string> {
  return (await olga.ask(CREATE, { input: { url, eventTypes: ['cart.*'] } })).createWebhookEndpoint.endpoint.id;
}

/** @returns the median, in milliseconds */
async function timesOf(work: () => Promise<unknown>, times: number): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return Math.round(10 * (took.sort((a, b) => a - b)[times >> 1] ?? 0)) / 10;
}

function flood(response: { writeHead(status: number): { write(text: string): boolean }; write(text: string): boolean; on(event: string, handler: () => void): unknown; destroyed: boolean }): void {
  response.writeHead(500);
  const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write('x'.repeat(100_000))), 1);
  response.on('close', () => clearInterval(timer));
}
