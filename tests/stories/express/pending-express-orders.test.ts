import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { keepCartsHouse } from '../../support/cart-rows.ts';
import { startWorld } from '../../support/world.ts';
import { ADD, READ } from '../carts/carts.ts';
import { buy, BUY_CART, CANCEL, EXPRESS, GALWAY, minutes, ordered, pending, runBatch, setUp } from './express.ts';

test('what was bought waits where its buyer, and nobody else, sees it and can cancel it: a cart comes back, items do not [EXP-05, ORD-37, CAN-09]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  await setUp(bea);
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'SOAP-LAV' }] });
  const items = await buy(bea, 'MUG-RED');
  const { expressCheckoutCart: own } = await bea.ask(BUY_CART, { cartId: cart.id });
  const now = clock.now().toISOString();
  expect(await pending(bea)).toMatchObject([
    { id: items.id, kind: 'ITEMS', queuedAt: now, touchedAt: now, dueAt: new Date(clock.now().getTime() + 3_600_000).toISOString(), cart: { lines: [{ quantity: '1' }] } },
    { id: own.id, kind: 'CART', cart: { total: own.total } },
  ]);
  expect(await pending(ann)).toEqual([]);
  expect((await ann.refused(CANCEL, { id: items.id })).code).toBe('NOT_FOUND');

  expect((await bea.ask(CANCEL, { id: own.id })).cancelExpressOrder).toMatchObject({ id: cart.id, status: 'SAVED', name: 'Store Saved' });
  expect((await bea.ask('mutation ($cartId: ID!) { activateCart(cartId: $cartId) { status } }', { cartId: cart.id })).activateCart.status).toBe('ACTIVE');
  await bea.ask(CANCEL, { id: items.id });
  expect((await bea.refused(READ, { cartId: items.id })).code).toBe('CART_DELETED');
  expect((await bea.refused(CANCEL, { id: items.id })).code).toBe('CART_DELETED');
  expect((await bea.refused(CANCEL, { id: cart.id })).code, 'it is an ordinary cart again').toBe('INVALID_STATE');
  expect(await pending(bea)).toEqual([]);
  const anew = await buy(bea, 'BAG-JUTE');
  expect(anew.id, 'nothing joins what was cancelled').not.toBe(items.id);
  minutes(clock, 61);
  expect(await runBatch(world)).toEqual({ placed: 1, failed: 0 });
  expect((await ordered(bea)).map(({ cartId }) => cartId)).toEqual([anew.id]);
  await world.settle();
  expect((await bea.refused(CANCEL, { id: anew.id })).code).toBe('CART_ORDERED');
  await keepCartsHouse(world);
  expect((await bea.refused(CANCEL, { id: anew.id })).code, 'also later').toBe('CART_ORDERED');
  expect(await pending(bea)).toEqual([]);
});

test('what is bought within the interval joins the open order, which then waits anew; after it another begins [EXP-07]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  await setUp(bea);
  await setUp(ann);
  const first = await buy(bea, 'MUG-RED');
  minutes(clock, 59);
  const joined = await buy(bea, 'BAG-JUTE');
  expect(joined).toMatchObject({ id: first.id, lines: [{ product: { sku: 'MUG-RED' } }, { product: { sku: 'BAG-JUTE' } }] });
  expect((await buy(ann, 'MUG-RED')).id, 'never with that of a colleague').not.toBe(first.id);
  minutes(clock, 59);
  expect(await runBatch(world)).toEqual({ placed: 0, failed: 0 });
  minutes(clock, 1);
  const next = await buy(bea, 'SOAP-LAV');
  expect(next.id, 'its interval is over').not.toBe(first.id);
  expect(await runBatch(world)).toEqual({ placed: 2, failed: 0 });
  expect((await ordered(bea)).map(({ cartId }) => cartId)).toContain(first.id);
  expect((await pending(bea)).map(({ id }) => id)).toEqual([next.id]);
});

test('other preferences close the open order off: it keeps what it was bought under [EXP-07]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const bea = await world.as('bea');
  await setUp(bea);
  const before = await buy(bea, 'MUG-RED');
  await setUp(bea, { shipToAddressId: GALWAY });
  const after = await buy(bea, 'MUG-RED');
  await setUp(bea);
  const back = await buy(bea, 'MUG-RED');
  expect(new Set([before.id, after.id, back.id]).size).toBe(3);
  minutes(clock, 60);
  expect(await runBatch(world)).toEqual({ placed: 3, failed: 0 });
  expect((await ordered(bea)).map(({ order }) => order.shipToAddressId)).toEqual([before, after, back].map(({ shipTo }) => shipTo.id));
});

test('another currency closes the open order off [EXP-07]', async () => {
  await using world = await startWorld({ env: EXPRESS });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await setUp(bea);
  const pounds = await buy(bea, 'MUG-RED');
  await olga.ask('mutation { upsertPrices(priceList: "euro", currency: "EUR", prices: [{ sku: "MUG-RED", unitPrice: "9.00" }, { sku: "BAG-JUTE", unitPrice: "3.00" }]) { version } setSitePricing(input: { mode: SITE_LIST, priceList: "euro" }) { version } }');
  const euros = await buy(bea, 'BAG-JUTE');
  expect([pounds.total.currency, euros.total]).toEqual(['GBP', { amount: '3.60', currency: 'EUR' }]);
  expect(euros.id).not.toBe(pounds.id);
  expect((await buy(bea, 'MUG-RED')).id).toBe(euros.id);
});

test('a cart bought whole stays an order by itself [EXP-08]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const bea = await world.as('bea');
  await setUp(bea);
  const carts: string[] = [];
  for (const sku of ['MUG-RED', 'BAG-JUTE']) {
    const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku }] });
    await bea.ask(BUY_CART, { cartId: cart.id });
    carts.push(cart.id);
  }
  const items = await buy(bea, 'SOAP-LAV');
  minutes(clock, 60);
  expect(await runBatch(world)).toEqual({ placed: 3, failed: 0 });
  const found = await ordered(bea);
  expect(found.map(({ cartId, lines }) => [cartId, ...lines]).toSorted()).toEqual([[carts[0], '1 MUG-RED'], [carts[1], '1 BAG-JUTE'], [items.id, '1 SOAP-LAV']].toSorted());
});

test('an order that is past its last day goes out no more [EXP-06]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const bea = await world.as('bea');
  await setUp(bea);
  const { id } = await buy(bea, 'MUG-RED');
  minutes(clock, 17 * 24 * 60);
  expect(await runBatch(world), 'whether marked so').toEqual({ placed: 0, failed: 0 });
  await keepCartsHouse(world);
  expect(await runBatch(world), 'or not').toEqual({ placed: 0, failed: 0 });
  const later = await world.as('bea');
  expect((await later.refused(READ, { cartId: id })).code).toBe('CART_EXPIRED');
  expect(await pending(later)).toEqual([]);
});
