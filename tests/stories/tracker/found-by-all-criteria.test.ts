import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { customerWith, rename } from '../checkout-parties/naming.ts';
import { order, ship } from '../fulfilment/fulfilment.ts';
import { fillCart, orderCart } from '../orders/shopping.ts';

const env = { CARTWRIGHT_ORDERS_ADVANCED_SEARCH: 'true', CARTWRIGHT_ORDERS_SEARCH_MAX_DAYS: '31' };
const ORDERS = 'query ($search: AdvancedOrderSearch!, $first: Int, $after: String) { advancedOrders(search: $search, first: $first, after: $after) { nodes { number status total { amount } order { id shipments { number } } } pageInfo { endCursor } } }';
const LINES = 'query ($search: AdvancedOrderLineSearch!) { advancedOrderLines(search: $search) { nodes { sku quantity uom status shippedQuantity requestedOn order { number } line { id } } } }';

test('business people find orders and lines by all criteria, each among those they may see [ORD-20, ORD-21, ORD-25]', async () => {
  await using world = await startWorld({ env });
  const [bea, gus, olga, sam] = [await world.as('bea'), await world.as('gus'), await world.as('olga'), await world.as('sam')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  await olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: { id: 'frame', name: 'Frame', percentOff: '50', accountIds: [viewer.account.id], defaultOf: [viewer.account.id] } });
  const mugs = await order(bea, [{ sku: 'MUG-RED', quantity: '2' }, { sku: 'TEAPOT-1L', quantity: '1' }]);
  const soap = await order(bea, [{ sku: 'SOAP-LAV', quantity: '1' }]);
  const parcel = await ship(olga, [{ orderLineId: mugs.lines[0]?.id ?? '', quantity: '2' }]);

  const orders = async (person: typeof bea, search: object): Promise<string[]> => (await person.ask(ORDERS, { search })).advancedOrders.nodes.map(({ number }: { number: string }) => number);
  const lines = async (person: typeof bea, search: object): Promise<string[]> => (await person.ask(LINES, { search })).advancedOrderLines.nodes.map(({ sku }: { sku: string }) => sku);
  const days = { placedFrom: new Date(Date.now() - 86_400_000).toISOString(), placedTo: new Date(Date.now() + 86_400_000).toISOString() };
  expect(await orders(bea, { sku: 'MUG-RED', status: ['BOOKED'], ...days })).toEqual([mugs.number]);
  expect(await orders(bea, { number: 'O-%' })).toEqual([soap.number, mugs.number]);
  expect(await orders(sam, { number: mugs.number })).toEqual([mugs.number]);
  expect(await orders(gus, { number: 'O-%' })).toEqual([]);
  expect(await orders(bea, { number: 'O-%', endCustomer: 'nobody' })).toEqual([]);
  expect(await orders(bea, { number: 'O-%', agreement: 'frame' })).toEqual([soap.number, mugs.number]);
  expect(await orders(bea, { number: 'O-%', agreement: 'other' })).toEqual([]);

  expect(await lines(bea, { shipmentNumber: parcel.number })).toEqual(['MUG-RED']);
  expect(await lines(bea, { orderNumber: mugs.number, status: ['AWAITING_SHIPPING'] })).toEqual(['TEAPOT-1L']);
  expect(await lines(bea, { sku: 'MUG-%', agreement: 'frame' })).toEqual(['MUG-RED']);
  expect(await lines(bea, { sku: 'MUG-RED', requestedFrom: '2020-01-01', requestedTo: '2020-01-31' })).toEqual([]);
  expect(await lines(bea, { sku: 'MUG-RED', billTo: 'nobody' })).toEqual([]);
  expect(await lines(gus, { sku: 'MUG-%' })).toEqual([]);
  const { advancedOrderLines } = await bea.ask(LINES, { search: { sku: 'MUG-RED' } });
  expect(advancedOrderLines.nodes).toMatchObject([{ quantity: '2', uom: 'EA', shippedQuantity: '2', order: { number: mugs.number }, line: { id: mugs.lines[0]?.id } }]);
  const found = (await bea.ask(ORDERS, { search: { sku: 'MUG-RED' } })).advancedOrders.nodes[0];
  expect(found).toMatchObject({ order: { id: mugs.id, shipments: [{ number: parcel.number }] } });

  const { __type: shown } = await bea.ask('{ __type(name: "FoundOrder") { fields { name } } }');
  expect(shown.fields.map(({ name }: { name: string }) => name).toSorted()).toEqual(['number', 'order', 'placedAt', 'purchaseOrderNumber', 'status', 'total']);
});

