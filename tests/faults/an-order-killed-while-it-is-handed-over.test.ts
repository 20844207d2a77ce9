import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort, startChild } from '../support/child-product.ts';
import { report, rounded } from '../support/figures.ts';
import { startOrderSystem } from '../support/order-system.ts';
import { openSession } from '../support/session.ts';
import { ORDER, placeOne } from '../stories/channels/outside-orders.ts';
import { gapsOf, undeliveredOf } from './support/audit.ts';
import { readRecords } from './support/records.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 1);
const ORDERS = 6;

test('killed between sending an order and noting what came of it, each is there once, and all are known by their numbers [EXT-14, EXT-17]', async () => {
  await using folder = temporaryFolder();
  await using system = await startOrderSystem();
  const port = await freePort();
  const env = { ...system.settings, CARTWRIGHT_CHANNELS_SUBMIT_TIMEOUT_MS: '400', CARTWRIGHT_CHANNELS_REST_SECONDS: '0.2' };
  let product = await startChild(folder.path, port, { env });
  const ids: string[] = [];
  let recovered = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const bea = await openSession(product.url, 'bea');
    const before = system.made.size;
    system.behave(round % 2 === 0 ? 'SILENT' : 'WELL', 'submit-order'); // it takes them over, and is not heard
    while (ids.length < (round + 1) * ORDERS) {
      await placeOne(bea, 'CARD-BDAY').then(({ id }) => ids.push(id), () => sleep(20)); // the cart before it is being closed
    }
    await expect.poll(() => system.made.size, { timeout: 10_000, interval: 2 }).toBeGreaterThan(before);
    await sleep((round * 7) % 40); // at another moment each time
    await product.kill();
    await bea.close();
    system.behave('WELL', 'submit-order');
    product = await startChild(folder.path, port, { env });
    const up = performance.now();
    const again = await openSession(product.url, 'bea');
    for (const id of ids.slice(-ORDERS)) await expect.poll(async () => (await again.ask(ORDER, { id })).order.handOver, { timeout: 20_000 }).toBe('HANDED_OVER');
    recovered = Math.max(recovered, performance.now() - up);
    await again.close();
  }
  const bea = await openSession(product.url, 'bea');
  const orders = await Promise.all(ids.map(async (id) => (await bea.ask(ORDER, { id })).order));
  await bea.close();
  await product.stop();
  const records = readRecords(folder.path);
  const lost = orders.filter(({ id, number }) => system.documents.get(number)?.reference !== id).length;
  const doubled = [...system.made.values()].filter((count) => count > 1).length;
  const figures = { placed: ids.length, taken: orders.length - lost, lost, doubled, resent: system.calls.filter(({ name }) => name === 'submit-order').length - ids.length, gaps: gapsOf(records).filter((gap) => !gap.startsWith('account ')).length, undelivered: undeliveredOf(records).length };
  report(`kill -9 while orders are handed over, ${ROUNDS} rounds of ${ORDERS}`, { ...figures, slowestRecoveryMs: rounded(recovered, 0) });
  expect(figures).toMatchObject({ placed: ROUNDS * ORDERS, taken: ROUNDS * ORDERS, lost: 0, doubled: 0, gaps: 0, undelivered: 0 });
  expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
});
