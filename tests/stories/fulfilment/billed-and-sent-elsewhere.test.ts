import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { addressesOf } from '../carts/content.ts';
import { rename } from '../checkout-parties/naming.ts';
import { place, savePaymentMethod } from '../orders-of-shared-carts/shared-orders.ts';
import { fillCart } from '../orders/shopping.ts';
import { ship } from './fulfilment.ts';

const INVOICE = 'mutation ($id: ID!) { invoiceOrder(orderId: $id) { number amount { amount } shipment { number } lines { quantity orderLine { product { sku } } } } }';
const LOOK = 'query ($id: ID!) { order(id: $id) { version status total { amount } shipTo { city } lines { id status } payments { amount { amount } } invoices { amount { amount } } shipments { shipTo { city } } } }';

test('what is not sent is billed when the seller says so, once, and charged to the card; nobody else says so, and not while it is held', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_PAYMENT_PROVIDER: 'test' } });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask('mutation { upsertProducts(products: [{ sku: "FITTING", name: "Fitting", itemType: SERVICE }]) { sku } upsertPrices(priceList: "default", prices: [{ sku: "FITTING", unitPrice: "30.00" }]) { version } }');
  const card = await savePaymentMethod(bea);
  const cart = await fillCart(bea, [{ sku: 'FITTING', quantity: '2' }, { sku: 'MUG-RED', quantity: '1' }]);
  const { id } = await place(bea, cart.id, { payment: { paymentMethodId: card } });
  const look = async () => (await bea.ask(LOOK, { id })).order;

  expect((await bea.refused(INVOICE, { id })).code).toBe('FORBIDDEN');
  await olga.ask('mutation ($id: ID!) { holdOrder(orderId: $id, reason: "Wait") { id holds { id } } }', { id });
  expect((await olga.refused(INVOICE, { id })).code).toBe('ORDER_ON_HOLD');
  const { order: { holds: [hold] } } = await olga.ask('query ($id: ID!) { order(id: $id) { holds { id } } }', { id });
  await olga.ask('mutation ($id: ID!) { releaseHold(holdId: $id, reason: "Done") { id } }', { id: hold.id });

  const both = await Promise.allSettled([olga.ask(INVOICE, { id }), olga.ask(INVOICE, { id })]);
  const billed = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value.invoiceOrder] : []));
  expect(billed).toMatchObject([{ amount: { amount: '60.00' }, shipment: null, lines: [{ quantity: '2', orderLine: { product: { sku: 'FITTING' } } }] }]);
  expect((await olga.refused(INVOICE, { id })).code, 'there is nothing more').toBe('INVALID_STATE');
  expect((await look()).lines.map(({ status }: { status: string }) => status)).toEqual(['FULFILLED', 'AWAITING_SHIPPING']);
  await expect.poll(async () => (await look()).payments[0].amount.amount, { timeout: 15_000 }).toBe('60.00');

  await ship(olga, [{ orderLineId: (await look()).lines[1].id, quantity: '1' }]);
  const { status, total, invoices } = await look();
  expect([status, invoices.map(({ amount }: { amount: { amount: string } }) => amount.amount), total.amount]).toEqual(['CLOSED', ['60.00', '6.95'], '66.95']);
});

test('an order goes to another address of its country until something of it is picked, at the price it had', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_ORDER_EDITS: 'true' } });
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const ADD = 'mutation ($address: AddressInput!) { addAddress(address: $address) { id } }';
  const york = (await bea.ask(ADD, { address: { recipient: 'Acme', line1: '1 Shambles', city: 'York', postalCode: 'YO1 7LX', country: 'GB' } })).addAddress.id as string;
  const [leeds, galway] = [(await addressesOf(bea)).get('Leeds'), (await addressesOf(bea)).get('Galway')];
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  await rename(bea, cart.id, { setShipTo: { addressId: leeds } });
  const { id } = await place(bea, cart.id);
  const STAGE = 'mutation ($input: StageOrderEditInput!) { stageOrderEdit(input: $input) { id } }';
  const APPLY = 'mutation ($id: ID!) { applyOrderEdit(editId: $id) { version shipTo { city } total { amount } } }';

  expect((await bea.refused(STAGE, { input: { orderId: id, shipToAddressId: galway } })).code, 'priced for another country').toBe('BAD_USER_INPUT');
  expect((await gus.refused(STAGE, { input: { orderId: id, shipToAddressId: york } })).code).toBe('NOT_FOUND');
  const strange = (await addressesOf(gus)).values().next().value;
  if (strange) expect(['NOT_FOUND', 'BAD_USER_INPUT']).toContain((await bea.refused(STAGE, { input: { orderId: id, shipToAddressId: strange } })).code);

  const { stageOrderEdit: edit } = await bea.ask(STAGE, { input: { orderId: id, shipToAddressId: york } });
  const { total } = (await bea.ask(LOOK, { id })).order;
  expect((await bea.ask(APPLY, { id: edit.id })).applyOrderEdit).toEqual({ version: 2, shipTo: { city: 'York' }, total });
  const { lines: [mugs] } = (await bea.ask(LOOK, { id })).order;
  await ship(olga, [{ orderLineId: mugs.id, quantity: '1' }]);
  expect((await bea.ask(LOOK, { id })).order.shipments).toEqual([{ shipTo: { city: 'York' } }]);
  expect((await bea.refused(STAGE, { input: { orderId: id, shipToAddressId: leeds } })).code, 'something is on its way').toBe('INVALID_STATE');
});