test('orders are found by whom they name, who is told with the account they are kept under [ORD-22, ORD-23, ORD-24]', async () => {
  await using world = await startWorld({ env });
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const [initech, umbra] = [await customerWith(bea, 'Initech'), await customerWith(bea, 'Umbra')];
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  const { id, priceHash } = await rename(bea, cart.id, { setShipTo: initech.party }, { setBillTo: umbra.party });
  const { number } = await orderCart(bea, { ...cart, id, priceHash });
  await order(bea, [{ sku: 'MUG-RED', quantity: '1' }]);

  const CHOICES = 'query ($usage: OrderCustomerUsage!, $name: String) { customersOfOrders(usage: $usage, name: $name) { id label } }';
  expect((await bea.ask(CHOICES, { usage: 'SHIP_TO' })).customersOfOrders).toEqual([{ id: initech.id, label: 'Initech (N-Initech)' }]);
  expect((await bea.ask(CHOICES, { usage: 'BILL_TO', name: 'Um' })).customersOfOrders).toEqual([{ id: umbra.id, label: 'Umbra (N-Umbra)' }]);
  expect((await bea.ask(CHOICES, { usage: 'BILL_TO', name: 'In' })).customersOfOrders).toEqual([]);
  expect((await gus.ask(CHOICES, { usage: 'SHIP_TO' })).customersOfOrders).toEqual([]);
  const numbers = async (person: typeof bea, search: object): Promise<string[]> => (await person.ask(ORDERS, { search })).advancedOrders.nodes.map((each: { number: string }) => each.number);
  expect(await numbers(bea, { shipTo: initech.id })).toEqual([number]);
  expect(await numbers(bea, { shipTo: initech.id, billTo: umbra.id })).toEqual([number]);
  expect(await numbers(bea, { shipTo: umbra.id })).toEqual([]);
  expect(await numbers(gus, { shipTo: initech.id })).toEqual([]);
  expect((await bea.ask(LINES, { search: { billTo: umbra.id } })).advancedOrderLines.nodes).toMatchObject([{ sku: 'MUG-RED', order: { number } }]);
});

test('status, dates and agreement alone are not enough, nor is too much at once [ORD-22, ORD-23]', async () => {
  await using world = await startWorld({ env });
  const bea = await world.as('bea');
  for (const search of [{}, { status: ['BOOKED'] }, { placedFrom: '2026-01-01T00:00:00Z' }, { agreement: 'frame', number: ' ' }]) expect((await bea.refused(ORDERS, { search })).code).toBe('SEARCH_CRITERIA_REQUIRED');
  for (const search of [{}, { status: ['SHIPPED'] }, { requestedTo: '2026-01-01' }, { agreement: 'frame' }]) expect((await bea.refused(LINES, { search })).code).toBe('SEARCH_CRITERIA_REQUIRED');
  expect(await bea.refused(ORDERS, { search: {} })).toMatchObject({ details: { criteria: ['number', 'purchaseOrderNumber', 'sku', 'shipTo', 'billTo', 'endCustomer'] } });
  expect((await bea.refused(ORDERS, { search: { sku: '%' } })).code).toBe('SEARCH_TOO_BROAD');
  expect((await bea.refused(ORDERS, { search: { sku: 'M%G' } })).code).toBe('WILDCARD_NOT_SUPPORTED');
  expect((await bea.refused(ORDERS, { search: { sku: 'MUG', placedFrom: '2026-01-01T00:00:00Z', placedTo: '2026-03-01T00:00:00Z' } })).code).toBe('SEARCH_TOO_BROAD');
  expect((await bea.refused(LINES, { search: { sku: 'MUG', requestedFrom: 'soon' } })).code).toBe('BAD_USER_INPUT');
});

test('it is for business people, and only where it is switched on [ORD-18, ORD-20]', async () => {
  const search = { number: 'O-1' };
  {
    await using world = await startWorld({ env });
    expect((await (await world.as('cat')).refused(ORDERS, { search })).code).toBe('FORBIDDEN');
    expect((await (await world.as('cat')).refused(LINES, { search: { sku: 'MUG' } })).code).toBe('FORBIDDEN');
    expect((await (await world.as('guest')).refused(ORDERS, { search })).code).toBe('UNAUTHENTICATED');
    expect((await (await world.as('pia')).ask(ORDERS, { search })).advancedOrders.nodes).toEqual([]);
  }
  await using off = await startWorld();
  expect((await (await off.as('bea')).refused(ORDERS, { search })).code).toBe('OPERATION_DISABLED');
});
