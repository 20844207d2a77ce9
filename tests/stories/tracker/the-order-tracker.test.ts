import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { order, ship } from '../fulfilment/fulfilment.ts';

const TRACKER = '{ orderTracker { pages viewBy rowsPerPage advancedSearch searchableBy cancelReasons lookBack(page: ORDERS) { days choices } invoices: lookBack(page: INVOICES) { days } payments: lookBack(page: PAYMENTS) { days } returns: lookBack(page: RETURNS) { days } none: lookBack(page: PENDING_ORDERS) { days } } }';
const INVOICES = 'query ($search: InvoiceSearch, $first: Int, $after: String) { invoices(search: $search, first: $first, after: $after) { nodes { number order { number } amount { amount } due { amount } } pageInfo { hasNextPage endCursor } } }';
const PAYMENTS = 'query ($search: PaymentSearch) { payments(search: $search) { nodes { number } } }';
const COLUMNS = 'query ($view: TrackerView!) { trackerColumns(view: $view) { name label sequence display queryable displayLength } }';
const SET = 'mutation ($view: TrackerView! = ORDER_SUMMARY, $column: String!, $change: TrackerColumnInput!) { setTrackerColumn(view: $view, column: $column, change: $change) { name } }';
const CELLS = 'query ($id: ID!) { order(id: $id) { cells { column label value } } }';
const ORDERS = 'query ($search: OrderSearch) { orders(search: $search) { nodes { id } } }';

test('the tracker has the pages whose features are on, for who signed in [ORD-09, ORD-12, ORD-13, ORD-18, ORD-26]', async () => {
  await using world = await startWorld();
  const [bea, cat, guest] = [await world.as('bea'), await world.as('cat'), await world.as('guest')];
  const { orderTracker } = await bea.ask(TRACKER);
  expect(orderTracker).toMatchObject({ pages: ['ORDERS', 'INVOICES', 'PAYMENTS', 'RETURNS'], viewBy: 'SOLD_TO', rowsPerPage: 10, advancedSearch: false, cancelReasons: [], lookBack: { days: 3, choices: [3, 7, 14, 30, 90] }, none: null });
  expect(orderTracker.searchableBy).toContain('purchaseOrderNumber');
  expect((await cat.ask(TRACKER)).orderTracker.searchableBy).toEqual(['number', 'status', 'days', 'placedFrom', 'placedTo', 'currency', 'orderType']);
  expect((await guest.refused(TRACKER)).code).toBe('UNAUTHENTICATED');
});

test('the deployment says what is there and how far pages look back [ORD-12, ORD-13, ORD-20, ORD-26]', async () => {
  const env = {
    CARTWRIGHT_CARTS_EXPRESS_CHECKOUT: 'true',
    CARTWRIGHT_ORDERS_INSTALL_BASE: 'true',
    CARTWRIGHT_ORDERS_INVOICES_PAGE: 'false',
    CARTWRIGHT_ORDERS_PAYMENTS_PAGE: 'false',
    CARTWRIGHT_ORDERS_ROWS_PER_PAGE: '25',
    CARTWRIGHT_ORDERS_ADVANCED_SEARCH: 'true',
    CARTWRIGHT_ORDERS_LOOK_BACK_CHOICES: '5,10,60',
    CARTWRIGHT_ORDERS_ORDERS_LOOK_BACK: '10',
    CARTWRIGHT_ORDERS_INVOICES_LOOK_BACK: '11',
    CARTWRIGHT_ORDERS_PAYMENTS_LOOK_BACK: '400',
  };
  await using world = await startWorld({ env });
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const { orderTracker } = await bea.ask(TRACKER);
  expect(orderTracker).toMatchObject({ pages: ['ORDERS', 'PENDING_ORDERS', 'RETURNS', 'MY_PRODUCTS'], rowsPerPage: 25, advancedSearch: true, lookBack: { days: 10 }, invoices: { days: 60 }, payments: { days: 60 }, returns: { days: 5 } });
  expect((await cat.ask(TRACKER)).orderTracker.advancedSearch).toBe(false);
  for (const page of [INVOICES, PAYMENTS]) expect((await bea.refused(page)).code).toBe('OPERATION_DISABLED');
});

