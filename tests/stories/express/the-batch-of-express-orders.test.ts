import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { alterCarts } from '../../support/cart-rows.ts';
import { startWorld } from '../../support/world.ts';
import { READ } from '../carts/carts.ts';
import { buy, EXPRESS, minutes, ordered, OXFORD, pending, runBatch, setUp } from './express.ts';

test('the batch orders what was untouched for the interval, once, at the prices of then [EXP-06, ORD-06]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await setUp(bea);
  const { id } = await buy(bea, 'MUG-RED');
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "8.00" }]) { version } }');
  minutes(clock, 59);
  expect(await runBatch(world)).toEqual({ placed: 0, failed: 0 });
  minutes(clock, 1);
  expect(await runBatch(world)).toEqual({ placed: 1, failed: 0 });
  expect(await runBatch(world)).toEqual({ placed: 0, failed: 0 });
  await world.settle();
  expect(await runBatch(world)).toEqual({ placed: 0, failed: 0 });
  expect(await ordered(bea)).toMatchObject([{ cartId: id, total: '9.60', lines: ['1 MUG-RED'] }]);
  expect((await bea.ask(READ, { cartId: id })).cart.status).toBe('ORDERED');
  expect((await olga.ask('{ orders(search: { orderType: EXPRESS }) { nodes { cart { id } } } }')).orders.nodes).toEqual([{ cart: { id } }]);
});

test.each([[45, 2], [120, 1]])('with an interval of 60 minutes and a batch every %i what is bought goes out with run %i [EXP-09]', async (every, run) => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const bea = await world.as('bea');
  await setUp(bea);
  await buy(bea, 'MUG-RED');
  for (let at = 1; at <= run; at++) {
    minutes(clock, every);
    expect(await runBatch(world), `run ${at}`).toEqual({ placed: at === run ? 1 : 0, failed: 0 });
  }
});

test('the interval is a setting [EXP-06]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: { ...EXPRESS, CARTWRIGHT_CARTS_EXPRESS_CONSOLIDATION_MINUTES: '5' }, clock });
  const bea = await world.as('bea');
  await setUp(bea);
  await buy(bea, 'MUG-RED');
  minutes(clock, 5);
  expect(await runBatch(world)).toEqual({ placed: 1, failed: 0 });
});

test('one that cannot be ordered stops no other, is counted and logged, and goes out when it can [EXP-10]', async () => {
  const logged: Record<string, unknown>[] = [];
  const logger = pino(new Writable({ write: (chunk: Buffer, _encoding, done) => (logged.push(JSON.parse(String(chunk)) as Record<string, unknown>), done()) }));
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock, logger });
  const [bea, ann, cat, olga] = [await world.as('bea'), await world.as('ann'), await world.as('cat'), await world.as('olga')];
  await olga.ask('mutation { upsertProducts(products: [{ sku: "RARE", name: "Rare" }]) { sku } upsertPrices(priceList: "default", prices: [{ sku: "RARE", unitPrice: "5.00" }]) { code } adjustStock(sku: "RARE", onHand: "1") { sku } }');
  await setUp(bea);
  await setUp(ann);
  await setUp(cat, { shipToAddressId: OXFORD, billToAddressId: OXFORD });
  const first = await buy(bea, 'RARE');
  const second = await buy(ann, 'RARE');
  const third = await buy(cat, 'MUG-RED');
  minutes(clock, 60);
  expect(await runBatch(world)).toEqual({ placed: 2, failed: 1 });
  expect((await ordered(bea)).map(({ cartId }) => cartId)).toEqual([first.id]);
  expect((await ordered(cat)).map(({ cartId }) => cartId)).toEqual([third.id]);
  expect(logged.filter(({ msg }) => String(msg).startsWith('an express order'))).toMatchObject([{ cartId: second.id, code: 'INSUFFICIENT_STOCK' }]);
  expect(logged.filter(({ msg }) => msg === 'express orders were submitted')).toMatchObject([{ placed: 2, failed: 1 }]);

  await world.settle();
  expect(await pending(ann)).toMatchObject([{ id: second.id }]);
  await olga.ask('mutation { adjustStock(sku: "RARE", onHand: "5") { sku } }');
  expect(await runBatch(world)).toEqual({ placed: 1, failed: 0 });
  expect((await ordered(ann)).map(({ cartId }) => cartId)).toContain(second.id);
});

test('two batches at once, and one that comes after a checkout was left, order everything once', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const bea = await world.as('bea');
  await setUp(bea);
  const bought = await buy(bea, 'MUG-RED');
  minutes(clock, 60);
  await Promise.all([runBatch(world), runBatch(world), runBatch(world)]);
  await world.settle();
  expect((await ordered(bea)).map(({ cartId }) => cartId)).toEqual([bought.id]);

  const held = await buy(bea, 'BAG-JUTE');
  await alterCarts(world, "update cart set checkout_id = 'of a process that is gone', held_until = ? where id = ?", [clock.now().getTime() + 1, held.id]);
  minutes(clock, 60);
  expect(await runBatch(world), 'a checkout has it').toEqual({ placed: 0, failed: 0 });
  expect((await bea.refused('mutation ($id: ID!) { cancelExpressOrder(id: $id) { id } }', { id: held.id })).code).toBe('INVALID_STATE');
});
