import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { order, ship } from '../fulfilment/fulfilment.ts';
import { fillCart, newKey, PLACE } from '../orders/shopping.ts';
import { add, back, lineOf, READ, submit, SUBMIT, UPDATE } from './returning.ts';

const FIND = 'query ($search: ReturnSearch) { returns(search: $search) { nodes { number status } } }';
const PAGES = '{ orderTracker { pages } }';
const RELATED = 'query ($id: ID!) { order(id: $id) { number returns { number status lines { orderLine { id } } } } }';

let world: World;
let bea: Session;
let ben: Session;
let ann: Session;
let gus: Session;
let sam: Session;
let olga: Session;
beforeAll(async () => {
  world = await startWorld();
  [bea, ben, ann, gus, sam, olga] = [await world.as('bea'), await world.as('ben'), await world.as('ann'), await world.as('gus'), await world.as('sam'), await world.as('olga')];
});
afterAll(() => world[Symbol.asyncDispose]());

const numbers = async (person: Session, search?: object): Promise<string[]> => (await person.ask(FIND, { search })).returns.nodes.map(({ number }: { number: string }) => number);

test('returns are found by what is in them: order number and serial number, exactly, and never those of others [RET-40, RET-04]', async () => {
  const drills = await order(bea, [{ sku: 'DRILL-18V', quantity: '1' }]);
  const mugs = await order(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  await ship(olga, [{ orderLineId: lineOf(drills), quantity: '1', serialNumbers: ['SN-1%'] }]);
  const one = await submit(bea, (await add(bea, back(lineOf(drills), '1', { serialNumbers: ['SN-1%'] }))).id);
  const two = await submit(bea, (await add(bea, back(lineOf(mugs)))).id);

  expect(await numbers(bea, { orderNumber: mugs.number.toLowerCase() })).toEqual([two.number]);
  expect(await numbers(bea, { serialNumber: 'sn-1%' })).toEqual([one.number]);
  expect(await numbers(bea, { serialNumber: 'SN-1' })).toEqual([]);
  expect(await numbers(bea, { serialNumber: '%' })).toEqual([]);
  for (const person of [bea, ben, ann, sam]) expect(await numbers(person)).toEqual([two.number, one.number]);
  expect(await numbers(gus)).toEqual([]);
  expect(await numbers(gus, { serialNumber: 'SN-1%' })).toEqual([]);
  expect((await gus.refused(READ, { id: one.id })).code).toBe('NOT_FOUND');
});

test('an order of which something comes back is among the orders, with its returns; the return is among the returns, pending ones nowhere [RET-05, RET-11, RET-40]', async () => {
  const purchase = await order(gus, [{ sku: 'MUG-RED', quantity: '3' }, { sku: 'BOWL-16', quantity: '1' }]);
  const first = await submit(gus, (await add(gus, back(lineOf(purchase)))).id);
  await add(gus, back(lineOf(purchase, 1)));
  expect((await gus.ask(PAGES)).orderTracker.pages).toContain('RETURNS');
  expect((await gus.ask('{ orders { nodes { number } } }')).orders.nodes).toEqual([{ number: purchase.number }]);
  expect(await numbers(gus)).toEqual([first.number]);
  const { order: shown } = await gus.ask(RELATED, { id: purchase.id });
  expect(shown).toEqual({ number: purchase.number, returns: [{ number: first.number, status: 'PENDING_APPROVAL', lines: [{ orderLine: { id: lineOf(purchase) } }] }] });
  expect((await sam.ask(RELATED, { id: purchase.id })).order.returns).toHaveLength(1);
});

test('neither an order nor a return is ever listed without lines: nothing makes one, and nothing leaves one [RET-06]', async () => {
  const cat = await world.as('cat');
  const cart = await fillCart(cat, [{ sku: 'MUG-RED', quantity: '1' }]);
  const { removeCartLines: empty } = await cat.ask('mutation ($cart: ID!, $ids: [ID!]!) { removeCartLines(cartId: $cart, lineIds: $ids) { priceHash } }', { cart: cart.id, ids: (await cat.ask('query ($id: ID!) { cart(id: $id) { lines { id } } }', { id: cart.id })).cart.lines.map((line: { id: string }) => line.id) });
  expect((await cat.refused(PLACE, { input: { cartId: cart.id, priceHash: empty.priceHash, idempotencyKey: newKey() } })).code).toBe('CART_EMPTY');
  const { id, lines } = await order(cat, [{ sku: 'MUG-RED', quantity: '1' }]);
  const STAGE = 'mutation ($input: StageOrderEditInput!) { stageOrderEdit(input: $input) { id } }';
  expect(await olga.refused(STAGE, { input: { orderId: id, lines: [{ orderLineId: lines[0]?.id, quantity: '0' }] } })).toMatchObject({ code: 'BAD_USER_INPUT', message: 'Nothing would be left: cancel the order instead.' });
  const pending = await add(cat, back(lines[0]?.id));
  expect((await cat.ask(UPDATE, { id: pending.id, lines: [{ lineId: pending.lines[0]?.id, quantity: '0' }] })).updateReturnLines).toBeNull();
  expect((await cat.refused(SUBMIT, { id: pending.id, key: newKey() })).code).toBe('NOT_FOUND');
  expect((await cat.ask('{ orders { nodes { lines { id } } } returns { nodes { lines { id } } } }'))).toEqual({ orders: { nodes: [{ lines: [{ id: lines[0]?.id }] }] }, returns: { nodes: [] } });
});

test('where returns are turned off again, what came back before shows with its order, and there is no page of returns [RET-05]', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  try {
    let [id, number] = ['', ''];
    {
      await using before = await startWorld({ dataDir });
      const cat = await before.as('cat');
      const purchase = await order(cat, [{ sku: 'MUG-RED', quantity: '1' }]);
      id = purchase.id;
      number = (await submit(cat, (await add(cat, back(lineOf(purchase)))).id)).number;
      await before.settle();
    }
    await using after = await startWorld({ dataDir, env: { CARTWRIGHT_RETURNS_ENABLED: 'false' } });
    const cat = await after.as('cat');
    expect((await cat.ask(PAGES)).orderTracker.pages).not.toContain('RETURNS');
    expect((await cat.refused(FIND)).code).toBe('OPERATION_DISABLED');
    expect((await cat.ask('{ orders { nodes { id } } }')).orders.nodes).toEqual([{ id }]);
    expect((await cat.ask(RELATED, { id })).order.returns).toMatchObject([{ number, status: 'PENDING_APPROVAL' }]);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test('a buyer follows a return from any version on: every change once, in order, with the place to send it to [RET-39, NOTIF-08]', async () => {
  const { id } = await add(bea, back(lineOf(await order(bea, [{ sku: 'MUG-BLUE', quantity: '1' }]))));
  await submit(bea, id);
  await sam.ask('mutation ($id: ID!) { approveReturn(returnId: $id, returnLocation: "Dock 4") { id } }', { id });
  await world.settle();
  const CHANGES = 'subscription ($id: ID!, $after: Int) { returnChanged(returnId: $id, afterVersion: $after) { kind cause fromVersion version return { status returnLocation } } }';
  const watch = await bea.watch(CHANGES, { id, after: 1 });
  const frames = [(await watch.next()).returnChanged, (await watch.next()).returnChanged, (await watch.next()).returnChanged];
  expect(frames.map(({ kind, cause, fromVersion, version }) => [kind, cause, fromVersion, version])).toEqual([['CHANGE', 'RETURN_SUBMITTED', 1, 2], ['CHANGE', 'RETURN_APPROVED', 2, 3], ['CHANGE', 'RETURN_BOOKED', 3, 4]]);
  expect(frames[2]?.return).toEqual({ status: 'BOOKED', returnLocation: 'Dock 4' });
  const stranger = await gus.watch(CHANGES, { id });
  await expect(stranger.next()).rejects.toThrow(/no such return/);
});
