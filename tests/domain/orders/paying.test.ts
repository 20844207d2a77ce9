import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { resumeCheckouts } from '../../../subgraphs/orders/use-cases/resume-checkouts.ts';
import { openShop, someone, stubPeers } from './shop.ts';

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { payment { type last4 } } } }';
const buyer = someone('INDIVIDUAL');
const byCard = () => ({ input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId(), payment: { paymentMethodId: newId() } } });

test('a checkout killed after its price was confirmed is paid as was said then, whatever became of the payment book', async () => {
  const peers = stubPeers(buyer);
  const wanted = byCard();
  const killed = await openShop(peers, { failpoint: (at) => { if (at === 'confirmed') throw new Error('killed'); } });
  await killed.refused(buyer, PLACE, wanted);
  peers.fails = { paymentMethodToUse: { code: 'NOT_FOUND' } };
  await using shop = await killed.restart();
  shop.clock.advance(6_000);
  await resumeCheckouts(shop.running.contextFor({ viewer: null, requestId: 'worker' }) as never);
  expect(await shop.ask(buyer, PLACE, wanted)).toEqual({ placeOrder: { payment: { type: 'CARD', last4: '1111' } } });
  expect(peers.asked.filter((question) => question === 'paymentMethodToUse')).toHaveLength(1);
});

test('a method that cannot be used lets go of the cart, and the same key may try again with it', async () => {
  const peers = stubPeers(buyer);
  peers.fails = { paymentMethodToUse: { code: 'NOT_FOUND' } };
  await using shop = await openShop(peers);
  const wanted = byCard();
  expect((await shop.refused(buyer, PLACE, wanted)).code).toBe('NOT_FOUND');
  expect([peers.held.size, peers.reserved.size]).toEqual([0, 0]);
  peers.fails = {};
  expect(await shop.ask(buyer, PLACE, wanted)).toMatchObject({ placeOrder: { payment: { type: 'CARD' } } });
});
