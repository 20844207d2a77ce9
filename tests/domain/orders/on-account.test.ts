import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import { refundPayment } from '../../../subgraphs/orders/use-cases/refund-payment.ts';
import { openShop, someone, stubPeers, type Shop } from './shop.ts';

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id status bookingProblem { code message } } } }';
const SET = 'mutation ($input: CreditLimitInput!) { setCreditLimit(input: $input) { limit { amount } owed { amount } available { amount } } }';
const CREDIT = 'query ($accountId: ID) { creditAccounts(accountId: $accountId) { currency limit { amount } owed { amount } available { amount } } }';
const CANCEL = 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Too many") { status } }';
interface Placed {
  placeOrder: { id: string; status: string; bookingProblem: { code: string } | null };
}
interface Credit {
  creditAccounts: { limit: { amount: string } | null; owed: { amount: string } }[];
}

const buyer = someone('INDIVIDUAL');
const olga = someone('ADMINISTRATOR');
const wish = (payment: object | null = { kind: 'INVOICE' }) => ({ input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId(), payment } });
const limitTo = (shop: Shop, limit: string | null) => shop.ask(olga, SET, { input: { accountId: buyer.accountId, currency: 'GBP', limit } });
const owed = async (shop: Shop): Promise<string | undefined> => (await shop.ask<Credit>(buyer, CREDIT)).creditAccounts[0]?.owed.amount;
const contextOf = (shop: Shop): OrdersContext => shop.running.contextFor(SYSTEM) as OrdersContext;

test('orders on account are owed for within the limit, also of two at the same moment; beyond it nothing is ordered and the cart is free [I14]', async () => {
  const peers = stubPeers(buyer);
  await using shop = await openShop(peers);
  await limitTo(shop, '30.00');
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => shop.ask<Placed>(buyer, PLACE, wish())));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CREDIT_LIMIT_EXCEEDED' });
  expect([await owed(shop), peers.held.size, peers.reserved.size]).toEqual(['24.00', 2, 2]);
  expect((await shop.ask<Placed>(buyer, PLACE, wish({ kind: 'CASH' }))).placeOrder.status).toBe('BOOKED');
  await limitTo(shop, '36.00');
  await shop.ask(buyer, PLACE, wish());
  expect(await owed(shop)).toBe('36.00');
});

test('a canceled order and what comes back are owed no more, once; without a limit what is owed is counted', async () => {
  await using shop = await openShop(stubPeers(buyer));
  const [first, second] = [(await shop.ask<Placed>(buyer, PLACE, wish())).placeOrder, (await shop.ask<Placed>(buyer, PLACE, wish())).placeOrder];
  await shop.ask(buyer, CANCEL, { id: first.id });
  await shop.running.relay.drained();
  expect(await owed(shop)).toBe('12.00');
  const back = (orderId: string, key: string) => contextOf(shop).db.transact((tx) => refundPayment(tx, { orderId, amountMinor: 500n, key, subjectId: 'r', now: shop.clock.now() })).then(({ way }) => way);
  expect([await back(second.id, 'return:1'), await back(second.id, 'return:1'), await owed(shop)]).toEqual(['ACCOUNT', 'ACCOUNT', '7.00']);
  for (const key of ['return:2', 'return:3']) await back(second.id, key);
  expect(await owed(shop)).toBe('0.00');
  const { placeOrder: cash } = await shop.ask<Placed>(buyer, PLACE, wish({ kind: 'CASH' }));
  expect(await back(cash.id, 'return:4')).toBe('NONE');
});

test('only the administrator sets a limit; strangers know nothing of it, and who sees no net prices does not see what is owed', async () => {
  await using shop = await openShop(stubPeers(buyer));
  const input = { accountId: buyer.accountId, currency: 'GBP', limit: '1' };
  for (const other of [buyer, someone('SALES_REP')]) expect(await shop.refused(other, SET, { input })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await shop.refused(olga, SET, { input: { ...input, limit: '-1' } })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await shop.refused(olga, SET, { input: { ...input, currency: 'XXQ' } })).toMatchObject({ code: 'BAD_USER_INPUT' });
  await limitTo(shop, '5');
  expect(await shop.refused(someone('INDIVIDUAL'), CREDIT, { accountId: buyer.accountId })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await shop.refused(someone('BUYER', [], buyer.accountId), CREDIT)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await shop.ask(someone('SALES_REP'), CREDIT, { accountId: buyer.accountId })).toEqual({ creditAccounts: [{ currency: 'GBP', limit: { amount: '5.00' }, owed: { amount: '0.00' }, available: { amount: '5.00' } }] });
});

test('an order begins as the setting says, and a card that nobody keeps only ENTERED [ORD-01, ORD-02]', async () => {
  await using booked = await openShop(stubPeers(buyer));
  await using entered = await openShop(stubPeers(buyer), { env: { CARTWRIGHT_ORDERS_DEFAULT_ORDER_STATE: 'ENTERED' } });
  const statusOf = async (shop: Shop, payment: object | null): Promise<string> => (await shop.ask<Placed>(buyer, PLACE, wish(payment))).placeOrder.status;
  for (const payment of [null, { kind: 'INVOICE' }, { paymentMethodId: newId() }]) expect([await statusOf(booked, payment), await statusOf(entered, payment)]).toEqual(['BOOKED', 'ENTERED']);
  expect(await statusOf(booked, { kind: 'CARD' })).toBe('ENTERED');
});

test('an order that cannot be booked is entered with the reason where that is set, owes nothing yet, and is refused else [ORD-03]', async () => {
  const peers = stubPeers(buyer);
  await using shop = await openShop(peers, { env: { CARTWRIGHT_ORDERS_ENTER_ORDER_ON_ERROR: 'true' } });
  await limitTo(shop, '11.99');
  expect((await shop.ask<Placed>(buyer, PLACE, wish())).placeOrder).toMatchObject({ status: 'ENTERED', bookingProblem: { code: 'CREDIT_LIMIT_EXCEEDED' } });
  expect(await owed(shop)).toBe('0.00');
  await using strict = await openShop(peers);
  await limitTo(strict, '11.99');
  const wanted = wish();
  expect(await strict.refused(buyer, PLACE, wanted)).toMatchObject({ code: 'CREDIT_LIMIT_EXCEEDED' });
  expect(peers.held.has(wanted.input.cartId)).toBe(false);
});

test('an order that was only entered is owed for once it is booked, and not booked beyond the limit [ORD-03, I14]', async () => {
  await using shop = await openShop(stubPeers(buyer), { env: { CARTWRIGHT_ORDERS_ENTER_ORDER_ON_ERROR: 'true' } });
  await limitTo(shop, '11.99');
  const { id } = (await shop.ask<Placed>(buyer, PLACE, wish())).placeOrder;
  const book = 'mutation ($id: ID!) { bookOrder(orderId: $id) { status bookingProblem { code } } }';
  expect(await shop.refused(olga, book, { id })).toMatchObject({ code: 'CREDIT_LIMIT_EXCEEDED' });
  await limitTo(shop, '12.00');
  expect(await shop.ask(olga, book, { id })).toEqual({ bookOrder: { status: 'BOOKED', bookingProblem: null } });
  expect(await owed(shop)).toBe('12.00');
});
