import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import type { CheckoutPoint } from '../../../subgraphs/orders/failpoint.ts';
import { changeOrder } from '../../../subgraphs/orders/use-cases/change-order.ts';
import { refundPayment } from '../../../subgraphs/orders/use-cases/refund-payment.ts';
import { resumeCheckouts } from '../../../subgraphs/orders/use-cases/resume-checkouts.ts';
import { settlePayments } from '../../../subgraphs/orders/use-cases/settle-payments.ts';
import { paymentService } from './payment-service.ts';
import { openShop, someone, stubPeers, type Shop } from './shop.ts';

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id status } } }';
const PAYMENTS = 'query ($id: ID!) { order(id: $id) { version payments { status authorised { amount } amount { amount } refunded { amount } operations { kind status amount { amount } subjectId } } } }';
const CANCEL = 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Too many") { status } }';
interface Placed {
  placeOrder: { id: string; status: string };
}
interface Shown {
  order: { version: number; payments: { status: string; authorised: { amount: string }; amount: { amount: string }; refunded: { amount: string }; operations: { kind: string; status: string; amount: { amount: string } }[] }[] };
}

const buyer = someone('INDIVIDUAL');
const byCard = () => ({ input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId(), payment: { paymentMethodId: newId() } } });
const contextOf = (shop: Shop): OrdersContext => shop.running.contextFor(SYSTEM) as OrdersContext;
const resume = (shop: Shop): Promise<void> => resumeCheckouts(contextOf(shop));
const settle = async (shop: Shop): Promise<void> => {
  await shop.running.relay.drained();
  await settlePayments(contextOf(shop));
  await settlePayments(contextOf(shop)); // what had to wait for another
  await shop.running.relay.drained();
};
const ordersOf = async (shop: Shop): Promise<unknown[]> => (await shop.ask<{ orders: { nodes: unknown[] } }>(buyer, '{ orders { nodes { id } } }')).orders.nodes;
const paymentOf = async (shop: Shop, id: string) => (await shop.ask<Shown>(buyer, PAYMENTS, { id })).order.payments[0];
/** As billing tells it. */
const invoice = (shop: Shop, id: string, amountMinor: number, invoiceId = newId()): Promise<unknown> =>
  contextOf(shop).db.transact(async (tx) => {
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return changeOrder(tx, order, {}, { type: 'ORDER_INVOICED', actorId: null, now: shop.clock.now(), payload: { invoiceId, amountMinor } });
  });

test('a card is authorised before its order is written, for what the order comes to; fifty at once with one key authorise once [CHK-46, I4]', async () => {
  const payments = paymentService();
  await using shop = await openShop(stubPeers(buyer), { payments });
  const wanted = byCard();
  const placed = await Promise.all(Array.from({ length: 50 }, () => shop.ask<Placed>(buyer, PLACE, wanted)));
  expect(new Set(placed.map(({ placeOrder }) => placeOrder.id)).size).toBe(1);
  expect(payments.done()).toEqual(['AUTHORISE 1200']);
  const id = placed[0]?.placeOrder.id ?? '';
  expect(await paymentOf(shop, id)).toMatchObject({ status: 'AUTHORISED', authorised: { amount: '12.00' }, amount: { amount: '0.00' }, operations: [{ kind: 'AUTHORISE', status: 'DONE' }] });
  const { payment } = await contextOf(shop).db.sql.selectFrom('Order').select('payment').where('id', '=', id).executeTakeFirstOrThrow();
  expect(JSON.stringify(payment)).not.toContain('tok_');
});

test.each([
  ['tok_declined', 'PAYMENT_DECLINED'],
  ['tok_failing', 'PAYMENT_FAILED'],
])('%s is %s: nothing is ordered, everything is given back, and another card may pay under the same key [CHK-46]', async (token, code) => {
  const peers = stubPeers(buyer);
  const payments = paymentService();
  await using shop = await openShop(peers, { payments });
  const wanted = byCard();
  peers.token = token;
  expect(await shop.refused(buyer, PLACE, wanted)).toMatchObject({ code });
  expect([peers.held.size, peers.reserved.size, (await ordersOf(shop)).length]).toEqual([0, 0, 0]);
  await settle(shop);
  expect(payments.done()).toEqual([]);
  peers.token = 'tok_visa';
  expect((await shop.ask<Placed>(buyer, PLACE, wanted)).placeOrder.status).toBe('BOOKED');
  expect(payments.done()).toEqual(['AUTHORISE 1200']);
});

