import { expect, test } from 'vitest';
import { EMAILS, memberOf, REMOVE, shareNew, startSharing } from '../sharing/sharing.ts';
import { CANCELLATION } from '../orders/shopping.ts';
import { place, sharedInPrivate, withOnly } from './shared-orders.ts';

const READ = 'query ($id: ID!) { order(id: $id) { id status lines { id } availableActions { name allowed } } }';
const LIST = '{ orders { nodes { id } } }';
const WATCH = 'subscription ($id: ID!) { orderChanged(orderId: $id) { version order { id status } } }';
const CANCEL = 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Too much") { version } }';
const RETURN = 'mutation ($line: ID!) { addReturnLines(lines: [{ orderLineId: $line, quantity: 1, reason: "DAMAGED" }]) { id } }';
/** All that has to do with orders, but seeing those of colleagues. */
const OWN_ORDERS = ['VIEW_NET_PRICE', 'CREATE_ORDER', 'CANCEL_ORDER', 'CREATE_RETURN'];

test('a business administrator of the cart reads, finds and follows its order, and does no more with it [SHARE-36]', async () => {
  await using world = await startSharing(CANCELLATION);
  const [bea, ann] = [await world.as('bea'), await withOnly(world, 'ann', ...OWN_ORDERS)];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  const order = await place(bea, cart.id);
  await world.settle(); // her membership has ended with the cart, tracking has not
  const { order: seen } = await ann.ask(READ, { id: order.id });
  expect(seen).toMatchObject({ id: order.id, status: 'BOOKED', availableActions: [] });
  expect((await ann.ask(LIST)).orders.nodes).toEqual([{ id: order.id }]);
  const watch = await ann.watch(WATCH, { id: order.id });
  expect((await watch.next()).orderChanged).toMatchObject({ version: 1, order: { id: order.id } });

  expect((await ann.refused(CANCEL, { id: order.id })).code).toBe('FORBIDDEN');
  expect((await ann.refused(RETURN, { line: seen.lines[0].id })).code).toBe('NOT_FOUND');
  await bea.ask(CANCEL, { id: order.id });
  expect((await watch.next()).orderChanged).toEqual({ version: 2, order: { id: order.id, status: 'CANCELED' } });
  await watch.close();
});

test('an administrator who placed the order tracks it; an order of a cart that was not shared stays its owner\'s [SHARE-36]', async () => {
  await using world = await startSharing(CANCELLATION);
  const [bea, ann] = [await world.as('bea'), await withOnly(world, 'ann', ...OWN_ORDERS)];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  const order = await place(ann, cart.id);
  const { addCartLines: alone } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
  const unshared = await place(bea, alone.id);
  expect((await ann.ask(LIST)).orders.nodes).toEqual([{ id: order.id }]);
  expect((await ann.refused(READ, { id: unshared.id })).code).toBe('NOT_FOUND');
});

test('viewers, participants and administrators of earlier do not learn of the order [SHARE-36]', async () => {
  await using world = await startSharing(CANCELLATION);
  const [bea, ann, ben] = [await world.as('bea'), await withOnly(world, 'ann', ...OWN_ORDERS), await withOnly(world, 'ben', ...OWN_ORDERS)];
  for (const role of ['VIEWER', 'PARTICIPANT']) {
    const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role }]);
    await bea.ask(REMOVE, { cartId: cart.id, memberId: memberOf(cart, EMAILS.ann).id });
    const order = await place(bea, cart.id);
    for (const other of [ann, ben]) {
      expect((await other.refused(READ, { id: order.id })).code).toBe('NOT_FOUND');
      expect((await other.ask(LIST)).orders.nodes).toEqual([]);
      expect((await (await other.watch(WATCH, { id: order.id })).raw())?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    }
  }
});

test('a private administrator does not track the order, even one they placed and paid [SHARE-36]', async () => {
  await using world = await startSharing(CANCELLATION);
  const cat = await world.as('cat');
  const { cart, dan } = await sharedInPrivate(world, cat);
  const order = await place(dan, cart.id);
  expect((await dan.refused(READ, { id: order.id })).code).toBe('NOT_FOUND');
  expect((await dan.ask(LIST)).orders.nodes).toEqual([]);
  expect((await (await dan.watch(WATCH, { id: order.id })).raw())?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  expect((await cat.ask(LIST)).orders.nodes).toEqual([{ id: order.id }]);
});
