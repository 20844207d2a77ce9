import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';

test('a new price is there for the next who asks, with a new version of the list', async () => {
  await using world = await startWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const { upsertPrices } = await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "VASE-NEW", unitPrice: "0.0125" }]) { code currency version } }');
  expect(upsertPrices).toEqual({ code: 'default', currency: 'GBP', version: 2 });
  const { product } = await bea.ask('{ product(sku: "VASE-NEW") { price { unitPrice { amount } } } }');
  expect(product.price.unitPrice.amount).toBe('0.0125');
});

test('the seller sees what lies there; a buyer sees what is free', async () => {
  await using world = await startWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const { adjustStock } = await olga.ask('mutation { adjustStock(sku: "LANTERN-L", onHand: "7") { sku availability(quantity: 8) { onHand reserved available inStock } } }');
  expect(adjustStock).toEqual({ sku: 'LANTERN-L', availability: { onHand: '7', reserved: '0', available: '7', inStock: false } });
  const { product } = await bea.ask('{ product(sku: "LANTERN-L") { availability { onHand available } } }');
  expect(product.availability).toEqual({ onHand: null, available: '7' });
});

test.each(['bea', 'cat', 'sam', 'pia', 'guest'] as const)('%s changes no price, no product and no stock', async (person) => {
  await using world = await startWorld();
  const session = await world.as(person);
  for (const mutation of [
    'upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "0" }]) { version }',
    'upsertProducts(products: [{ sku: "MUG-RED", name: "Mine" }]) { sku }',
    'adjustStock(sku: "MUG-RED", onHand: 0) { sku }',
  ]) {
    expect(await session.refused(`mutation { ${mutation} }`)).toMatchObject({ code: 'FORBIDDEN' });
  }
});
