import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { order, ORDER, ship } from './fulfilment.ts';

const move = (name: string): string => `mutation ($lines: [LineQuantityInput!]!, $key: String) { ${name}(lines: $lines, idempotencyKey: $key) { id version lines { status } } }`;
const PACK = 'mutation ($input: PackLinesInput!) { packLines(input: $input) { id number status carrier } }';
const TRACK = 'mutation ($id: ID!, $trip: String, $numbers: [String!]) { trackShipment(shipmentId: $id, trip: $trip, trackingNumbers: $numbers) { trip trackingNumbers } }';
const CONFIRM = 'mutation ($input: ConfirmShipmentInput!) { confirmShipment(input: $input) { status shippedAt trackingNumbers orders { id } } }';
const WAY = 'query ($id: ID!) { order(id: $id) { status version lines { status fulfilment { step quantity shipment { number } } } shipments { number } } }';

test('lines of two orders are picked, packed, put on a trip and confirmed in one parcel; one order needs another parcel [ORD-31, ORD-32, ORD-33]', async () => {
  await using world = await startWorld();
  const [bea, ann, olga] = [await world.as('bea'), await world.as('ann'), await world.as('olga')];
  const { id, lines: [mugs = { id: '' }] } = await order(bea, [{ sku: 'MUG-RED', quantity: '5' }]);
  const { id: other, lines: [plates = { id: '' }] } = await order(ann, [{ sku: 'PLATE-27', quantity: '2' }]);
  const lineOf = async () => (await bea.ask(WAY, { id })).order.lines[0];

  await olga.ask(move('backorderLines'), { lines: [{ orderLineId: mugs.id, quantity: '2' }] });
  await olga.ask(move('pickLines'), { lines: [{ orderLineId: mugs.id, quantity: '3' }, { orderLineId: plates.id, quantity: '2' }], key: 'pick' });
  const { pickLines: again } = await olga.ask(move('pickLines'), { lines: [{ orderLineId: mugs.id, quantity: '3' }, { orderLineId: plates.id, quantity: '2' }], key: 'pick' });
  expect(again).toHaveLength(2);
  expect(await lineOf()).toMatchObject({ status: 'BACKORDERED', fulfilment: expect.arrayContaining([{ step: 'PICKED', quantity: '3', shipment: null }, { step: 'BACKORDERED', quantity: '2', shipment: null }]) });

  await olga.ask(move('unpickLines'), { lines: [{ orderLineId: mugs.id, quantity: '1' }] });
  expect((await olga.refused(PACK, { input: { lines: [{ orderLineId: mugs.id, quantity: '3' }] } })).details).toMatchObject({ quantity: '2' });
  const { packLines: parcel } = await olga.ask(PACK, { input: { lines: [{ orderLineId: mugs.id, quantity: '2' }], carrier: 'DHL' } });
  await olga.ask(PACK, { input: { shipmentId: parcel.id, lines: [{ orderLineId: plates.id, quantity: '2' }] } });
  expect((await olga.ask(TRACK, { id: parcel.id, trip: 'TRIP-7' })).trackShipment).toEqual({ trip: 'TRIP-7', trackingNumbers: [] });
  expect((await bea.refused(TRACK, { id: parcel.id, trip: 'MINE' })).code).toBe('FORBIDDEN');
  const { confirmShipment: left } = await olga.ask(CONFIRM, { input: { shipmentId: parcel.id, trackingNumbers: ['A1', 'A2'] } });
  expect(left).toMatchObject({ status: 'SHIPPED', trackingNumbers: ['A1', 'A2'] });
  expect(left.orders.map((each: { id: string }) => each.id).toSorted()).toEqual([id, other].toSorted());
  expect((await olga.refused(CONFIRM, { input: { shipmentId: parcel.id } })).code).toBe('INVALID_STATE');
  expect((await olga.ask(TRACK, { id: parcel.id, numbers: ['A3'] })).trackShipment.trackingNumbers).toEqual(['A3']);

  expect((await ann.ask(ORDER, { id: other })).order).toMatchObject({ status: 'CLOSED', lines: [{ status: 'CLOSED', shippedQuantity: '2' }] });
  await ship(olga, [{ orderLineId: mugs.id, quantity: '3' }]);
  expect((await bea.ask(WAY, { id })).order).toMatchObject({ status: 'CLOSED', shipments: [{ number: parcel.number }, {}], lines: [{ fulfilment: [{ step: 'SHIPPED', quantity: '2' }, { step: 'SHIPPED', quantity: '3' }] }] });
});