test('a card without a service, one that is only named, and authorisation switched off ask for no money', async () => {
  const payments = paymentService();
  await using none = await openShop(stubPeers(buyer));
  await none.ask(buyer, PLACE, byCard());
  await using off = await openShop(stubPeers(buyer), { payments, env: { CARTWRIGHT_ORDERS_AUTHORISE_CARDS: 'false' } });
  const { placeOrder } = await off.ask<Placed>(buyer, PLACE, byCard());
  expect(await paymentOf(off, placeOrder.id)).toBeUndefined();
  await using shop = await openShop(stubPeers(buyer), { payments });
  await shop.ask(buyer, PLACE, { input: { ...byCard().input, payment: { kind: 'CARD' } } });
  await shop.ask(buyer, PLACE, { input: { ...byCard().input, payment: { kind: 'INVOICE' } } });
  expect(payments.calls.sent).toBe(0);
});

test('a service that charges and hangs is asked what became of it, and charges once [F52, I4]', async () => {
  const payments = paymentService();
  payments.mood = 'SILENT';
  await using shop = await openShop(stubPeers(buyer), { payments });
  const placing = shop.ask<Placed>(buyer, PLACE, byCard());
  await expect.poll(() => payments.calls.sent).toBe(1);
  payments.mood = 'WELL';
  await expect.poll(() => (shop.clock.advance(1_500), payments.calls.found)).toBe(1);
  expect((await placing).placeOrder.status).toBe('BOOKED');
  expect([payments.calls.sent, payments.done()]).toEqual([1, ['AUTHORISE 1200']]);
});

test('a service that does not answer for long makes a refusal; stock and cart are free at once, and the money as soon as it is back [F54]', async () => {
  const peers = stubPeers(buyer);
  const payments = paymentService();
  await using shop = await openShop(peers, { payments });
  payments.mood = 'SILENT';
  const placing = shop.refused(buyer, PLACE, byCard());
  for (let round = 1; round <= 6; round++) {
    await expect.poll(() => payments.calls.sent + payments.calls.found).toBe(round);
    shop.clock.advance(61_000);
  }
  expect(await placing).toMatchObject({ code: 'PAYMENT_FAILED' });
  expect([peers.held.size, peers.reserved.size, (await ordersOf(shop)).length]).toEqual([0, 0, 0]);
  await settle(shop);
  expect(payments.done()).toEqual(['AUTHORISE 1200', 'VOID 1200']); // it did it, and could not say so
  payments.mood = 'WELL';
  shop.clock.advance(61_000);
  await settle(shop);
  expect(payments.done()).toEqual(['AUTHORISE 1200', 'VOID 1200']);
  const open = await contextOf(shop).db.sql.selectFrom('PaymentOperation').select('id').where('status', 'in', ['DUE', 'SENT']).execute();
  expect(open).toEqual([]);
});

test('an authorisation that arrives after it was made void is none [F48]', async () => {
  const payments = paymentService();
  await using shop = await openShop(stubPeers(buyer), { payments });
  payments.mood = 'SLOW';
  const placing = shop.refused(buyer, PLACE, byCard());
  for (let round = 1; round <= 6; round++) {
    await expect.poll(() => payments.calls.sent).toBe(round);
    shop.clock.advance(61_000);
  }
  expect(await placing).toMatchObject({ code: 'PAYMENT_FAILED' });
  payments.mood = 'WELL';
  await settle(shop);
  await payments.arrive();
  expect(payments.done()).toEqual(['VOID 1200']);
});

const POINTS: CheckoutPoint[] = ['confirmed', 'stockReserved:unsaved', 'stockReserved', 'paymentAuthorised:unsaved', 'paymentAuthorised', 'placed:unsaved', 'placed'];

test.each(POINTS)('killed at %s, the order is paid for once after the restart [F02, I4]', async (point) => {
  const payments = paymentService();
  const wanted = byCard();
  const killed = await openShop(stubPeers(buyer), { payments, failpoint: (at) => { if (at === point) throw new Error('killed'); } });
  await killed.refused(buyer, PLACE, wanted);
  await using shop = await killed.restart();
  shop.clock.advance(6_000);
  await resume(shop);
  const { placeOrder } = await shop.ask<Placed>(buyer, PLACE, wanted);
  expect(payments.done()).toEqual(['AUTHORISE 1200']);
  expect(await paymentOf(shop, placeOrder.id)).toMatchObject({ status: 'AUTHORISED' });
});

test('stock that ran out of time while the card was authorised is no order, and the card is let go of, killed in between or not [F48]', async () => {
  const peers = stubPeers(buyer);
  const payments = paymentService();
  const killed = await openShop(peers, { payments, failpoint: (at) => { if (at === 'paymentAuthorised') throw new Error('killed'); } });
  await killed.refused(buyer, PLACE, byCard());
  const shop = await killed.restart((at) => { if (at === 'failed:unsaved') throw new Error('killed'); });
  shop.clock.advance(11 * 60_000);
  await resume(shop).catch(() => undefined);
  shop.clock.advance(6_000);
  await using again = await shop.restart();
  await resume(again);
  await settle(again);
  expect([peers.held.size, peers.reserved.size, (await ordersOf(again)).length]).toEqual([0, 0, 0]);
  expect(payments.done()).toEqual(['AUTHORISE 1200', 'VOID 1200']);
});

