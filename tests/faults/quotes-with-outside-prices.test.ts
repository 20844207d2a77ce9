import { expect, test } from 'vitest';
import { BUILTIN_STOCK, startOutsideWorld } from './outside-world.ts';

const CREATE = 'mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: 10 }]) { id total { amount } lines { listPrice { amount } unitPrice { amount } } } }';

test('a quote begins at the price of the outside system, asked for the account of its buyer; reading it causes no call [EXT-04, EXT-10]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  const bea = await world.as('bea');
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  const { createQuote } = await bea.ask(CREATE);
  expect(createQuote).toMatchObject({ total: { amount: '40.00' }, lines: [{ listPrice: { amount: '6.95' }, unitPrice: { amount: '4.00' } }] });
  expect(system.calls.map(({ question }) => question.account)).toEqual([viewer.account.id]);
  await bea.ask('query ($id: ID!) { quote(id: $id) { total { amount } lines { unitPrice { amount } } } }', { id: createQuote.id });
  expect(system.calls.length).toBe(1);
});

test('no quote begins without a price of today [EXT-11]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  outside.system.behave('FAILING');
  const bea = await outside.world.as('bea');
  const refusal = await bea.refused(CREATE);
  expect(refusal.code).toBe('PRICE_UNAVAILABLE');
  expect((await bea.ask('{ quotes { nodes { id } } }')).quotes.nodes).toEqual([]);
});
