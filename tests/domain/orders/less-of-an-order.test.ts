import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import { settlePayments } from '../../../subgraphs/orders/use-cases/settle-payments.ts';
import { startStripe } from '../../support/stripe-imitation.ts';
import { payingBy } from './paying-by-stripe.ts';
import { paymentService } from './payment-service.ts';
import { CART_LINE, openShop, someone, stubPeers, type Shop } from './shop.ts';

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id lines { id } } } }';
const STAGE = 'mutation ($input: StageOrderEditInput!) { stageOrderEdit(input: $input) { id } }';
const APPLY = 'mutation ($id: ID!) { applyOrderEdit(editId: $id) { total { amount } } }';
const SHIP = 'mutation ($input: ShipLinesInput!) { shipLines(input: $input) { id } }';
const PAYMENT = 'query ($id: ID!) { order(id: $id) { status total { amount } payments { status authorised { amount } amount { amount } operations { kind status amount { amount } } } } }';
const OWED = '{ creditAccounts { owed { amount } } }';

interface Placed {
  readonly placeOrder: { readonly id: string; readonly lines: readonly { readonly id: string }[] };
}

const buyer = someone('INDIVIDUAL');
const olga = someone('ADMINISTRATOR');
const contextOf = (shop: Shop): OrdersContext => shop.running.contextFor(SYSTEM) as OrdersContext;
const place = async (shop: Shop, payment: object): Promise<Placed['placeOrder']> => (await shop.ask<Placed>(buyer, PLACE, { input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId(), payment } })).placeOrder;
const edit = async (shop: Shop, { id, lines }: Placed['placeOrder'], quantity: string): Promise<string> => {
  const { stageOrderEdit } = await shop.ask<{ stageOrderEdit: { id: string } }>(olga, STAGE, { input: { orderId: id, lines: [{ orderLineId: lines[0]?.id, quantity }] } });
  await shop.ask(olga, APPLY, { id: stageOrderEdit.id });
  return stageOrderEdit.id;
};
const settle = async (shop: Shop): Promise<void> => {
  for (let round = 0; round < 3; round++) {
    await shop.running.relay.drained();
    await settlePayments(contextOf(shop));
  }
  await shop.running.relay.drained();
};

test('what is taken off an order is kept ready no longer, once, though the service loses its answer; its invoices take the rest and no more [I4]', async () => {
  const payments = paymentService();
  await using shop = await openShop(stubPeers(buyer), { payments });
  const order = await place(shop, { paymentMethodId: newId() });
  payments.mood = 'SILENT';
  await edit(shop, order, '2'); // of 3 for 10.00, with 2.00 that hang on no line
  await settle(shop);
  payments.mood = 'WELL';
  shop.clock.advance(60_000);
  await settle(shop);
  expect(payments.done()).toEqual(['AUTHORISE 1200', 'REDUCE 333']);
  await edit(shop, order, '1');
  await settle(shop);
  expect(payments.done('REDUCE')).toEqual(['REDUCE 333', 'REDUCE 334']);
  expect((await shop.ask<{ order: object }>(buyer, PAYMENT, { id: order.id })).order).toMatchObject({ total: { amount: '5.33' }, payments: [{ status: 'AUTHORISED', authorised: { amount: '5.33' }, amount: { amount: '0.00' } }] });
  await shop.ask(olga, SHIP, { input: { lines: [{ orderLineId: order.lines[0]?.id, quantity: '1' }] } });
  await settle(shop);
  expect(payments.done('CAPTURE')).toEqual(['CAPTURE 533']);
  expect(payments.done('VOID'), 'asked for all the same: not every service heard of the reductions').toEqual(['VOID 0']);
});

test('killed between the edit and what follows from it, and told of it again, the money follows once', async () => {
  const payments = paymentService();
  const first = await openShop(stubPeers(buyer), { payments });
  const [byCard, onAccount] = [await place(first, { paymentMethodId: newId() }), await place(first, { kind: 'INVOICE' })];
  await edit(first, byCard, '1');
  const editId = await edit(first, onAccount, '1');
  await using shop = await first.restart();
  await settle(shop);
  const told = [...first.events, ...shop.events].find(({ type, payload }) => type === 'ORDER_EDITED' && payload.editId === editId);
  if (!told) throw new Error('Nobody told of the edit.');
  await shop.bus.publish(told);
  await settle(shop);
  expect(payments.done()).toEqual(['AUTHORISE 1200', 'REDUCE 667']);
  expect(await shop.ask(buyer, OWED)).toEqual({ creditAccounts: [{ owed: { amount: '5.33' } }] });
});

const BOLTS_AND_HELP = [{ ...CART_LINE, quantity: '2', unitPrice: '3.00', total: { amount: '6.00', currency: 'GBP' } }, { ...CART_LINE, sku: 'HELP', quantity: '1', unitPrice: '4.00', total: { amount: '4.00', currency: 'GBP' } }];

