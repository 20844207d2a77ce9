import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { addressesOf } from '../carts/content.ts';
import { customerWith } from '../checkout-parties/naming.ts';
import { ship } from '../fulfilment/fulfilment.ts';
import { place, savePaymentMethod, withOnly } from '../orders-of-shared-carts/shared-orders.ts';
import { promote, taxBritain } from '../quotes/terms.ts';
import { newKey } from './shopping.ts';

const SWITCHED_ON = {
  CARTWRIGHT_CARTS_END_CUSTOMER: 'true',
  CARTWRIGHT_ORDERS_PAYMENT_PROVIDER: 'test',
  CARTWRIGHT_CARTS_EXTRA_FIELDS: '[{"name":"dept","level":"cart","type":"text","label":"Department"},{"name":"desk","level":"line","type":"text","label":"Desk"}]',
};
const MONEY = '{ amount currency }';
const DETAILS = `query ($id: ID!) { order(id: $id) {
  number status version placedAt purchaseOrderNumber placedBy { name } contact { name } soldTo { name }
  lines { description quantity uom agreementId discount { amount } total { amount } unitPrice { amount } taxes { code amount { amount } } fields { name value } note priceExplanation { kind delta { amount } unitPriceAfter { amount } } parties { endCustomer { customer { name } } } }
  subtotal ${MONEY} discountTotal { amount } adjustments { name amount { amount } } taxes { code rate amount { amount } } taxTotal { amount } shippingTotal { amount } total { amount } pricesIncludeTax
  shippingMethod shipTo { city } shippingInstructions requestedOn
  billTo { city } paymentTerm payment { type last4 } payments { number }
  fields { name label value } note
  parties { shipTo { customer { name } contact { name } } billTo { customer { name } } endCustomer { customer { name } isInstallLocation } }
  returns { number lines { quantity } }
} }`;

async function account(person: Session): Promise<string> {
  return (await person.ask('{ viewer { account { id } } }')).viewer.account.id as string;
}

