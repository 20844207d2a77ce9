import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { fillCart, newKey, orderCart, PLACE } from './shopping.ts';

const ORDER = 'query ($id: ID!) { order(id: $id) { id number soldTo { name } cart { id } lines { product { name } } availableActions { name allowed } } }';
const ORDERS = 'query ($search: OrderSearch, $sort: OrderSort, $first: Int, $after: String) { orders(search: $search, sort: $sort, first: $first, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } } }';

test('the account and the seller read an order; for another account it does not exist [ORD-10]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { id, number } = await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]));
  for (const name of ['bea', 'ann', 'sam', 'olga'] as const) {
    const { order } = await (await world.as(name)).ask(ORDER, { id });
    expect(order).toMatchObject({ number, soldTo: { name: 'Acme' }, lines: [{ product: { name: 'Stoneware mug, red' } }] });
  }
  for (const name of ['gus', 'cat', 'guest'] as const) expect((await (await world.as(name)).refused(ORDER, { id })).code).toBe('NOT_FOUND');
  expect((await (await world.as('nobody')).refused(ORDER, { id })).code).toBe('UNAUTHENTICATED');
});

test('orders are listed newest first, page by page, and found by number, status and date [ORD-19]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const numbers: string[] = [];
  for (let i = 0; i < 3; i++) numbers.unshift((await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]))).number);
  const find = async (variables: Record<string, unknown>): Promise<string[]> =>
    ((await bea.ask(ORDERS, variables)).orders.nodes as { number: string }[]).map((order) => order.number);

  const first = (await bea.ask(ORDERS, { first: 2 })).orders;
  expect(first.nodes.map((order: { number: string }) => order.number)).toEqual(numbers.slice(0, 2));
  expect(await find({ first: 2, after: first.pageInfo.endCursor })).toEqual(numbers.slice(2));
  expect(await find({ search: { number: numbers[1]?.toLowerCase() } })).toEqual([numbers[1]]);
  expect(await find({ search: { status: 'CANCELED' } })).toEqual([]);
  expect(await find({ search: { status: ['BOOKED'], placedFrom: '2020-01-01T00:00:00Z' } })).toEqual(numbers);
  expect(await find({ search: { placedTo: '2020-01-01T00:00:00Z' } })).toEqual([]);
  expect((await bea.refused(ORDERS, { after: 'nonsense' })).code).toBe('BAD_CURSOR');
  expect((await bea.refused(ORDERS, { after: Buffer.from('["x","y"]').toString('base64url') })).code).toBe('BAD_CURSOR');
  expect((await (await world.as('gus')).ask(ORDERS)).orders.nodes).toEqual([]);
  expect((await (await world.as('guest')).refused(ORDERS)).code).toBe('UNAUTHENTICATED');
});

test('business people search by more than private ones, texts by how they begin too [ORD-18, ORD-19]', async () => {
  await using world = await startWorld();
  const [bea, ben, cat, olga] = [await world.as('bea'), await world.as('ben'), await world.as('cat'), await world.as('olga')];
  const order = async (person: typeof bea, sku: string, purchaseOrderNumber?: string): Promise<string> => {
    const cart = await fillCart(person, [{ sku, quantity: '1' }]);
    return (await person.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey(), purchaseOrderNumber } })).placeOrder.number as string;
  };
  const [red, blue, hers] = [await order(bea, 'MUG-RED', 'PO-7'), await order(bea, 'MUG-BLUE', 'PO-70'), await order(cat, 'MUG-RED')];
  const find = async (person: typeof bea, search: Record<string, unknown>, sort = 'NEWEST'): Promise<string[]> =>
    ((await person.ask(ORDERS, { search, sort })).orders.nodes as { number: string }[]).map((each) => each.number);

  expect(await find(bea, { purchaseOrderNumber: 'PO-7' })).toEqual([red]);
  expect(await find(ben, { purchaseOrderNumber: 'PO-7%' })).toEqual([blue, red]);
  expect(await find(bea, { sku: 'MUG-BLUE' })).toEqual([blue]);
  expect(await find(bea, { sku: 'MUG-%', number: 'o-2%' }, 'OLDEST')).toEqual([red, blue]);
  expect(await find(bea, { days: 3, purchaseOrderNumber: ' ' }, 'OLDEST')).toEqual([red, blue]);
  expect(await find(cat, { status: ['BOOKED'], orderType: 'STANDARD' })).toEqual([hers]);
  expect(await find(olga, { sku: 'MUG-RED' }, 'OLDEST')).toEqual([red, hers]);
  expect(await find(olga, { currency: 'GBP' }, 'VALUE')).toHaveLength(3);

  for (const search of [{ sku: 'MUG-RED' }, { purchaseOrderNumber: 'PO-7' }, { accountId: 'a' }]) expect((await cat.refused(ORDERS, { search })).code).toBe('FORBIDDEN');
  expect(await bea.refused(ORDERS, { search: { orderType: 'EXPRESS' } })).toMatchObject({ code: 'FORBIDDEN', details: { criterion: 'orderType' } });
  expect((await bea.refused(ORDERS, { search: { number: 'O-%-1' } })).code).toBe('WILDCARD_NOT_SUPPORTED');
  expect((await bea.refused(ORDERS, { search: { sku: '%' } })).code).toBe('SEARCH_TOO_BROAD');
  expect((await bea.refused(ORDERS, { sort: 'VALUE' })).code).toBe('BAD_USER_INPUT');
  expect((await ben.refused(ORDERS, { sort: 'VALUE', search: { currency: 'GBP' } })).code).toBe('FORBIDDEN');
});

test('a colleague without VIEW_NET_PRICE reads an order at list prices [NOTIF-07]', async () => {
  await using world = await startWorld();
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const { id } = await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]));
  const read = 'query ($id: ID!) { order(id: $id) { subtotal { amount } lines { unitPrice { amount } total { amount } priceExplanation { kind } } } }';
  const shown = async (person: typeof bea) => (await person.ask(read, { id })).order;
  expect(await shown(bea)).toMatchObject({ subtotal: { amount: '62.50' }, lines: [{ unitPrice: { amount: '6.25' } }] });
  expect(await shown(ben)).toMatchObject({ subtotal: { amount: '69.50' }, lines: [{ unitPrice: { amount: '6.95' }, total: { amount: '69.50' }, priceExplanation: [{ kind: 'LIST' }] }] });
});
