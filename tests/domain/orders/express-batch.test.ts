import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import type { CheckoutPoint } from '../../../subgraphs/orders/failpoint.ts';
import { resumeCheckouts } from '../../../subgraphs/orders/use-cases/resume-checkouts.ts';
import { submitExpressOrders } from '../../../subgraphs/orders/use-cases/submit-express-orders.ts';
import { openShop, someone, stubPeers, type Peers, type Shop } from './shop.ts';

const buyer = someone('INDIVIDUAL');
const contextOf = (shop: Shop): OrdersContext => shop.running.contextFor(SYSTEM) as OrdersContext;
const orders = async (shop: Shop): Promise<unknown[]> => (await shop.ask<{ orders: { nodes: unknown[] } }>(buyer, '{ orders { nodes { number paymentKind } } }')).orders.nodes;

function withDue(...cartIds: string[]): Peers {
  const peers = stubPeers(buyer);
  peers.due = cartIds.map((cartId) => ({ cartId, version: 3, paymentKind: 'INVOICE', buyer }));
  return peers;
}

const POINTS: CheckoutPoint[] = ['confirmed:unsaved', 'confirmed', 'approved:unsaved', 'approved', 'promotionsRedeemed:unsaved', 'promotionsRedeemed', 'stockReserved:unsaved', 'stockReserved', 'paymentAuthorised:unsaved', 'paymentAuthorised', 'placed:unsaved', 'placed'];

test.each(POINTS)('a batch killed at %s neither loses nor doubles an order', async (point) => {
  const peers = withDue(newId());
  const killed = await openShop(peers, { failpoint: (at) => { if (at === point) throw new Error('killed'); } });
  expect(await submitExpressOrders(contextOf(killed))).toEqual({ placed: 0, failed: 1 });
  await using shop = await killed.restart();
  shop.clock.advance(6_000);
  await Promise.all([submitExpressOrders(contextOf(shop)), resumeCheckouts(contextOf(shop))]);
  await submitExpressOrders(contextOf(shop));
  expect(await orders(shop)).toEqual([{ number: 'O-2026-000001', paymentKind: 'INVOICE' }]);
  expect([peers.held.size, peers.reserved.size]).toEqual([1, 1]);
});

test('a batch that looks again before carts know of the hold finds the checkout it began', async () => {
  const peers = withDue(newId());
  await using shop = await openShop(peers);
  expect(await submitExpressOrders(contextOf(shop))).toEqual({ placed: 1, failed: 0 });
  peers.held.clear();
  expect(await submitExpressOrders(contextOf(shop)), 'the same order is answered').toEqual({ placed: 1, failed: 0 });
  expect(await orders(shop)).toHaveLength(1);
});

test('one whose price cannot be confirmed is undone and tried anew by the next batch', async () => {
  const peers = withDue(newId(), newId());
  await using shop = await openShop(peers);
  peers.fails = { reserveStock: { code: 'INSUFFICIENT_STOCK' } };
  expect(await submitExpressOrders(contextOf(shop))).toEqual({ placed: 0, failed: 2 });
  expect([peers.held.size, peers.reserved.size]).toEqual([0, 0]);
  peers.fails = {};
  expect(await submitExpressOrders(contextOf(shop))).toEqual({ placed: 2, failed: 0 });
});