test('an order says all of itself: head, lines, charges and taxes, shipping, billing, further information, agreement, end customer and its returns [ORD-27, ORD-29]', async () => {
  await using world = await startWorld({ env: SWITCHED_ON });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await taxBritain(olga);
  await promote(olga, { id: 'spring', name: 'Spring', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  await olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: { id: 'frame', name: 'Frame contract', percentOff: '20', paymentTerm: 'NET60', accountIds: [await account(bea)] } });
  await olga.ask('mutation ($methods: [ShippingMethodInput!]!) { upsertShippingMethods(methods: $methods) { code } }', { methods: [{ code: 'VAN', name: 'By van', currency: 'GBP', flat: '5.00' }] });
  const [initech, leeds, card] = [await customerWith(bea, 'Initech'), (await addressesOf(bea)).get('Leeds'), await savePaymentMethod(bea)];
  const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 10 }, { sku: "TEAPOT-1L", quantity: 1 }]) { id lines { id } } }');
  const actions = [
    { setPricingAgreement: { agreementId: 'frame', lineId: cart.lines[0].id } },
    { setShipTo: { addressId: leeds, instructions: 'Ring twice', requestedOn: '2031-05-03' } },
    { setBillTo: { addressId: leeds, purchaseOrderNumber: 'PO-77' } },
    { setEndCustomer: { ...initech.party, isInstallLocation: true } },
    { setShippingMethod: { shippingMethod: 'VAN' } },
    { setPayment: { paymentMethodId: card } },
    { setFields: [{ name: 'dept', value: 'Kitchen' }] },
    { setLineFields: { lineId: cart.lines[1].id, fields: [{ name: 'desk', value: '12' }] } },
    { setNote: { note: 'For the summer' } },
    { setNote: { lineId: cart.lines[1].id, note: 'Green if you can' } },
  ];
  await bea.ask('mutation ($id: ID!, $actions: [CartAction!]!) { updateCart(cartId: $id, actions: $actions) { id } }', { id: cart.id, actions });
  const { id } = await place(bea, cart.id);
  const { order } = await bea.ask(DETAILS, { id });

  expect(order, 'head').toMatchObject({ status: 'BOOKED', version: 1, purchaseOrderNumber: 'PO-77', placedBy: { name: 'Bea' }, soldTo: { name: 'Acme' } });
  expect(order.lines, 'lines').toMatchObject([
    { description: 'Stoneware mug, red', quantity: '10', agreementId: 'frame', note: null, fields: [], parties: null },
    { quantity: '1', agreementId: null, note: 'Green if you can', fields: [{ name: 'desk', value: '12' }] },
  ]);
  const cents = ({ amount }: { amount: string }): number => Math.round(Number(amount) * 100);
  const sum = (amounts: readonly { amount: string }[]): number => amounts.reduce((all, each) => all + cents(each), 0);
  const [mugs, pot] = order.lines;
  expect([mugs.unitPrice.amount, mugs.priceExplanation[0]], 'list price, what was taken off, net').toEqual(['5.00', { kind: 'LIST', delta: { amount: '6.95' }, unitPriceAfter: { amount: '6.95' } }]);
  for (const line of [mugs, pot]) expect(sum(line.priceExplanation.map(({ delta }: { delta: { amount: string } }) => delta))).toBe(cents(line.unitPrice));
  expect(cents(mugs.discount), 'its share of the promotion').toBe(500);
  expect(order, 'charges and taxes').toMatchObject({ adjustments: [{ name: 'Spring' }], taxes: [{ code: 'VAT', rate: '0.2' }], shippingTotal: { amount: '5.00' }, pricesIncludeTax: false });
  expect(sum([mugs.total, pot.total])).toBe(cents(order.subtotal));
  expect(sum(order.adjustments.map(({ amount }: { amount: { amount: string } }) => amount))).toBe(cents(order.discountTotal));
  expect(cents(order.subtotal) - cents(order.discountTotal) + cents(order.shippingTotal) + cents(order.taxTotal)).toBe(cents(order.total));
  expect(order, 'shipping').toMatchObject({ shippingMethod: 'VAN', shipTo: { city: 'Leeds' }, shippingInstructions: 'Ring twice', requestedOn: '2031-05-03' });
  expect(order, 'billing').toMatchObject({ billTo: { city: 'Leeds' }, payment: { type: 'CARD', last4: '1111' } });
  expect(order.payments).toHaveLength(1);
  expect(order, 'further information').toMatchObject({ fields: [{ name: 'dept', label: 'Department', value: 'Kitchen' }], note: 'For the summer' });
  expect(order.parties, 'end customer').toMatchObject({ endCustomer: { customer: { name: 'Initech' }, isInstallLocation: true } });
  expect(order.returns).toEqual([]);

  const lineId = (await bea.ask('query ($id: ID!) { order(id: $id) { lines { id } } }', { id })).order.lines[0].id;
  const { addReturnLines: pending } = await bea.ask('mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id } }', { lines: [{ orderLineId: lineId, quantity: '2', reason: 'DAMAGED' }] });
  const { submitReturn } = await bea.ask('mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { number } }', { id: pending.id, key: newKey() });
  expect((await bea.ask(DETAILS, { id })).order.returns, 'related returns').toEqual([{ number: submitReturn.number, lines: [{ quantity: '2' }] }]);

  const { order: veiled } = await (await withOnly(world, 'bea', 'VIEW_ORDER')).ask(DETAILS, { id });
  expect(veiled.lines[0], 'without net prices there is the list price only').toMatchObject({ agreementId: null, unitPrice: { amount: '6.95' }, discount: { amount: '0.00' }, priceExplanation: [{ kind: 'LIST' }] });
  expect(veiled.adjustments).toEqual([]);
});

