import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { CART, placeOrder, tax } from './cart-prices.ts';

const LOAD = 'mutation ($products: [ProductInput!]!) { loadProducts(products: $products) { __typename } }';
const RATES = 'mutation ($rates: [TaxRateInput!]!) { upsertTaxRates(rates: $rates) { version } }';

test('a cart with goods of two classes names the tax of each rate, and the order pays both [CART-82]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await tax(olga);
  await olga.ask(LOAD, { products: [{ sku: 'SOAP-LAV', name: 'Lavender soap bar', taxClass: 'REDUCED' }, { sku: 'TOWEL-TEA', name: 'Linen tea towel', taxClass: 'EXEMPT' }] });
  expect((await bea.ask('{ product(sku: "SOAP-LAV") { taxClass } }')).product).toEqual({ taxClass: 'REDUCED' });
  const lines = [{ sku: 'MUG-RED', quantity: '2' }, { sku: 'SOAP-LAV', quantity: '2' }, { sku: 'TOWEL-TEA', quantity: '1' }];
  const { addCartLines: cart } = await bea.ask(`mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { ${CART} } }`, { lines });
  expect(cart.taxes).toEqual([{ code: 'VAT', rate: '0.2', amount: { amount: '2.78' } }, { code: 'VAT', rate: '0.05', amount: { amount: '0.40' } }]);
  expect([cart.subtotal.amount, cart.taxTotal.amount, cart.total.amount]).toEqual(['29.30', '3.18', '32.48']);
  const { placeOrder: order } = await bea.ask(placeOrder, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: 'k' } });
  expect([order.taxTotal.amount, order.total.amount]).toEqual(['3.18', '32.48']);
});

test('a rate is replaced for its class only, and what is exempt has none', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const rate = { code: 'VAT', country: 'FR', rate: '0.1', validFrom: '2014-01-01T00:00:00Z' };
  const first = (await olga.ask(RATES, { rates: [{ ...rate, taxClass: 'REDUCED' }] })).upsertTaxRates.version;
  expect((await olga.ask(RATES, { rates: [{ ...rate, rate: '0.2' }] })).upsertTaxRates.version).toBe(first); // the standard one, which is there
  expect((await olga.refused(RATES, { rates: [{ ...rate, taxClass: 'EXEMPT' }] })).code).toBe('BAD_USER_INPUT');
});