test('a parcel that has not left is unpacked again; one parcel is for one customer', async () => {
  await using world = await startWorld();
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const { id, lines: [mugs = { id: '' }] } = await order(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const { lines: [theirs = { id: '' }] } = await order(gus, [{ sku: 'MUG-RED', quantity: '2' }]);
  await olga.ask(move('pickLines'), { lines: [{ orderLineId: mugs.id, quantity: '2' }] });
  const { packLines: parcel } = await olga.ask(PACK, { input: { lines: [{ orderLineId: mugs.id, quantity: '2' }] } });
  expect((await bea.ask(WAY, { id })).order.lines).toMatchObject([{ status: 'PACKED', fulfilment: [{ step: 'PACKED', shipment: { number: parcel.number } }] }]);
  await olga.ask('mutation ($id: ID!) { cancelShipment(shipmentId: $id) { status } }', { id: parcel.id });
  expect((await bea.ask(WAY, { id })).order).toMatchObject({ lines: [{ status: 'PICKED' }], shipments: [] });

  const both = [{ orderLineId: mugs.id, quantity: '1' }, { orderLineId: theirs.id, quantity: '1' }];
  expect((await olga.refused('mutation ($input: ShipLinesInput!) { shipLines(input: $input) { id } }', { input: { lines: both } })).code).toBe('BAD_USER_INPUT');
});

test('what is held is neither picked nor billed until it is released; a buyer sees why [ORD-04]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id, lines: [mugs = { id: '' }, pot = { id: '' }] } = await order(bea, [{ sku: 'MUG-RED', quantity: '2' }, { sku: 'TEAPOT-1L', quantity: '1' }]);
  const HOLD = 'mutation ($id: ID!, $line: ID) { holdOrder(orderId: $id, orderLineId: $line, reason: "Credit check") { onHold holds { id reason releasedAt orderLineId } lines { onHold } } }';
  const RELEASE = 'mutation ($id: ID!) { releaseHold(holdId: $id, reason: "Paid") { onHold } }';
  expect((await bea.refused(HOLD, { id })).code).toBe('FORBIDDEN');

  const { holdOrder: lineHeld } = await olga.ask(HOLD, { id, line: mugs.id });
  expect(lineHeld).toMatchObject({ onHold: false, lines: [{ onHold: true }, { onHold: false }] });
  expect((await olga.refused(move('pickLines'), { lines: [{ orderLineId: mugs.id, quantity: '1' }] })).code).toBe('ORDER_ON_HOLD');
  await olga.ask(move('pickLines'), { lines: [{ orderLineId: pot.id, quantity: '1' }] });
  const { holdOrder: held } = await olga.ask(HOLD, { id });
  expect(held).toMatchObject({ onHold: true, holds: [{ orderLineId: mugs.id }, { reason: 'Credit check', releasedAt: null }] });
  expect((await olga.refused(PACK, { input: { lines: [{ orderLineId: pot.id, quantity: '1' }] } })).code).toBe('ORDER_ON_HOLD');
  expect((await bea.ask('query ($id: ID!) { order(id: $id) { onHold holds { reason } } }', { id })).order).toMatchObject({ onHold: true, holds: [{}, { reason: 'Credit check' }] });

  const released = [];
  for (const hold of [...held.holds, held.holds[1]]) released.push((await olga.ask(RELEASE, { id: hold.id })).releaseHold);
  expect(released, 'held until the last is released; once more is as once').toEqual([{ onHold: true }, { onHold: false }, { onHold: false }]);
  await ship(olga, [{ orderLineId: mugs.id, quantity: '2' }, { orderLineId: pot.id, quantity: '1' }]);
});

