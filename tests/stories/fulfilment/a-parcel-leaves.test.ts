import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { CANCELLATION } from '../orders/shopping.ts';
import { order, ORDER, ship, SHIP } from './fulfilment.ts';

const CHANGES = 'subscription ($id: ID!) { orderChanged(orderId: $id) { cause version order { status lines { status shippedQuantity } } } }';

test('a line that ships is billed by its exact share, and whoever watches the order sees each step [ORD-05, ORD-31, ORD-35, ORD-36]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id, lines } = await order(bea, [{ sku: 'MUG-RED', quantity: '3' }, { sku: 'TEAPOT-1L', quantity: '1' }]);
  const [mugs = { id: '' }, teapot = { id: '' }] = lines;
  const watch = await bea.watch(CHANGES, { id });
  expect((await watch.next()).orderChanged.order.lines).toEqual([{ status: 'AWAITING_SHIPPING', shippedQuantity: '0' }, { status: 'AWAITING_SHIPPING', shippedQuantity: '0' }]);

  const first = await ship(olga, [{ orderLineId: mugs.id, quantity: '2' }], { carrier: 'DHL', trackingNumbers: ['JJD1'] });
  expect(first).toMatchObject({ status: 'SHIPPED', carrier: 'DHL', trackingNumbers: ['JJD1'], lines: [{ quantity: '2', orderLine: { id: mugs.id } }] });
  const frames = await watch.until(({ orderChanged }) => orderChanged.version === 3);
  expect(frames.at(-1)?.orderChanged).toMatchObject({ cause: 'ORDER_INVOICED', version: 3, order: { status: 'BOOKED', lines: [{ status: 'AWAITING_SHIPPING', shippedQuantity: '2' }, { shippedQuantity: '0' }] } });

  await ship(olga, [{ orderLineId: mugs.id, quantity: '1' }, { orderLineId: teapot.id, quantity: '1' }]);
  const { order: shipped } = await bea.ask(ORDER, { id });
  expect(shipped).toMatchObject({ status: 'CLOSED', version: 6, lines: [{ status: 'CLOSED', shippedQuantity: '3', returnableQuantity: '3' }, { status: 'CLOSED', shippedQuantity: '1' }] });
  expect(shipped.shipments).toMatchObject([{ number: first.number, trackingNumbers: ['JJD1'] }, { lines: [{ quantity: '1' }, { quantity: '1' }] }]);
  expect(shipped.invoices).toMatchObject([{ lines: [{ quantity: '2' }], shipment: { number: first.number } }, { lines: [{ quantity: '1' }, { quantity: '1' }] }]);
  const cents = (amount: { amount: string }): number => Math.round(Number(amount.amount) * 100);
  expect(cents(shipped.invoices[0].amount) + cents(shipped.invoices[1].amount)).toBe(cents(shipped.total));

  const byNumber = 'query ($shipment: String!, $invoice: String!) { shipment(number: $shipment) { orders { id } invoices { number } } invoice(number: $invoice) { order { id shipments { number } } due { amount } amount { amount } } }';
  const { shipment, invoice } = await bea.ask(byNumber, { shipment: first.number.toLowerCase(), invoice: shipped.invoices[0].number });
  expect(shipment).toEqual({ orders: [{ id }], invoices: [{ number: shipped.invoices[0].number }] });
  expect(invoice).toMatchObject({ order: { id }, due: shipped.invoices[0].amount, amount: shipped.invoices[0].amount });

  const { code, details } = await olga.refused(SHIP, { input: { lines: [{ orderLineId: mugs.id, quantity: '1' }] } });
  expect(code).toBe('INVALID_STATE');
  expect(details).toMatchObject({ status: 'CLOSED' });
});

test('more than is left does not ship, nor does a buyer; the same key is the same parcel, and strangers know of none', async () => {
  await using world = await startWorld({ env: CANCELLATION });
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const { id, lines: [mugs = { id: '' }] } = await order(bea, [{ sku: 'MUG-RED', quantity: '3' }]);
  const input = { lines: [{ orderLineId: mugs.id, quantity: '1' }], idempotencyKey: 'parcel-1' };

  expect((await bea.refused(SHIP, { input })).code).toBe('FORBIDDEN');
  expect(await olga.refused(SHIP, { input: { lines: [{ orderLineId: mugs.id, quantity: '4' }] } })).toMatchObject({ code: 'INVALID_STATE', details: { quantity: '3' } });
  expect((await olga.refused(SHIP, { input: { lines: [{ orderLineId: mugs.id, quantity: '0' }] } })).code).toBe('QUANTITY_INVALID');
  expect((await olga.refused(SHIP, { input: { lines: [{ orderLineId: id, quantity: '1' }] } })).code).toBe('NOT_FOUND');
  const parcels = await Promise.all([1, 2, 3].map(() => olga.ask(SHIP, { input })));
  expect(new Set(parcels.map(({ shipLines }) => shipLines.number)).size).toBe(1);
  expect((await olga.refused(SHIP, { input: { ...input, carrier: 'UPS' } })).code).toBe('IDEMPOTENCY_KEY_REUSED');

  const { order: shown } = await bea.ask(ORDER, { id });
  expect(shown).toMatchObject({ status: 'BOOKED', lines: [{ shippedQuantity: '1' }], shipments: [{ number: parcels[0]?.shipLines.number }] });
  expect((await gus.refused('query ($number: String!) { shipment(number: $number) { id } }', { number: shown.shipments[0].number })).code).toBe('NOT_FOUND');
  expect((await gus.refused('query ($number: String!) { invoice(number: $number) { id } }', { number: shown.invoices[0].number })).code).toBe('NOT_FOUND');
  expect((await bea.refused('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "late") { id } }', { id })).code).toBe('ORDER_NOT_CANCELLABLE');
});