test('each invoice is captured once, whatever is delivered twice; more than was authorised never is, and the order tells of it [I4]', async () => {
  const payments = paymentService();
  await using shop = await openShop(stubPeers(buyer), { payments });
  const { id } = (await shop.ask<Placed>(buyer, PLACE, byCard())).placeOrder;
  const first = newId();
  await invoice(shop, id, 500, first);
  await invoice(shop, id, 500, first);
  await settle(shop);
  expect(await paymentOf(shop, id)).toMatchObject({ status: 'CAPTURED', amount: { amount: '5.00' } });
  payments.mood = 'SILENT';
  await invoice(shop, id, 900);
  await settle(shop);
  payments.mood = 'WELL';
  shop.clock.advance(61_000);
  await settle(shop);
  expect(payments.done('CAPTURE')).toEqual(['CAPTURE 500', 'CAPTURE 700']);
  await invoice(shop, id, 1);
  await settle(shop);
  expect(await paymentOf(shop, id)).toMatchObject({ amount: { amount: '12.00' } });
  expect(shop.events.filter(({ type }) => type === 'PAYMENT_CAPTURED').map(({ payload }) => [payload.amountMinor, payload.subjectId === first])).toEqual([['500', true], ['700', false]]);
});

test('a canceled order lets go of what was not captured and gives back what was, once [CAN-05] [I12]', async () => {
  const payments = paymentService();
  await using shop = await openShop(stubPeers(buyer), { payments });
  const [fresh, half] = [(await shop.ask<Placed>(buyer, PLACE, byCard())).placeOrder, (await shop.ask<Placed>(buyer, PLACE, byCard())).placeOrder];
  await shop.ask(buyer, CANCEL, { id: fresh.id });
  await settle(shop);
  expect(await paymentOf(shop, fresh.id)).toMatchObject({ status: 'VOIDED', amount: { amount: '0.00' }, refunded: { amount: '0.00' } });
  await invoice(shop, half.id, 500);
  await shop.ask(buyer, CANCEL, { id: half.id });
  await settle(shop);
  await settle(shop);
  expect(await paymentOf(shop, half.id)).toMatchObject({ status: 'CAPTURED', amount: { amount: '5.00' }, refunded: { amount: '5.00' } });
  expect(payments.done()).toEqual(['AUTHORISE 1200', 'AUTHORISE 1200', 'VOID 1200', 'CAPTURE 500', 'VOID 700', 'REFUND 500']);
});

test('what comes back is refunded once a key, and never more than was captured [I12]', async () => {
  const payments = paymentService();
  await using shop = await openShop(stubPeers(buyer), { payments });
  const { id: orderId } = (await shop.ask<Placed>(buyer, PLACE, byCard())).placeOrder;
  await invoice(shop, orderId, 1000);
  await settle(shop);
  const back = (amountMinor: bigint, key: string) => contextOf(shop).db.transact((tx) => refundPayment(tx, { orderId, amountMinor, key, subjectId: 'r', now: shop.clock.now() })).then(({ way }) => way);
  expect([await back(400n, 'return:1'), await back(400n, 'return:1'), await back(600n, 'return:2')]).toEqual(['CARD', 'CARD', 'CARD']);
  await expect(back(1n, 'return:3')).rejects.toMatchObject({ code: 'INVALID_STATE' });
  await settle(shop);
  expect(payments.done('REFUND')).toEqual(['REFUND 400', 'REFUND 600']);
  expect(await paymentOf(shop, orderId)).toMatchObject({ amount: { amount: '10.00' }, refunded: { amount: '10.00' } });
});

test('a refund that the bank takes its time for holds up other refunds, and no capture', async () => {
  const payments = paymentService();
  await using shop = await openShop(stubPeers(buyer), { payments });
  const { placeOrder } = await shop.ask<Placed>(buyer, PLACE, byCard());
  const refund = (amountMinor: bigint): Promise<unknown> =>
    contextOf(shop).db.transact((tx) => refundPayment(tx, { orderId: placeOrder.id, amountMinor, key: newId(), subjectId: newId(), now: shop.clock.now() }));
  await invoice(shop, placeOrder.id, 600);
  await settle(shop);
  payments.mood = 'SLOW';
  await refund(300n);
  await settle(shop);
  payments.mood = 'WELL';
  await refund(100n);
  await invoice(shop, placeOrder.id, 600);
  await settle(shop);
  expect(payments.done()).toEqual(['AUTHORISE 1200', 'CAPTURE 600', 'CAPTURE 600']);
  await payments.arrive();
  shop.clock.advance(60_000);
  await settle(shop);
  expect(payments.done('REFUND')).toEqual(['REFUND 300', 'REFUND 100']);
});
