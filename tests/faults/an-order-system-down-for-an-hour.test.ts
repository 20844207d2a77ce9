import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { report, rounded } from '../support/figures.ts';
import type { OrderSystem } from '../support/order-system.ts';
import type { Data, Session } from '../support/session.ts';
import { placeOne, readOrder, startChannels, HAND_OVERS, type ChannelsWorld, SOON } from '../stories/channels/outside-orders.ts';

const ORDERS = Number(process.env.ORDERS ?? 24);
const BESIDE = 60;
const ADD = 'mutation { addCartLines(lines: [{ sku: "CARD-BDAY" }]) { id version } }';

interface Outcome {
  readonly placed: number;
  readonly taken: number;
  readonly lost: number;
  readonly doubled: number;
}

/** What became of orders, as the buyer and the system outside see it. */
async function outcomeOf(buyer: Session, { made, documents }: OrderSystem, ids: readonly string[]): Promise<Outcome> {
  const seen = await Promise.all(ids.map((id) => readOrder(buyer, id)));
  const right = seen.filter(({ id, number, handOver }) => handOver === 'HANDED_OVER' && documents.get(number)?.reference === id);
  return { placed: ids.length, taken: right.length, lost: ids.length - right.length, doubled: [...made.values()].filter((count) => count > 1).length + (documents.size - new Set([...documents.values()].map(({ reference }) => reference)).size) };
}

/** Lets time pass until all that was placed is there. */
async function untilTaken({ clock, system }: ChannelsWorld, ids: readonly string[], stepMs: number): Promise<void> {
  await expect
    .poll(async () => {
      clock.advance(stepMs);
      await sleep(60);
      return ids.filter((id) => system.made.has(id)).length;
    }, { timeout: 30_000, interval: 10 })
    .toBe(ids.length);
}

const allSettled = async (buyer: Session, ids: readonly string[]): Promise<void> => {
  for (const id of ids) await expect.poll(async () => (await readOrder(buyer, id)).handOver, { timeout: 10_000 }).toBe('HANDED_OVER');
};

test('an order system that is down for an hour has each order once afterwards; who orders meanwhile notices nothing [F56, EXT-14]', async () => {
  await using outside = await startChannels();
  const { world, system, clock } = outside;
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const ids: string[] = [];
  system.behave('FAILING');
  for (let i = 0; i < ORDERS; i++) {
    ids.push((await placeOne(bea, 'CARD-BDAY')).id);
    clock.advance(3_600_000 / ORDERS);
    await sleep(60);
  }
  const asked = system.calls.length;
  expect((await olga.ask(HAND_OVERS, { status: 'PENDING' })).handOvers.nodes.length).toBe(Math.min(20, ORDERS));
  expect(system.made.size).toBe(0);
  system.behave('WELL');
  const back = performance.now();
  await untilTaken(outside, ids, 10_000);
  await allSettled(bea, ids);
  const outcome = await outcomeOf(bea, system, ids);
  report('an order system down for an hour', { ...outcome, askedMeanwhile: asked, recoveredInMs: rounded(performance.now() - back, 0) });
  expect(outcome).toEqual({ placed: ORDERS, taken: ORDERS, lost: 0, doubled: 0 });
  expect(asked).toBeLessThan(4 * ORDERS); // tried with one, not stormed with all that waits
});

test('answers that are lost, slow, cut or come twice double nothing; each order goes out under one id and to the byte the same [F56, EXT-14]', async () => {
  await using outside = await startChannels({ CARTWRIGHT_CHANNELS_SUBMIT_TIMEOUT_MS: '200' });
  const { world, system, clock } = outside;
  const bea = await world.as('bea');
  const ids: string[] = [];
  for (const mood of ['CUT_AFTER', 'SILENT', 'SLOW', 'CUT', 'FAILING', 'WELL'] as const) {
    system.behave(mood, 'submit-order');
    for (let i = 0; i < 3; i++) ids.push((await placeOne(bea, 'CARD-BDAY')).id);
    for (let i = 0; i < 5; i++) {
      await sleep(80);
      clock.advance(61_000);
    }
  }
  await untilTaken(outside, ids, 61_000);
  await allSettled(bea, ids);
  const outcome = await outcomeOf(bea, system, ids);
  const sent = Map.groupBy(system.calls.filter(({ name }) => name === 'submit-order'), ({ question }) => question.order as string);
  const changed = [...sent.values()].filter((calls) => new Set(calls.map(({ id, body }) => `${id} ${body}`)).size > 1).length;
  report('answers of an order system lost, slow or cut', { ...outcome, sent: [...sent.values()].flat().length, changed });
  expect({ ...outcome, changed }).toEqual({ placed: ids.length, taken: ids.length, lost: 0, doubled: 0, changed: 0 });
});

