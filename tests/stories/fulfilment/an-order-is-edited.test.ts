import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cartwright } from '../../../cli/cartwright.ts';
import { fakeTerminal, newFolder } from '../../cli/terminal.ts';
import { startWorld, type World } from '../../support/world.ts';
import { order, ORDER, ship } from './fulfilment.ts';

const STAGE = 'mutation ($input: StageOrderEditInput!) { stageOrderEdit(input: $input) { id status preview { subtotal { amount } total { amount } takenOff { amount } } order { total { amount } } } }';
const APPLY = 'mutation ($id: ID!) { applyOrderEdit(editId: $id) { status version total { amount } subtotal { amount } lines { status quantity canceledQuantity total { amount } } } }';
const DISCARD = 'mutation ($id: ID!) { discardOrderEdit(editId: $id) { status } }';
const STOCK = '{ product(sku: "MUG-RED") { availability { available } } }';

test('an edit is staged, looked at and applied; prices stay, the stock comes back, and what is picked stays', async () => {
  await using world = await startWorld();
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const available = async (): Promise<number> => Number((await bea.ask(STOCK)).product.availability.available);
  const before = await available();
  const { id, lines: [mugs = { id: '' }, pot = { id: '' }] } = await order(bea, [{ sku: 'MUG-RED', quantity: '5' }, { sku: 'TEAPOT-1L', quantity: '1' }]);
  await world.settle();
  expect(await available()).toBe(before - 5);

  const input = { orderId: id, lines: [{ orderLineId: mugs.id, quantity: '2' }, { orderLineId: pot.id, quantity: '0' }] };
  expect((await bea.refused(STAGE, { input })).code).toBe('OPERATION_DISABLED');
  expect((await gus.refused(STAGE, { input })).code).toBe('NOT_FOUND');
  expect((await olga.refused(STAGE, { input: { orderId: id } })).code).toBe('BAD_USER_INPUT');
  expect((await olga.refused(STAGE, { input: { orderId: id, lines: [{ orderLineId: mugs.id, quantity: '6' }] } })).code).toBe('BAD_USER_INPUT');
  expect((await olga.refused(STAGE, { input: { orderId: id, lines: input.lines.map((line) => ({ ...line, quantity: '0' })) } })).code).toBe('BAD_USER_INPUT');

  const { stageOrderEdit: staged } = await olga.ask(STAGE, { input });
  expect((await bea.ask(ORDER, { id })).order).toMatchObject({ version: 1, lines: [{ quantity: '5' }, { quantity: '1' }] });
  const { applyOrderEdit: edited } = await olga.ask(APPLY, { id: staged.id });
  expect(edited).toMatchObject({ status: 'BOOKED', version: 2, subtotal: staged.preview.subtotal, total: staged.preview.total, lines: [{ status: 'AWAITING_SHIPPING', quantity: '2', canceledQuantity: '3', total: { amount: '13.90' } }, { status: 'CANCELED', quantity: '0', canceledQuantity: '1' }] });
  expect((await olga.refused(APPLY, { id: staged.id })).code).toBe('INVALID_STATE');
  await world.settle();
  expect(await available()).toBe(before - 2);

  const { stageOrderEdit: late } = await olga.ask(STAGE, { input: { orderId: id, lines: [{ orderLineId: mugs.id, quantity: '1' }] } });
  const { stageOrderEdit: unwanted } = await olga.ask(STAGE, { input: { orderId: id, requestedOn: '2031-05-03' } });
  expect((await olga.ask(DISCARD, { id: unwanted.id })).discardOrderEdit.status).toBe('DISCARDED');
  await ship(olga, [{ orderLineId: mugs.id, quantity: '1' }]);
  expect((await olga.refused(APPLY, { id: late.id })).code).toBe('STALE_VERSION');
  expect(await olga.refused(STAGE, { input: { orderId: id, lines: [{ orderLineId: mugs.id, quantity: '0' }] } })).toMatchObject({ code: 'INVALID_STATE', details: { pickedQuantity: '1' } });
  expect((await olga.refused(STAGE, { input: { orderId: id, requestedOn: '2031-05-03' } })).code).toBe('INVALID_STATE');
  const { stageOrderEdit: rest } = await olga.ask(STAGE, { input: { orderId: id, lines: [{ orderLineId: mugs.id, quantity: '1' }] } });
  await olga.ask(APPLY, { id: rest.id });
  const { order: over } = await bea.ask(ORDER, { id });
  expect(over.status).toBe('CLOSED');
  const billed = over.invoices.reduce((cents: number, { amount }: { amount: { amount: string } }) => cents + Math.round(Number(amount.amount) * 100), 0);
  expect(billed).toBe(Math.round(Number(over.total.amount) * 100));
});

