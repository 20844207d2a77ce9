import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';

const PRICE = `query ($sku: String!, $quantity: Decimal) { product(sku: $sku) {
  name indivisible returnable
  price(quantity: $quantity) { unitPrice { amount currency } listPrice { amount } explanation { kind source delta { amount } unitPriceAfter { amount } note } }
  availability(quantity: $quantity) { available inStock onHand quantity }
} }`;

test('a buyer sees the price of a quantity and every step to it [CART-30]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { product } = await bea.ask(PRICE, { sku: 'MUG-RED', quantity: '100' });
  expect(product.price).toEqual({
    unitPrice: { amount: '5.40', currency: 'GBP' },
    listPrice: { amount: '6.95' },
    explanation: [
      { kind: 'LIST', source: 'default', delta: { amount: '6.95' }, unitPriceAfter: { amount: '6.95' }, note: null },
      { kind: 'TIER', source: 'default', delta: { amount: '-1.55' }, unitPriceAfter: { amount: '5.40' }, note: 'From 100: 5.40' },
    ],
  });
  expect(product.availability).toEqual({ available: '1200', inStock: true, onHand: null, quantity: '100' });
});

test('a buyer without VIEW_NET_PRICE sees the list price and nothing of tiers [CART-29]', async () => {
  await using world = await startWorld();
  const ben = await world.as('ben');
  const { product } = await ben.ask(PRICE, { sku: 'MUG-RED', quantity: '100' });
  expect(product.price.unitPrice.amount).toBe('6.95');
  expect(product.price.explanation.map(({ kind, note }: { kind: string; note: string | null }) => [kind, note])).toEqual([['LIST', null]]);
});

test('whoever only looks around needs no token', async () => {
  await using world = await startWorld();
  const nobody = await world.as('nobody');
  const { products } = await nobody.ask('{ products(search: "cable", first: 1) { nodes { sku price(quantity: "2.5") { unitPrice { amount } } } pageInfo { hasNextPage } } }');
  expect(products).toEqual({ nodes: [{ sku: 'CABLE-2.5', price: { unitPrice: { amount: '1.35' } } }], pageInfo: { hasNextPage: true } });
});

test('half a piece of something indivisible has no price, and the refusal says so [CART-80]', async () => {
  await using world = await startWorld();
  const cat = await world.as('cat');
  expect(await cat.refused(PRICE, { sku: 'HAMPER-XL', quantity: '0.5' })).toMatchObject({ code: 'QUANTITY_INDIVISIBLE' });
  expect((await cat.ask(PRICE, { sku: 'VASE-NEW', quantity: '1' })).product.price).toBeNull();
});

test.each(['offers(requests: [{ sku: "MUG-RED", quantity: 1 }]) { unitPrice }', '__type(name: "Offer") { name }'])('clients do not reach what is for peers: %s', async (field) => {
  await using world = await startWorld();
  const ben = await world.as('ben');
  const { data, errors } = await ben.answer(`{ ${field} }`);
  expect(errors ? errors[0]?.extensions?.code : data).toSatisfy((answer) => answer === 'GRAPHQL_VALIDATION_FAILED' || answer?.__type === null);
});
