import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import type { PaymentProvider } from '../../../subgraphs/orders/payments/ports.ts';
import { placeOrder } from '../../../subgraphs/orders/use-cases/place-order.ts';
import { resumeCheckouts } from '../../../subgraphs/orders/use-cases/resume-checkouts.ts';
import { settleOperation } from '../../../subgraphs/orders/use-cases/settle-operation.ts';
import { settlePayments } from '../../../subgraphs/orders/use-cases/settle-payments.ts';
import { startStripe, type StripeImitation } from '../../support/stripe-imitation.ts';
import { payingBy } from './paying-by-stripe.ts';
import { paymentService } from './payment-service.ts';
import { openShop, someone, stubPeers, type Peers, type Shop } from './shop.ts';

const OUTCOME = '__typename ... on Order { id } ... on AuthenticationRequired { url until }';
const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ${OUTCOME} } }`;
const CONTINUE = `mutation ($key: String!) { continueCheckout(idempotencyKey: $key) { ${OUTCOME} } }`;
const MINUTE = 60_000;

const buyer = someone('INDIVIDUAL');
const wish = () => ({ input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId(), payment: { paymentMethodId: newId() } } });
const contextOf = (shop: Shop): OrdersContext => shop.running.contextFor(SYSTEM) as OrdersContext;
const settle = async (shop: Shop): Promise<void> => {
  await resumeCheckouts(contextOf(shop));
  await shop.running.relay.drained();
  await settlePayments(contextOf(shop));
};

test('whoever never comes to their bank gets no order: cart, stock and authorisation are given back before the stock is', async () => {
  const peers = stubPeers(buyer);
  peers.token = 'tok_3ds_never';
  const payments = paymentService();
  await using shop = await openShop(peers, { payments });
  const order = wish();
  const { placeOrder } = await shop.ask<{ placeOrder: { __typename: string; until: string } }>(buyer, PLACE, order);
  expect(placeOrder).toMatchObject({ __typename: 'AuthenticationRequired', url: 'https://bank.example/3ds' });
  expect([peers.held.size, peers.reserved.size]).toEqual([1, 1]);
  shop.clock.advance(5 * MINUTE);
  await settle(shop);
  expect([peers.held.size, peers.reserved.size], 'it is waited for').toEqual([1, 1]);
  shop.clock.advance(new Date(placeOrder.until).getTime() - shop.clock.now().getTime() + 1);
  await settle(shop);
  expect([peers.held.size, peers.reserved.size]).toEqual([0, 0]);
  expect(payments.done('AUTHORISE')).toEqual([]);
  expect((await shop.refused(buyer, CONTINUE, { key: order.input.idempotencyKey })).code).toBe('NOT_FOUND');
});

test('killed while it waits, or while it goes on, the order is placed once the buyer was at the bank', async () => {
  const peers = stubPeers(buyer);
  peers.token = 'tok_3ds';
  const payments = paymentService();
  const order = wish();
  const first = await openShop(peers, { payments });
  await first.ask(buyer, PLACE, order);
  let kills = 0;
  const second = await first.restart((at) => {
    if (at === 'paymentAuthorised:unsaved' && kills++ === 0) throw new Error('killed');
  });
  await second.refused(buyer, CONTINUE, { key: order.input.idempotencyKey });
  await using shop = await second.restart();
  shop.clock.advance(7_000);
  await resumeCheckouts(contextOf(shop));
  const { continueCheckout } = await shop.ask<{ continueCheckout: { __typename: string } }>(buyer, CONTINUE, { key: order.input.idempotencyKey });
  expect([continueCheckout.__typename, kills]).toEqual(['Order', 1]);
  expect(payments.done()).toEqual(['AUTHORISE 1200']);
});

test('the bank knows somebody else: declined, and another card may pay', async () => {
  const peers = stubPeers(buyer);
  peers.token = 'tok_3ds_wrong';
  await using shop = await openShop(peers, { payments: paymentService() });
  const order = wish();
  await shop.ask(buyer, PLACE, order);
  expect(await shop.refused(buyer, CONTINUE, { key: order.input.idempotencyKey })).toMatchObject({ code: 'PAYMENT_DECLINED', details: { reason: 'authentication_failed' } });
  peers.token = 'tok_visa';
  expect(await shop.ask(buyer, PLACE, order)).toMatchObject({ placeOrder: { __typename: 'Order' } });
});

test('an order placed while nobody is there cannot wait for its buyer: declined, and everything is given back', async () => {
  const peers = stubPeers(buyer);
  peers.token = 'tok_3ds';
  await using shop = await openShop(peers, { payments: paymentService() });
  const batch = shop.running.contextFor({ viewer: buyer, requestId: 'batch' }) as OrdersContext;
  await expect(placeOrder(batch, { ...wish().input, express: true })).rejects.toMatchObject({ code: 'PAYMENT_DECLINED', details: { reason: 'authentication_required' } });
  expect([peers.held.size, peers.reserved.size]).toEqual([0, 0]);
});

interface Asked {
  readonly provider: PaymentProvider;
  readonly stripe: StripeImitation;
  readonly shop: Shop;
  readonly peers: Peers;
  readonly key: string;
  readonly intent: ReturnType<StripeImitation['intents']['get']> & object;
  readonly isOver: () => void;
}

/** A buyer whose bank wants to hear from them, at Stripe. */
async function withAsked(work: (asked: Asked) => Promise<void>): Promise<void> {
  await using stripe = await startStripe();
  await using paying = payingBy(stripe);
  const peers = stubPeers(buyer);
  peers.token = 'pm_card_authenticationRequired';
  await using shop = await openShop(peers, { payments: paying.provider });
  const order = wish();
  const { placeOrder } = await shop.ask<{ placeOrder: { until: string } }>(buyer, PLACE, order);
  const [intent] = stripe.intents.values();
  if (!intent) throw new Error('Nobody was asked.');
  const isOver = (): void => shop.clock.advance(new Date(placeOrder.until).getTime() - shop.clock.now().getTime() + 1);
  await work({ provider: paying.provider, stripe, shop, peers, key: order.input.idempotencyKey, intent, isOver });
}

const rowOf = (shop: Shop) => contextOf(shop).db.sql.selectFrom('Checkout').select(['step', 'authentication']).executeTakeFirstOrThrow();

test('whoever comes to their bank after the time is over pays nothing: no order, the hold is let go of, and nothing to come back with is kept', () =>
  withAsked(async ({ stripe, shop, peers, intent, isOver }) => {
    isOver();
    await resumeCheckouts(contextOf(shop));
    expect(await rowOf(shop)).toEqual({ step: 'failed', authentication: null });
    stripe.authenticate(intent, true);
    expect(intent.status).toBe('requires_capture');
    await settle(shop);
    expect([intent.status, peers.held.size, peers.reserved.size]).toEqual(['canceled', 0, 0]);
    expect(await contextOf(shop).db.sql.selectFrom('Order').select('id').execute()).toEqual([]);
    await settle(shop);
    expect(stripe.calls.filter((call) => call === 'POST cancel'), 'once').toHaveLength(1);
    expect(() => stripe.authenticate(intent, true), 'later still').toThrow('canceled');
  }));

test('whom the bank did not know has no payment left to try again with', () =>
  withAsked(async ({ stripe, shop, key, intent }) => {
    stripe.authenticate(intent, false);
    expect((await shop.refused(buyer, CONTINUE, { key })).code).toBe('PAYMENT_DECLINED');
    await settle(shop);
    expect([intent.status, await rowOf(shop)]).toEqual(['canceled', { step: 'failed', authentication: null }]);
  }));

test('while the worker looks for the last time nobody else goes on, and both hear what it heard', () =>
  withAsked(async ({ provider, stripe, shop, key, intent, isOver }) => {
    const { find } = provider;
    let looks = 0;
    let letLook = (): void => undefined;
    const mayLook = new Promise<void>((resolve) => (letLook = resolve));
    provider.find = async (operation) => {
      const heard = await find(operation);
      if (looks++ === 0) await mayLook;
      return heard;
    };
    isOver();
    const looking = resumeCheckouts(contextOf(shop));
    await expect.poll(() => looks).toBe(1);
    stripe.authenticate(intent, true); // a moment after it was asked
    const going = shop.refused(buyer, CONTINUE, { key });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(looks).toBe(1);
    letLook();
    await looking;
    expect((await going).code).toBe('PAYMENT_DECLINED');
    provider.find = find;
    await settle(shop);
    expect(intent.status).toBe('canceled');
  }));

test('a yes that is heard after a no was written down makes no order, and is let go of', () =>
  withAsked(async ({ provider, stripe, shop, peers, key, intent }) => {
    const { find } = provider;
    const { db, clock } = contextOf(shop);
    provider.find = async (operation) => {
      const heard = await find(operation);
      const { id } = await db.sql.selectFrom('PaymentOperation').select('id').where('key', '=', operation.key).executeTakeFirstOrThrow();
      await db.transact((tx) => settleOperation(tx, id, { outcome: 'DECLINED', reason: 'authentication_required', reference: intent.id }, clock.now())); // another driver, killed right after
      return heard;
    };
    stripe.authenticate(intent, true);
    expect(await shop.refused(buyer, CONTINUE, { key })).toMatchObject({ code: 'PAYMENT_DECLINED', details: { reason: 'authentication_required' } });
    provider.find = find;
    await settle(shop);
    expect([intent.status, peers.held.size, peers.reserved.size]).toEqual(['canceled', 0, 0]);
    expect(await db.sql.selectFrom('Order').select('id').execute()).toEqual([]);
  }));
