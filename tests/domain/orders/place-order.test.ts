import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { CheckoutPoint } from '../../../subgraphs/orders/failpoint.ts';
import { resumeCheckouts } from '../../../subgraphs/orders/use-cases/resume-checkouts.ts';
import { openShop, someone, stubPeers, type Shop } from './shop.ts';

const PLACE = /* GraphQL */ `
  mutation ($input: PlaceOrderInput!) {
    placeOrder(input: $input) { __typename ... on Order { id number status version total { amount currency } lines { sku: product { sku } quantity total { amount } } } }
  }
`;
interface Placed {
  placeOrder: { id: string; number: string; status: string; version: number; total: { amount: string } };
}

const buyer = someone('INDIVIDUAL');
const wish = (more: Record<string, unknown> = {}) => ({ input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId(), ...more } });
const resume = (shop: Shop) => resumeCheckouts(shop.running.contextFor({ viewer: null, requestId: 'worker' }) as never);
const orders = async (shop: Shop) => (await shop.ask<{ orders: { nodes: { number: string }[] } }>(buyer, '{ orders { nodes { number } } }')).orders.nodes;

test('a confirmed cart becomes a booked order with its prices and its event', async () => {
  await using shop = await openShop(stubPeers(buyer));
  const { placeOrder } = await shop.ask<Placed>(buyer, PLACE, wish());
  expect(placeOrder).toMatchObject({ number: 'O-2026-000001', status: 'BOOKED', version: 1, total: { amount: '12.00' } });
  await shop.running.relay.drained();
  expect(shop.events.map((event) => [event.type, event.aggregateVersion])).toEqual([['ORDER_PLACED', 1]]);
  expect(shop.peers.reserved.size).toBe(1);
});

