import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { fillCart, newKey, PLACE } from './shopping.ts';

const FOLLOW = 'subscription ($key: String!) { checkoutChanged(idempotencyKey: $key) { kind fromVersion version attempt { step isWaiting refusal { code } order { number } } } }';
const ATTEMPT = 'query ($key: String!) { checkoutAttempt(idempotencyKey: $key) { step order { number } } }';

test('an attempt is followed by its key from before it begins to its order; nobody else hears of it', async () => {
  await using world = await startWorld();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const key = newKey();
  const [watch, other] = [await bea.watch(FOLLOW, { key }), await ann.watch(FOLLOW, { key })];
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  const { placeOrder: order } = await bea.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: key } });
  const steps: { kind: string; fromVersion: number; version: number; attempt: { step: string; order: { number: string } | null } }[] = [];
  while (steps.at(-1)?.attempt.step !== 'PLACED') steps.push((await watch.next()).checkoutChanged);
  expect(steps.at(-1)?.attempt.order).toEqual({ number: order.number });
  for (const [i, { fromVersion }] of steps.entries()) expect(fromVersion).toBe(steps[i - 1]?.version ?? 0);
  expect((await bea.ask(ATTEMPT, { key })).checkoutAttempt).toEqual({ step: 'PLACED', order: { number: order.number } });
  expect((await ann.ask(ATTEMPT, { key })).checkoutAttempt).toBeNull();
  const late = await bea.watch(FOLLOW, { key });
  expect((await late.next()).checkoutChanged).toMatchObject({ kind: 'SNAPSHOT', attempt: { step: 'PLACED' } });
  const anns = await fillCart(ann, [{ sku: 'MUG-RED', quantity: '1' }]);
  await ann.refused(PLACE, { input: { cartId: anns.id, priceHash: anns.priceHash, idempotencyKey: key } }); // keys are of an account
  const own = newKey();
  await ann.ask(PLACE, { input: { cartId: anns.id, priceHash: anns.priceHash, idempotencyKey: own } });
  await other.close();
  expect(await other.raw()).toBeUndefined();
});

test('an attempt that comes to nothing says why, and its key begins another', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const key = newKey();
  const watch = await bea.watch(FOLLOW, { key });
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: 'of yesterday', idempotencyKey: key } });
  for (;;) {
    const { attempt } = (await watch.next()).checkoutChanged;
    if (attempt.step !== 'FAILED') continue;
    expect(attempt).toMatchObject({ isWaiting: false, refusal: { code: 'PRICE_CHANGED' }, order: null });
    break;
  }
  expect((await bea.ask(ATTEMPT, { key })).checkoutAttempt).toBeNull();
  await bea.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: key } });
  for (;;) if ((await watch.next()).checkoutChanged.attempt.step === 'PLACED') break;
});

test('whoever lost the line goes on after the version they saw, without a gap: to the order, or to why there is none', async () => {
  await using world = await startWorld();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const RESUME = FOLLOW.replace('($key: String!)', '($key: String!, $after: Int, $of: ID)').replace('idempotencyKey: $key', 'idempotencyKey: $key, afterVersion: $after, afterAttempt: $of').replace('attempt {', 'attempt { id');
  const key = newKey();
  const before = await bea.watch(RESUME, { key, after: 0 });
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: 'of yesterday', idempotencyKey: key } });
  const failed = await bea.watch(RESUME, { key, after: 1 });
  const missed = (await failed.next()).checkoutChanged;
  expect(missed).toMatchObject({ kind: 'CHANGE', fromVersion: 1, attempt: { step: 'FAILED', refusal: { code: 'PRICE_CHANGED' } } });
  expect((await bea.ask(ATTEMPT, { key })).checkoutAttempt, 'its key is free').toBeNull();

  await bea.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: key } });
  const placed = (await (await bea.watch(RESUME, { key, after: missed.version, of: missed.attempt.id })).next()).checkoutChanged;
  expect(placed, 'another attempt').toMatchObject({ kind: 'RESET', fromVersion: 0, attempt: { step: 'PLACED' } });
  const of = placed.attempt.id;
  expect((await (await bea.watch(RESUME, { key, after: 2, of })).next()).checkoutChanged).toMatchObject({ kind: 'CHANGE', fromVersion: 2, version: placed.version });
  expect((await (await bea.watch(RESUME, { key, after: placed.version })).next()).checkoutChanged).toMatchObject({ kind: 'RESET', fromVersion: 0, version: placed.version });
  const upToDate = await bea.watch(RESUME, { key, after: placed.version, of });
  const other = await ann.watch(RESUME, { key, after: 0 });
  for (const silent of [upToDate, other]) {
    await silent.close();
    expect(await silent.raw()).toBeUndefined();
  }
  const heard = [];
  while (heard.at(-1)?.attempt.step !== 'PLACED') heard.push((await before.next()).checkoutChanged);
  expect(heard.some(({ attempt }) => attempt.step === 'FAILED' && attempt.refusal?.code === 'PRICE_CHANGED')).toBe(true);
});

test('of two attempts that came to nothing at the same version, whoever saw the first hears of the second', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const RESUME = 'subscription ($key: String!, $after: Int, $of: ID) { checkoutChanged(idempotencyKey: $key, afterVersion: $after, afterAttempt: $of) { kind version attempt { id step } } }';
  const key = newKey();
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  const fail = () => bea.refused(PLACE, { input: { cartId: cart.id, priceHash: 'of yesterday', idempotencyKey: key } });
  const look = async (seen: object) => (await (await bea.watch(RESUME, { key, ...seen })).next()).checkoutChanged;
  await fail();
  const first = await look({ after: 0 });
  await fail();
  const second = await look({ after: first.version, of: first.attempt.id });
  expect(second).toMatchObject({ kind: 'RESET', version: first.version, attempt: { step: 'FAILED' } });
  expect(second.attempt.id).not.toBe(first.attempt.id);
  expect(await look({ after: first.version }), 'without the attempt it is not known which was seen').toEqual(second);
});