test('from an order to its invoice, the payment, the parcel and back, each by its own number, for who may see the order alone [ORD-35, ORD-36]', async () => {
  await using world = await startWorld({ env: SWITCHED_ON });
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const card = await savePaymentMethod(bea);
  const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 3 }]) { id } }');
  const { id } = await place(bea, cart.id, { payment: { paymentMethodId: card } });
  const { order } = await bea.ask('query ($id: ID!) { order(id: $id) { lines { id } total { amount } payments { number status amount { amount } authorised { amount } } } }', { id });
  expect(order.payments).toMatchObject([{ status: 'AUTHORISED', amount: { amount: '0.00' }, authorised: order.total }]);
  const parcel = await ship(olga, [{ orderLineId: order.lines[0].id, quantity: '2' }]);
  await world.settle();
  const captured = async (): Promise<boolean> => (await bea.ask('{ payments { nodes { operations { kind status } } } }')).payments.nodes[0].operations.some(({ kind, status }: { kind: string; status: string }) => kind === 'CAPTURE' && status === 'DONE');
  await expect.poll(captured, { timeout: 10_000 }).toBe(true);

  const { shipment } = await bea.ask('query ($number: String!) { shipment(number: $number) { orders { id } invoices { number } } }', { number: parcel.number });
  expect(shipment.orders).toEqual([{ id }]);
  const invoiceNumber = shipment.invoices[0].number as string;
  const INVOICE = 'query ($number: String!) { invoice(number: $number) { amount { amount } due { amount } applied { amount } order { id } shipment { number } lines { quantity } payments { kind amount { amount } payment { number } } } }';
  const { invoice } = await bea.ask(INVOICE, { number: invoiceNumber });
  expect(invoice).toMatchObject({ amount: { amount: '13.90' }, applied: { amount: '13.90' }, due: { amount: '0.00' }, order: { id }, shipment: { number: parcel.number }, lines: [{ quantity: '2' }] });
  expect(invoice.payments).toEqual([{ kind: 'CARD', amount: { amount: '13.90' }, payment: { number: order.payments[0].number } }]);
  const PAYMENT = 'query ($number: String!) { payment(number: $number) { number status amount { amount } authorised { amount } refunded { amount } order { id } operations { kind status amount { amount } } invoices { amount { amount } invoice { number shipment { number } order { id } } } } }';
  const { payment } = await bea.ask(PAYMENT, { number: order.payments[0].number });
  expect(payment).toMatchObject({ amount: { amount: '13.90' }, authorised: { amount: '20.85' }, order: { id }, operations: [{ kind: 'AUTHORISE', status: 'DONE' }, { kind: 'CAPTURE', status: 'DONE', amount: { amount: '13.90' } }] });
  expect(payment.invoices).toEqual([{ amount: { amount: '13.90' }, invoice: { number: invoiceNumber, shipment: { number: parcel.number }, order: { id } } }]);
  const { payments } = await bea.ask('query ($search: PaymentSearch) { payments(search: $search) { nodes { number status amount { amount } order { id } invoices { invoice { number } } } } }', { search: { orderNumber: (await bea.ask('query ($id: ID!) { order(id: $id) { number } }', { id })).order.number } });
  expect(payments.nodes).toEqual([{ number: payment.number, status: payment.status, amount: { amount: '13.90' }, order: { id }, invoices: [{ invoice: { number: invoiceNumber } }] }]);

  expect((await gus.refused(INVOICE, { number: invoiceNumber })).code).toBe('NOT_FOUND');
  expect((await gus.refused(PAYMENT, { number: payment.number })).code).toBe('NOT_FOUND');
  expect((await gus.ask('{ payments { nodes { number } } }')).payments.nodes).toEqual([]);
});