test('the same key gets the same order; with another body it is refused', async () => {
  await using shop = await openShop(stubPeers(buyer));
  const wanted = wish();
  const first = await shop.ask<Placed>(buyer, PLACE, wanted);
  expect(await shop.ask<Placed>(buyer, PLACE, wanted)).toEqual(first);
  expect(await shop.refused(buyer, PLACE, wish({ idempotencyKey: wanted.input.idempotencyKey }))).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('fifty at once with one key make one order and hear the same', async () => {
  await using shop = await openShop(stubPeers(buyer));
  const wanted = wish();
  const answers = await Promise.all(Array.from({ length: 50 }, () => shop.ask<Placed>(buyer, PLACE, wanted)));
  expect(new Set(answers.map(({ placeOrder }) => placeOrder.id)).size).toBe(1);
  expect(await orders(shop)).toHaveLength(1);
});

test('a refusal for want of stock lets go of the cart, and the same key may try again', async () => {
  const peers = stubPeers(buyer);
  await using shop = await openShop(peers);
  const wanted = wish();
  peers.fails = { reserveStock: { code: 'INSUFFICIENT_STOCK' } };
  expect(await shop.refused(buyer, PLACE, wanted)).toEqual({ code: 'INSUFFICIENT_STOCK', details: { from: 'reserveStock' } });
  expect([peers.held.size, peers.reserved.size]).toEqual([0, 0]);
  peers.fails = {};
  expect((await shop.ask<Placed>(buyer, PLACE, wanted)).placeOrder.status).toBe('BOOKED');
});

test('a changed price is refused as the cart said it, and nothing is ordered', async () => {
  const peers = stubPeers(buyer);
  peers.fails = { confirmCart: { code: 'PRICE_CHANGED' } };
  await using shop = await openShop(peers);
  expect(await shop.refused(buyer, PLACE, wish())).toMatchObject({ code: 'PRICE_CHANGED' });
  expect(await orders(shop)).toEqual([]);
});

test('a cart that was ordered is not ordered again under another key', async () => {
  await using shop = await openShop(stubPeers(buyer));
  const wanted = wish();
  await shop.ask(buyer, PLACE, wanted);
  expect(await shop.refused(buyer, PLACE, wish({ cartId: wanted.input.cartId }))).toMatchObject({ code: 'CART_ORDERED' });
});

test('a peer that does not answer for a second is waited for', async () => {
  const peers = stubPeers(buyer);
  peers.fails = { reserveStock: new Error('connection reset') };
  await using shop = await openShop(peers);
  const placing = shop.ask<Placed>(buyer, PLACE, wish());
  await expect.poll(() => peers.asked.filter((question) => question === 'reserveStock').length).toBe(1);
  peers.fails = {};
  shop.clock.advance(1_500);
  expect((await placing).placeOrder.status).toBe('BOOKED');
});

test('a peer that never answers makes a refusal in the end, and the cart is free', async () => {
  const peers = stubPeers(buyer);
  peers.fails = { reserveStock: new Error('connection reset') };
  await using shop = await openShop(peers);
  const wanted = wish();
  const placing = shop.refused(buyer, PLACE, wanted);
  for (let round = 0; round < 6; round++) {
    await expect.poll(() => peers.asked.filter((question) => question === 'reserveStock').length).toBe(round + 1);
    shop.clock.advance(61_000);
  }
  expect(await placing).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect(peers.held.size).toBe(0);
});

const POINTS: CheckoutPoint[] = ['confirmed:unsaved', 'confirmed', 'approved:unsaved', 'approved', 'promotionsRedeemed:unsaved', 'promotionsRedeemed', 'stockReserved:unsaved', 'stockReserved', 'paymentAuthorised:unsaved', 'paymentAuthorised', 'placed:unsaved', 'placed'];

test.each(POINTS)('killed at %s, the checkout is finished after the restart, once', async (point) => {
  const peers = stubPeers(buyer);
  peers.promotionIds = ['spring'];
  const wanted = wish();
  const killed = await openShop(peers, { failpoint: (at) => { if (at === point) throw new Error('killed'); } });
  await killed.refused(buyer, PLACE, wanted);
  await using shop = await killed.restart();
  shop.clock.advance(6_000);
  await resume(shop);
  expect(await orders(shop)).toHaveLength(1);
  const { placeOrder } = await shop.ask<Placed>(buyer, PLACE, wanted);
  expect(placeOrder.number).toBe('O-2026-000001');
  expect([peers.held.size, peers.redeemed.size, peers.reserved.size]).toEqual([1, 1, 1]);
});

test('killed while it takes back what it did, the checkout is undone after the restart', async () => {
  const peers = stubPeers(buyer);
  peers.fails = { reserveStock: { code: 'INSUFFICIENT_STOCK' } };
  const killed = await openShop(peers, { failpoint: (at) => { if (at === 'failed:unsaved') throw new Error('killed'); } });
  await killed.refused(buyer, PLACE, wish());
  await using shop = await killed.restart();
  shop.clock.advance(6_000);
  await resume(shop);
  expect(peers.asked.filter((question) => question === 'releaseCart')).toHaveLength(2);
  expect(await orders(shop)).toEqual([]);
});

test('stock put aside too long ago is given back instead of ordered', async () => {
  const peers = stubPeers(buyer);
  const killed = await openShop(peers, { failpoint: (at) => { if (at === 'stockReserved') throw new Error('killed'); } });
  await killed.refused(buyer, PLACE, wish());
  await using shop = await killed.restart();
  shop.clock.advance(11 * 60_000);
  await resume(shop);
  expect([peers.held.size, peers.reserved.size, (await orders(shop)).length]).toEqual([0, 0, 0]);
});

test('a checkout taken up so late that its cart may have been let go gives up, before it is ordered', async () => {
  const peers = stubPeers(buyer);
  const killed = await openShop(peers, { failpoint: (at) => { if (at === 'promotionsRedeemed') throw new Error('killed'); } });
  await killed.refused(buyer, PLACE, wish());
  await using shop = await killed.restart();
  shop.clock.advance(26 * 60_000);
  await resume(shop);
  expect([peers.held.size, peers.reserved.size, (await orders(shop)).length]).toEqual([0, 0, 0]);
});

test('promotions are used before the stock is taken, and given back when that fails; without one nobody is asked', async () => {
  const peers = stubPeers(buyer);
  peers.promotionIds = ['spring', 'once'];
  peers.fails = { reserveStock: { code: 'INSUFFICIENT_STOCK' } };
  await using shop = await openShop(peers);
  expect(await shop.refused(buyer, PLACE, wish())).toMatchObject({ code: 'INSUFFICIENT_STOCK' });
  expect(peers.asked.slice(-4)).toEqual(['reserveStock', 'releaseStock', 'releasePromotions', 'releaseCart']);
  expect([peers.held.size, peers.redeemed.size]).toEqual([0, 0]);
  peers.asked.length = 0;
  peers.promotionIds = [];
  await shop.refused(buyer, PLACE, wish());
  expect(peers.asked.filter((question) => question.endsWith('Promotions'))).toEqual([]);
});

test('a promotion that was used up meanwhile is told to the buyer, and the cart is free', async () => {
  const peers = stubPeers(buyer);
  peers.promotionIds = ['once'];
  peers.fails = { redeemPromotions: { code: 'PROMOTION_USED_UP' } };
  await using shop = await openShop(peers);
  expect(await shop.refused(buyer, PLACE, wish())).toMatchObject({ code: 'PROMOTION_USED_UP' });
  expect([peers.held.size, peers.reserved.size]).toEqual([0, 0]);
  expect(await orders(shop)).toEqual([]);
});