test('a line says its list price, what was taken off and its net; its parcel has the column of the deployment [ORD-29, ORD-30, ORD-34]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_SHIPMENT_COLUMN_LABEL: 'Track', CARTWRIGHT_ORDERS_SHIPMENT_COLUMN_URL: 'https://carrier.example/{trackingNumber}' } });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id, lines: [mugs = { id: '' }] } = await order(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  const LINE = 'query ($id: ID!) { order(id: $id) { lines { priceExplanation { kind delta { amount } unitPriceAfter { amount } } unitPrice { amount } } shipments { lines { additional { label url } } } } }';
  const { order: priced } = await bea.ask(LINE, { id });
  expect(priced).toMatchObject({ shipments: [], lines: [{ unitPrice: { amount: '6.25' }, priceExplanation: [{ kind: 'LIST', unitPriceAfter: { amount: '6.95' } }, { unitPriceAfter: { amount: '6.25' } }] }] });
  await ship(olga, [{ orderLineId: mugs.id, quantity: '4' }]);
  await ship(olga, [{ orderLineId: mugs.id, quantity: '4' }], { trackingNumbers: ['JJ 1'] });
  expect((await bea.ask(LINE, { id })).order.shipments).toEqual([{ lines: [{ additional: null }] }, { lines: [{ additional: { label: 'Track', url: 'https://carrier.example/JJ%201' } }] }]);
});

const load = async (world: World, file: string): Promise<number> => cartwright(['import', 'fulfilment', file, '--url', world.url, '--email', 'olga@seller.example', '--password', 'demo', '--restart'], fakeTerminal());

test('a file of what left is imported, parcel by parcel, and once however often [ORD-32]', async () => {
  await using world = await startWorld();
  using folder = newFolder();
  const bea = await world.as('bea');
  const one = await order(bea, [{ sku: 'MUG-RED', quantity: '5' }, { sku: 'DRILL-18V', quantity: '1' }]);
  const two = await order(bea, [{ sku: 'PLATE-27', quantity: '2' }]);
  const rows = [
    'shipment,orderNumber,line,sku,quantity,serialNumbers,trackingNumber,carrier',
    `P1,${one.number},1,,2,,T1,DHL`,
    `P1,${two.number},,PLATE-27,2,,T1,`,
    `P2,${one.number},2,DRILL-18V,1,D-77,,`,
    `P3,${one.number},,MUG-RED,many,,,`,
    `P4,${one.number},,TEAPOT-1L,1,,,`,
    `P5,O-1999-000001,,MUG-RED,1,,,`,
  ];
  const file = folder.write('left.csv', rows.join('\n'));
  expect(await load(world, file)).toBe(1);
  expect(await load(world, file)).toBe(1);
  const { order: shipped } = await bea.ask(ORDER, { id: one.id });
  expect(shipped).toMatchObject({ status: 'BOOKED', lines: [{ shippedQuantity: '2' }, { shippedQuantity: '1' }], shipments: [{ trackingNumbers: ['T1'] }, {}] });
  expect((await bea.ask(ORDER, { id: two.id })).order).toMatchObject({ status: 'CLOSED', shipments: [{ number: shipped.shipments[0].number }] });
  writeFileSync(file, 'shipment,parcels\nP1,1\n');
  expect(await load(world, file)).toBe(2);
});