test('answers about another order, without a number or with one that another order has are none; the others go on, and the truth is taken in the end [EXT-14, EXT-17]', async () => {
  await using outside = await startChannels();
  const { world, system } = outside;
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const first = await placeOne(bea, 'CARD-BDAY');
  await allSettled(bea, [first.id]);
  const { number } = await readOrder(bea, first.id);
  const lies: readonly (readonly [string, (honest: Data) => unknown])[] = [
    ['another order', (honest) => ({ ...honest, order: first.id })],
    ['no number', (honest) => ({ ...honest, number: '' })],
    ['a number for a mail header', (honest) => ({ ...honest, number: 'SO-1\r\nBcc: all@acme.example' })],
    ['the number of another', (honest) => ({ ...honest, number })],
    ['no word whether', ({ taken: _taken, ...honest }) => honest],
    ['no object', () => '[]'],
    ['no JSON', () => '<html>'],
  ];
  const ids: string[] = [];
  for (const [, lie] of lies) {
    system.behave((honest, question) => (question.order === ids.at(-1) || !ids.includes(question.order) ? lie(honest) : honest), 'submit-order');
    const { id } = await placeOne(bea, 'CARD-BDAY');
    ids.push(id);
    await expect.poll(async () => (await olga.ask(HAND_OVERS, {})).handOvers.nodes[0], SOON).toMatchObject({ id, status: 'PENDING', number: null, problem: expect.stringMatching(/MALFORMED/) });
    expect((await readOrder(bea, id)).handOver).toBe('PENDING');
    system.behave('WELL', 'submit-order');
    const honest = await placeOne(bea, 'CARD-BDAY');
    await allSettled(bea, [honest.id]); // one that is answered wrongly holds up nobody
  }
  await untilTaken(outside, ids, 600_000);
  await allSettled(bea, ids);
  system.behave((honest) => ({ ...honest, total: '1.00' }), 'submit-order');
  const cheap = await placeOne(bea, 'CARD-BDAY');
  await allSettled(bea, [cheap.id]);
  expect((await olga.ask(HAND_OVERS, {})).handOvers.nodes[0]).toMatchObject({ id: cheap.id, differingTotal: { amount: '1.00' } });
  const outcome = await outcomeOf(bea, system, [first.id, ...ids, cheap.id]);
  report('an order system that lies', { lies: lies.length, ...outcome });
  expect(outcome).toMatchObject({ lost: 0, doubled: 0 });
});

test('an order at which it fails each time holds up no other', async () => {
  await using outside = await startChannels();
  const { world, system, clock } = outside;
  const bea = await world.as('bea');
  system.failAt(({ lines }) => lines?.[0].sku === 'TEAPOT-1L');
  const bad = (await placeOne(bea, 'TEAPOT-1L')).id;
  const ids: string[] = [];
  for (let i = 0; i < 6; i++) {
    await sleep(80);
    ids.push((await placeOne(bea, 'CARD-BDAY')).id);
    clock.advance(70_000);
  }
  await untilTaken(outside, ids, 5_000);
  await allSettled(bea, ids);
  const tries = system.calls.filter(({ name, question }) => name === 'submit-order' && question.order === bad).length;
  report('an order at which an order system fails', { beside: ids.length, taken: ids.length, tries });
  expect(tries).toBeGreaterThan(2);
  expect((await readOrder(bea, bad)).handOver).toBe('PENDING');
});

test('while it hangs, who fills carts beside it is as fast as alone [F56]', async () => {
  await using outside = await startChannels({ CARTWRIGHT_CHANNELS_REST_SECONDS: '0.05', CARTWRIGHT_CHANNELS_SUBMIT_TIMEOUT_MS: '300' });
  const { world, system } = outside;
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const timed = async (): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < BESIDE; i++) {
      const before = performance.now();
      await ben.ask(ADD);
      times.push(performance.now() - before);
    }
    return times.toSorted((a, b) => a - b)[BESIDE / 2] ?? 0;
  };
  await timed(); // warm
  const alone = await timed();
  system.behave('SLOW');
  for (let i = 0; i < 12; i++) await placeOne(bea, 'CARD-BDAY');
  const beside = await timed();
  report('an order system that hangs', { aloneMs: rounded(alone, 2), besideMs: rounded(beside, 2), ratio: rounded(beside / alone, 2) });
  expect(beside).toBeLessThan(alone * 3 + 2);
});
