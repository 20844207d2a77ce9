import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { CANCELLATION } from '../orders/shopping.ts';

const ADD = 'mutation ($quantity: Decimal!) { addCartLines(lines: [{ sku: "LANTERN-L", quantity: $quantity }]) { id priceHash problems { code } } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';

async function placeLanterns(buyer: Session, quantity: number): Promise<unknown> {
  const { addCartLines: cart } = await buyer.ask(ADD, { quantity });
  return (await buyer.answer(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: `lanterns for ${cart.id}` } })).errors?.[0]?.extensions?.code ?? 'placed';
}

async function stock(seller: Session): Promise<{ onHand: string; reserved: string }> {
  const { product } = await seller.ask('{ product(sku: "LANTERN-L") { availability { onHand reserved } } }');
  return product.availability;
}

test('what was ordered is no longer there for others', async () => {
  await using world = await startWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  expect(await placeLanterns(bea, 2)).toBe('placed');
  await world.settle();
  expect(await stock(olga)).toEqual({ onHand: '1', reserved: '0' });
});

test('of two buyers who order the last ones at once, one is told that they are gone', async () => {
  await using world = await startWorld();
  const [olga, bea, gus] = [await world.as('olga'), await world.as('bea'), await world.as('gus')];
  const outcomes = await Promise.all([placeLanterns(bea, 2), placeLanterns(gus, 2)]);
  expect(outcomes.toSorted()).toEqual(['INSUFFICIENT_STOCK', 'placed']);
  await world.settle();
  expect(await stock(olga)).toEqual({ onHand: '1', reserved: '0' });
});

test('what a canceled order took is there again', async () => {
  await using world = await startWorld({ env: CANCELLATION });
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  expect(await placeLanterns(bea, 2)).toBe('placed');
  await world.settle();
  const { orders } = await bea.ask('{ orders(first: 1) { nodes { id } } }');
  await bea.ask('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Too many") { id } }', { id: orders.nodes[0].id });
  await world.settle();
  expect(await stock(olga)).toEqual({ onHand: '3', reserved: '0' });
});

test('a cart that lacked stock is told anew how much is left', async () => {
  await using world = await startWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  expect(await placeLanterns(bea, 5)).toBe('INSUFFICIENT_STOCK');
  await olga.ask('mutation { adjustStock(sku: "LANTERN-L", onHand: 4) { sku } }');
  const { activeCart: cart } = await bea.ask('{ activeCart { id priceHash } }');
  const refusal = await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: 'again' } });
  expect(refusal.message).toBe('4 of LANTERN-L are available.');
});