test('a service billed with the first parcel is not edited away afterwards: what was captured stays what the order comes to [I4]', async () => {
  const peers = stubPeers(buyer, BOLTS_AND_HELP);
  peers.unsent = ['HELP'];
  const payments = paymentService();
  await using shop = await openShop(peers, { payments });
  const order = await place(shop, { paymentMethodId: newId() });
  const [bolt, help] = order.lines.map(({ id }) => id);
  await shop.ask(olga, SHIP, { input: { lines: [{ orderLineId: bolt, quantity: '1' }] } });
  await settle(shop);
  expect(payments.done('CAPTURE')).toEqual(['CAPTURE 700']);
  const lines = [{ orderLineId: bolt, quantity: '1' }, { orderLineId: help, quantity: '0' }];
  expect(await shop.refused(olga, STAGE, { input: { orderId: order.id, lines } })).toMatchObject({ code: 'INVALID_STATE', details: { orderLineId: help, billedQuantity: '1' } });
  await edit(shop, order, '1');
  await settle(shop);
  expect((await shop.ask<{ order: object }>(buyer, PAYMENT, { id: order.id })).order).toMatchObject({ status: 'CLOSED', total: { amount: '9.00' }, payments: [{ amount: { amount: '9.00' } }] });
});

test('an order for which more was billed than it comes to is not closed over that: the edit that would is refused', async () => {
  await using shop = await openShop(stubPeers(buyer), { payments: paymentService() });
  const order = await place(shop, { paymentMethodId: newId() });
  await shop.ask(olga, SHIP, { input: { lines: [{ orderLineId: order.lines[0]?.id, quantity: '1' }] } });
  await contextOf(shop).db.transact((tx) => tx.sql.updateTable('Invoice').set({ amountMinor: 1_000n }).where('orderId', '=', order.id).execute());
  const { stageOrderEdit } = await shop.ask<{ stageOrderEdit: { id: string } }>(olga, STAGE, { input: { orderId: order.id, lines: [{ orderLineId: order.lines[0]?.id, quantity: '1' }] } });
  expect(await shop.refused(olga, APPLY, { id: stageOrderEdit.id })).toMatchObject({ code: 'INVALID_STATE', details: { tooMuch: { amount: '4.67', currency: 'GBP' } } });
  expect((await shop.ask<{ order: object }>(buyer, PAYMENT, { id: order.id })).order).toMatchObject({ status: 'BOOKED', total: { amount: '12.00' } });
});

test('an order is not made more than it was: what would have to be authorised, owed and put aside is ordered separately', async () => {
  await using shop = await openShop(stubPeers(buyer), { payments: paymentService() });
  const order = await place(shop, { paymentMethodId: newId() });
  expect(await shop.refused(olga, STAGE, { input: { orderId: order.id, lines: [{ orderLineId: order.lines[0]?.id, quantity: '4' }] } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { quantity: '3' } });
});

test('of a canceled order nothing is let go of twice', async () => {
  const payments = paymentService();
  await using shop = await openShop(stubPeers(buyer), { payments });
  const order = await place(shop, { paymentMethodId: newId() });
  await edit(shop, order, '1');
  await shop.ask(buyer, 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "No") { status } }', { id: order.id });
  await settle(shop);
  expect(payments.done()).toEqual(['AUTHORISE 1200', 'REDUCE 667', 'VOID 533']);
});

test.each([
  ['after its capture', false],
  ['while nobody knows what became of its capture', true],
])('what is taken off an order %s is not kept ready at Stripe, which knows no reduction, once the order is closed [I4]', async (_, isUnheard) => {
  await using stripe = await startStripe();
  await using paying = payingBy(stripe);
  const peers = stubPeers(buyer, [{ ...CART_LINE, quantity: '2', unitPrice: '6', total: { amount: '12.00', currency: 'GBP' } }]);
  Object.assign(peers, { token: 'pm_card_visa', totals: { subtotal: { amount: '12.00', currency: 'GBP' }, taxTotal: { amount: '0.00', currency: 'GBP' } } });
  await using shop = await openShop(peers, { payments: paying.provider });
  const order = await place(shop, { paymentMethodId: newId() });
  if (isUnheard) stripe.behave('HANG_AFTER', '/capture');
  await shop.ask(olga, SHIP, { input: { lines: [{ orderLineId: order.lines[0]?.id, quantity: '1' }] } });
  await settle(shop);
  const [intent] = stripe.intents.values();
  expect(intent).toMatchObject({ status: 'requires_capture', amount: 1_200, amount_received: 600 });
  await edit(shop, order, '1'); // all that was not sent
  stripe.behave('WELL');
  shop.clock.advance(60_000);
  await settle(shop);
  expect((await shop.ask<{ order: object }>(buyer, PAYMENT, { id: order.id })).order).toMatchObject({ status: 'CLOSED', payments: [{ status: 'CAPTURED', authorised: { amount: '6.00' }, amount: { amount: '6.00' } }] });
  expect([intent?.status, intent?.amount_received, stripe.calls.filter((call) => call === 'POST cancel')]).toEqual(['canceled', 600, ['POST cancel']]);
});
