import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { withOnly } from '../orders-of-shared-carts/shared-orders.ts';
import { CANCELLATION, fillCart, orderCart } from '../orders/shopping.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'units-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const UNIT = 'CARTWRIGHT_ORDERS_OPERATING_UNIT';
const MUG = [{ sku: 'MUG-RED', quantity: '1' }];
const ORDERS = '{ orders { nodes { number } } }';
const READ = 'query ($id: ID!) { order(id: $id) { availableActions { name allowed } } }';
const CANCEL = 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Ordered twice") { status } }';
const TWICE = 'mutation ($first: ID!, $second: ID!) { first: cancelOrder(orderId: $first, reason: "Ordered twice") { status } second: cancelOrder(orderId: $second, reason: "Ordered twice") { status } }';

test('orders of another operating unit are seen and canceled with a permission of their own, in their unit; afterwards everybody is in theirs [CAN-03, CAN-08]', async () => {
  let there = { id: '', number: '' };
  {
    await using uk = await startWorld({ dataDir, env: { ...CANCELLATION, [UNIT]: 'uk' } });
    const bea = await uk.as('bea');
    there = await orderCart(bea, await fillCart(bea, MUG));
    await uk.settle();
  }
  await using us = await startWorld({ dataDir, env: { ...CANCELLATION, [UNIT]: 'us' } });
  const own = await withOnly(us, 'bea', 'VIEW_NET_PRICE', 'CREATE_ORDER', 'VIEW_ORDER', 'CANCEL_ORDER');
  const cat = await us.as('cat');
  expect((await own.ask(ORDERS)).orders.nodes).toEqual([]);
  for (const query of [READ, CANCEL]) expect((await own.refused(query, { id: there.id })).code).toBe('NOT_FOUND');
  expect((await cat.refused(CANCEL, { id: there.id })).code).toBe('NOT_FOUND');

  const bea = await us.as('bea');
  const here = await orderCart(bea, await fillCart(bea, MUG));
  expect((await bea.ask(ORDERS)).orders.nodes).toEqual([{ number: here.number }, { number: there.number }]);
  const across = await withOnly(us, 'bea', 'VIEW_ORDER', 'CANCEL_ORGANIZATION_ORDER');
  expect((await across.ask(READ, { id: there.id })).order.availableActions).toEqual([{ name: 'cancelOrder', allowed: true }]);
  expect((await across.ask(READ, { id: here.id })).order.availableActions).toEqual([]);
  const answer = await across.answer(TWICE, { first: there.id, second: there.id });
  expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['ORDER_NOT_CANCELLABLE']);
  expect((await across.refused(CANCEL, { id: here.id })).code, 'back in the own unit').toBe('FORBIDDEN');

  await us.settle();
  const orders = us.embedded.subgraphs.get('orders');
  const told = await orders?.db.kernel.selectFrom('OutboxMessage').select('payload').where('type', '=', 'ORDER_CANCELED').where('aggregateType', '=', 'order').execute();
  expect(told).toMatchObject([{ payload: { orderId: there.id, operatingUnit: 'uk', totalMinor: expect.any(String) } }]);
});

test('without checks of permissions people of an account see and cancel each other\'s orders [ORD-10, ORD-11]', async () => {
  const nothing = { CARTWRIGHT_ORDERS_CHECK_PERMISSIONS: 'false' };
  for (const [env, sees] of [[{}, false], [nothing, true]] as const) {
    await using world = await startWorld({ env: { ...CANCELLATION, ...env } });
    const bea = await world.as('bea');
    const { id, number } = await orderCart(bea, await fillCart(bea, MUG));
    const [ann, gus] = [await withOnly(world, 'ann'), await world.as('gus')];
    expect((await ann.ask(ORDERS)).orders.nodes).toEqual(sees ? [{ number }] : []);
    expect((await gus.refused(READ, { id })).code).toBe('NOT_FOUND');
    if (sees) expect((await ann.ask(CANCEL, { id })).cancelOrder.status).toBe('CANCELED');
    else expect((await ann.refused(CANCEL, { id })).code).toBe('NOT_FOUND');
  }
});

test('what buyers find is what was sold to them, billed to them, or both [ORD-10]', async () => {
  for (const viewBy of ['SOLD_TO', 'BILL_TO', 'ALL']) {
    await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_VIEW_BY: viewBy } });
    const [bea, gus, cat] = [await world.as('bea'), await world.as('gus'), await world.as('cat')];
    const { id, number } = await orderCart(bea, await fillCart(bea, MUG));
    const hers = await orderCart(cat, await fillCart(cat, MUG));
    const { viewer } = await gus.ask('{ viewer { account { id } } }');
    const sql = world.embedded.subgraphs.get('orders')?.db.kernel as unknown as { updateTable(name: string): { set(row: object): { where(column: string, is: '=', value: string): { execute(): Promise<unknown> } } } };
    await sql.updateTable('Order').set({ billToAccountId: viewer.account.id }).where('id', '=', id).execute();
    const found = async (person: typeof bea): Promise<string[]> => (await person.ask(ORDERS)).orders.nodes.map((each: { number: string }) => each.number);
    expect(await found(bea), viewBy).toEqual(viewBy === 'BILL_TO' ? [] : [number]);
    expect(await found(gus), viewBy).toEqual(viewBy === 'SOLD_TO' ? [] : [number]);
    expect(await found(cat), viewBy).toEqual([hers.number]);
    const billed = await withOnly(world, 'gus', 'VIEW_ORDER');
    expect(await found(billed), 'needs VIEW_BILL_TO_ORDER').toEqual([]);
    expect((await bea.ask(READ, { id })).order, 'whoever bought opens it anyway').toBeDefined();
    if (viewBy !== 'SOLD_TO') expect((await gus.ask(READ, { id })).order.availableActions, 'who is billed looks on').toEqual([]);
  }
});