test('serial numbers leave with their pieces, and the customer finds them among what they have [ORD-28, ORD-38, ORD-39, ORD-40]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_INSTALL_BASE: 'true' } });
  const [bea, gus, cat, olga] = [await world.as('bea'), await world.as('gus'), await world.as('cat'), await world.as('olga')];
  const { id, number, lines: [drills = { id: '' }] } = await order(bea, [{ sku: 'DRILL-18V', quantity: '2' }]);
  const SHIP = 'mutation ($input: ShipLinesInput!) { shipLines(input: $input) { id } }';
  const wrong = [[], ['D1'], ['D1', 'D1'], ['D1', ' ']];
  for (const serialNumbers of wrong) expect((await olga.refused(SHIP, { input: { lines: [{ orderLineId: drills.id, quantity: '2', serialNumbers }] } })).code).toBe('BAD_USER_INPUT');
  await ship(olga, [{ orderLineId: drills.id, quantity: '2', serialNumbers: ['D1', 'D2'] }]);
  expect((await bea.ask('query ($id: ID!) { order(id: $id) { lines { serialNumbers installed { number serialNumber } } } }', { id })).order.lines[0].serialNumbers).toEqual(['D1', 'D2']);

  const FIND = 'query ($search: InstalledItemSearch) { installedItems(search: $search) { nodes { sku serialNumber quantity status orderNumber order { id } } } }';
  const found = async (search: object) => (await bea.ask(FIND, { search })).installedItems.nodes.map(({ serialNumber }: { serialNumber: string }) => serialNumber);
  expect(await found({ serialNumber: 'D2' })).toEqual(['D2']);
  expect(await found({ itemName: 'CORDLESS%' })).toEqual(['D2', 'D1']);
  expect(await found({ orderNumber: number.toLowerCase(), sku: 'DRILL-18V' })).toEqual(['D2', 'D1']);
  expect(await found({ serialNumber: 'D2', sku: 'MUG%' })).toEqual([]);
  expect((await bea.refused(FIND, {})).code).toBe('SEARCH_CRITERIA_REQUIRED');
  expect((await bea.refused(FIND, { search: { itemName: ' ' } })).code).toBe('SEARCH_CRITERIA_REQUIRED');
  expect((await bea.refused(FIND, { search: { itemName: 'Cor%' } })).code).toBe('SEARCH_TOO_BROAD');
  expect((await bea.refused(FIND, { search: { sku: '%' } })).code).toBe('SEARCH_TOO_BROAD');
  expect((await bea.refused(FIND, { search: { sku: 'DR%18' } })).code).toBe('WILDCARD_NOT_SUPPORTED');
  expect((await gus.ask(FIND, { search: { serialNumber: 'D2' } })).installedItems.nodes).toEqual([]);

  const { lines: [mug = { id: '' }] } = await order(cat, [{ sku: 'MUG-RED', quantity: '1' }]);
  await ship(olga, [{ orderLineId: mug.id, quantity: '1' }]);
  expect((await cat.ask(FIND, {})).installedItems.nodes).toMatchObject([{ sku: 'MUG-RED', quantity: '1', status: 'INSTALLED' }]);
});

test('a check pays invoices in part, at most what is due; the order goes on counting its versions [ORD-35, ORD-36]', async () => {
  await using world = await startWorld();
  const [bea, ben, olga] = [await world.as('bea'), await world.as('ben'), await world.as('olga')];
  const { id, lines: [mugs = { id: '' }] } = await order(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  await ship(olga, [{ orderLineId: mugs.id, quantity: '2' }]);
  const { number, amount, due } = (await bea.ask(ORDER, { id })).order.invoices[0];
  expect(due).toEqual(amount);
  const RECEIPT = 'mutation ($input: ReceiptInput!) { recordReceipt(input: $input) { number due { amount } applied { amount } payments { kind reference amount { amount } payment { id } } } }';
  const input = { kind: 'CHECK', reference: '4711', applications: [{ invoiceNumber: number, amount: '3.00' }], idempotencyKey: 'check-4711' };
  await olga.ask(RECEIPT, { input });
  const { recordReceipt: [paid] } = await olga.ask(RECEIPT, { input });
  expect(paid).toMatchObject({ applied: { amount: '3.00' }, payments: [{ kind: 'CHECK', reference: '4711', amount: { amount: '3.00' }, payment: null }] });
  expect((await olga.refused(RECEIPT, { input: { ...input, idempotencyKey: 'more', applications: [{ invoiceNumber: number, amount: amount.amount }] } })).details).toMatchObject({ due: paid.due });
  expect((await bea.refused(RECEIPT, { input })).code).toBe('FORBIDDEN');
  expect((await bea.refused('{ installedItems { nodes { id } } }')).code).toBe('OPERATION_DISABLED');
  const seen = await ben.answer('query ($number: String!) { invoice(number: $number) { amount { amount } due { amount } taxes { code } lines { total { amount } } payments { amount { amount } } } }', { number });
  expect(seen.data?.invoice ?? null).toSatisfy((invoice: { amount: unknown } | null) => invoice === null || invoice.amount === null);
});