test('an order that is held as it is placed says so at once; entered, booked, picked, closed or canceled, its lines say how far they are [ORD-04, ORD-05, ORD-30]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_DEFAULT_ORDER_STATE: 'ENTERED', CARTWRIGHT_ORDERS_HOLD_NEW_ORDERS: 'First look', CARTWRIGHT_ORDERS_CANCELLATION: 'true' } });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask('mutation { upsertProducts(products: [{ sku: "FITTING", name: "Fitting", itemType: SERVICE }]) { sku } upsertPrices(priceList: "default", prices: [{ sku: "FITTING", unitPrice: "30.00" }]) { version } }');
  const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id status onHold holds { id reason releasedAt } lines { id status } } } }';
  const order = async () => {
    const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 2 }, { sku: "FITTING", quantity: 1 }]) { id priceHash } }');
    const input = { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() };
    return { placed: (await bea.ask(PLACE, { input })).placeOrder, again: (await bea.ask(PLACE, { input })).placeOrder };
  };
  const { placed, again } = await order();
  expect(placed).toMatchObject({ status: 'ENTERED', onHold: true, holds: [{ reason: 'First look', releasedAt: null }], lines: [{ status: 'ENTERED' }, { status: 'ENTERED' }] });
  expect(again, 'the same key hears the same').toEqual(placed);

  const { id, lines: [mugs, fitting], holds: [hold] } = placed;
  const LOOK = 'query ($id: ID!) { order(id: $id) { status onHold lines { status fulfilment { step quantity } } shipments { lines { orderLine { product { sku } } } } } }';
  const look = async (orderId = id) => (await bea.ask(LOOK, { id: orderId })).order;
  const NOTHING = { shipments: [], lines: [{ fulfilment: [] }, { fulfilment: [] }] };
  expect(await look(), 'of an entered order there is nothing to say about parcels').toMatchObject(NOTHING);
  const BOOK = 'mutation ($id: ID!) { bookOrder(orderId: $id) { status } }';
  expect((await bea.refused(BOOK, { id })).code).toBe('FORBIDDEN');
  expect((await olga.refused(BOOK, { id })).code).toBe('ORDER_ON_HOLD');
  const move = { lines: [{ orderLineId: mugs.id, quantity: '2' }] };
  const PICK = 'mutation ($lines: [LineQuantityInput!]!) { pickLines(lines: $lines) { id } }';
  expect((await olga.refused(PICK, move)).code).toBe('INVALID_STATE');
  await olga.ask('mutation ($id: ID!) { releaseHold(holdId: $id, reason: "Looked") { onHold } }', { id: hold.id });
  expect((await olga.ask(BOOK, { id })).bookOrder.status).toBe('BOOKED');
  expect((await olga.refused(BOOK, { id })).code, 'once only').toBe('INVALID_STATE');
  expect(await look()).toMatchObject({ status: 'BOOKED', onHold: false, lines: [{ status: 'AWAITING_SHIPPING', fulfilment: [{ step: 'AWAITING_SHIPPING', quantity: '2' }] }, { status: 'BOOKED', fulfilment: [] }] });
  await olga.ask(PICK, move);
  expect((await look()).lines).toMatchObject([{ status: 'PICKED' }, { status: 'BOOKED' }]);
  expect((await olga.refused('mutation ($lines: [LineQuantityInput!]!) { pickLines(lines: $lines) { id } }', { lines: [{ orderLineId: fitting.id, quantity: '1' }] })).code, 'what is not sent is in no parcel').toBe('BAD_USER_INPUT');
  await ship(olga, move.lines);
  expect(await look()).toMatchObject({ status: 'CLOSED', lines: [{ status: 'CLOSED' }, { status: 'CLOSED' }], shipments: [{ lines: [{ orderLine: { product: { sku: 'MUG-RED' } } }] }] });

  const { placed: second } = await order();
  await olga.ask('mutation ($id: ID!) { releaseHold(holdId: $id, reason: "Looked") { onHold } }', { id: second.holds[0].id });
  await olga.ask(BOOK, { id: second.id });
  expect((await look(second.id)).lines[0].fulfilment).toHaveLength(1);
  await bea.ask('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "No need") { status } }', { id: second.id });
  expect(await look(second.id)).toMatchObject({ ...NOTHING, status: 'CANCELED' });
  expect((await look(second.id)).lines.map(({ status }: { status: string }) => status)).toEqual(['CANCELED', 'CANCELED']);
});