test('invoices are found by who may see their orders, without amounts for who may not see net prices [ORD-14, ORD-19, ORD-36]', async () => {
  await using world = await startWorld();
  const [bea, ben, gus, olga] = [await world.as('bea'), await world.as('ben'), await world.as('gus'), await world.as('olga')];
  const first = await order(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const second = await order(bea, [{ sku: 'MUG-BLUE', quantity: '1' }]);
  for (const { lines } of [first, second]) await ship(olga, [{ orderLineId: lines[0]?.id ?? '', quantity: '1' }]);
  const find = async (person: typeof bea, variables: object = {}): Promise<{ order: { number: string }; amount: object | null; due: object | null }[]> => (await person.ask(INVOICES, { ...variables })).invoices.nodes;

  const all = await find(bea);
  expect(all.map((invoice) => invoice.order.number)).toEqual([second.number, first.number]);
  expect(all[0]).toMatchObject({ amount: { amount: expect.any(String) }, due: { amount: expect.any(String) } });
  expect(await find(bea, { search: { orderNumber: first.number, open: true, days: 3 } })).toEqual([all[1]]);
  expect(await find(bea, { search: { number: 'I-%', open: false } })).toEqual([]);
  const page = (await bea.ask(INVOICES, { first: 1 })).invoices;
  expect(await find(bea, { after: page.pageInfo.endCursor })).toEqual([all[1]]);
  expect((await find(ben)).map(({ amount, due }) => [amount, due])).toEqual([[null, null], [null, null]]);
  expect(await find(olga)).toHaveLength(2);
  expect(await find(gus)).toEqual([]);
  expect((await bea.ask(PAYMENTS, { search: { status: ['CAPTURED'] } })).payments.nodes).toEqual([]);
  expect((await bea.refused(INVOICES, { search: { number: '%' } })).code).toBe('SEARCH_TOO_BROAD');
  expect((await (await world.as('cat')).refused(INVOICES, { search: { purchaseOrderNumber: '1' } })).code).toBe('FORBIDDEN');
});

test('the seller moves, hides, renames, cuts and closes columns, and nothing else of them; some stay hidden [ORD-15, ORD-17]', async () => {
  await using world = await startWorld();
  const [bea, ben, cat, olga] = [await world.as('bea'), await world.as('ben'), await world.as('cat'), await world.as('olga')];
  const { id, number } = await order(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  const columns = async (person: typeof bea, view = 'ORDER_SUMMARY'): Promise<Record<string, unknown>[]> => (await person.ask(COLUMNS, { view })).trackerColumns;
  const cells = async (): Promise<unknown> => (await bea.ask(CELLS, { id })).order.cells;
  expect((await columns(bea)).find(({ name }) => name === 'orderType')).toMatchObject({ display: false, queryable: false });
  expect((await columns(cat)).find(({ name }) => name === 'orderType')).toMatchObject({ display: true, queryable: true });
  expect((await columns(ben, 'INVOICE_SUMMARY')).find(({ name }) => name === 'amount')).toMatchObject({ display: false });

  expect((await bea.refused(SET, { column: 'number', change: { label: 'No.' } })).code).toBe('FORBIDDEN');
  expect((await olga.refused(SET, { column: 'colour', change: { label: 'No.' } })).code).toBe('NOT_FOUND');
  expect((await olga.refused(SET, { column: 'number', change: { label: ' ' } })).code).toBe('BAD_USER_INPUT');
  expect((await olga.refused(SET, { column: 'number', change: { displayLength: 0 } })).code).toBe('BAD_USER_INPUT');
  expect((await olga.refused(SET, { column: 'number', change: { fontSize: 3 } })).code).toBeDefined();

  await olga.ask(SET, { column: 'status', change: { sequence: 1, label: 'State', displayLength: 3 } });
  await olga.ask(SET, { column: 'orderType', change: { display: true, queryable: true } });
  await olga.ask(SET, { column: 'purchaseOrderNumber', change: { queryable: false } });
  for (const column of ['placedAt', 'total', 'purchaseOrderNumber']) await olga.ask(SET, { column, change: { display: false } });
  expect(await cells()).toEqual([{ column: 'status', label: 'State', value: 'BOO…' }, { column: 'number', label: 'Order', value: number }]);
  expect((await bea.refused(ORDERS, { search: { purchaseOrderNumber: 'PO' } })).code).toBe('FORBIDDEN');
  expect((await bea.ask(TRACKER)).orderTracker.searchableBy).not.toContain('purchaseOrderNumber');

  await olga.ask(SET, { column: 'status', change: { sequence: null, label: null } });
  expect(await cells()).toEqual([{ column: 'number', label: 'Order', value: number }, { column: 'status', label: 'Status', value: 'BOO…' }]);
});

test('everything the tracker shows in columns can be configured by itself [ORD-16]', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const { __type } = await olga.ask('{ __type(name: "TrackerView") { enumValues { name } } }');
  const names = __type.enumValues.map(({ name }: { name: string }) => name);
  expect(names).toHaveLength(27);
  const asked = names.map((view: string) => `${view}: trackerColumns(view: ${view}) { name }`).join(' ');
  for (const columns of Object.values(await olga.ask(`{ ${asked} }`))) expect(columns.length).toBeGreaterThan(0);
  await olga.ask(SET, { view: 'PAYMENT_HEADER', column: 'number', change: { label: 'Payment no.' } });
  const label = async (view: string): Promise<string> => (await olga.ask(COLUMNS, { view })).trackerColumns[0].label;
  expect(await label('PAYMENT_HEADER')).toBe('Payment no.');
  expect(await label('PAYMENT_SUMMARY')).toBe('Payment');
});

test('what was ordered goes into a cart again, and what cannot be had is reported', async () => {
  await using world = await startWorld();
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const { id } = await order(bea, [{ sku: 'MUG-RED', quantity: '2' }, { sku: 'SOAP-LAV', quantity: '1' }]);
  await olga.ask('mutation { upsertProducts(products: [{ sku: "SOAP-LAV", name: "Lavender soap", minQuantity: "6" }]) { sku } }');
  const REORDER = 'mutation ($id: ID!, $key: String) { reorder(orderId: $id, idempotencyKey: $key) { cart { lines { quantity product { sku } } } added { product { sku } } notAdded { code line { product { sku } } } } }';
  const { reorder } = await bea.ask(REORDER, { id, key: 'again' });
  expect(reorder).toMatchObject({ added: [{ product: { sku: 'MUG-RED' } }], notAdded: [{ code: 'QUANTITY_BELOW_MINIMUM', line: { product: { sku: 'SOAP-LAV' } } }] });
  expect(reorder.cart.lines).toContainEqual({ quantity: '2', product: { sku: 'MUG-RED' } });
  expect((await bea.ask(REORDER, { id, key: 'again' })).reorder.cart.lines).toEqual(reorder.cart.lines);
  expect((await gus.refused(REORDER, { id })).code).toBe('NOT_FOUND');
});
