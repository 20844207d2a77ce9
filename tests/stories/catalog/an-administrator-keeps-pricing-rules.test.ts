import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';

test('a promotion is in the price of the next who asks, and the price says so', async () => {
  await using world = await startWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask('mutation { upsertPromotion(input: { id: "mugs", name: "Mug week", level: LINE, kind: PERCENT, percentOff: "10", skus: ["MUG-RED"] }) { version } }');
  const { product } = await bea.ask('{ product(sku: "MUG-RED") { price { unitPrice { amount } explanation { kind source sourceVersion delta { amount } losers { source } } } } }');
  expect(product.price).toEqual({
    unitPrice: { amount: '6.255' },
    explanation: [
      { kind: 'LIST', source: 'default', sourceVersion: 1, delta: { amount: '6.95' }, losers: [] },
      { kind: 'PROMOTION', source: 'mugs', sourceVersion: 1, delta: { amount: '-0.695' }, losers: [] },
    ],
  });
});

test('who may not see net prices sees neither the promotion nor who lost to it [CART-29]', async () => {
  await using world = await startWorld();
  const [olga, ben] = [await world.as('olga'), await world.as('ben')];
  await olga.ask('mutation { upsertPromotion(input: { id: "mugs", name: "Mug week", level: LINE, kind: PERCENT, percentOff: "10" }) { version } }');
  const { product } = await ben.ask('{ product(sku: "MUG-RED") { price(quantity: 12) { unitPrice { amount } explanation { kind note losers { source } } } } }');
  expect(product.price).toEqual({ unitPrice: { amount: '6.95' }, explanation: [{ kind: 'LIST', note: null, losers: [] }] });
});

test('a buyer sees the agreements of their own account and of no other [CART-66]', async () => {
  await using world = await startWorld();
  const [olga, bea, gus] = [await world.as('olga'), await world.as('bea'), await world.as('gus')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  await olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: { id: 'frame', name: 'Frame', percentOff: '5', accountIds: [viewer.account.id] } });
  const ask = '{ agreements { nodes { id percentOff accountIds } } }';
  expect((await bea.ask(ask)).agreements.nodes).toEqual([{ id: 'frame', percentOff: '5', accountIds: null }]);
  expect((await gus.ask(ask)).agreements.nodes).toEqual([]);
});

test.each(['bea', 'cat', 'sam', 'guest'] as const)('%s keeps no pricing rules and reads no promotions', async (person) => {
  await using world = await startWorld();
  const session = await world.as(person);
  expect(await session.refused('{ promotions { nodes { id code } } }')).toMatchObject({ code: 'FORBIDDEN' });
  for (const mutation of [
    'upsertTaxRates(rates: [{ code: "VAT", country: "GB", rate: "0" }]) { version }',
    'setSitePricing(input: { mode: BEST_PRICE, priceList: "default" }) { version }',
    'putAccountsInGroup(group: "trade", accountIds: ["acme"])',
  ]) {
    expect(await session.refused(`mutation { ${mutation} }`)).toMatchObject({ code: 'FORBIDDEN' });
  }
  for (const peers of ['{ priceDocument(input: { lines: [] }) { total } }', 'mutation { releasePromotions(checkoutId: "x") }']) {
    await session.refused(peers);
  }
});
