import { expect, test } from 'vitest';
import { startWorld } from '../support/world.ts';
import { undeliveredOf } from './support/audit.ts';
import { readRecords } from './support/records.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

test('what a subgraph announces while others are still starting reaches them [I7]', async () => {
  await using folder = temporaryFolder();
  await using world = await startWorld({ dataDir: folder.path });
  await world.settle();
  const records = readRecords(folder.path);
  expect(records.outbox().map(({ type }) => type)).toContain('PRICES_CHANGED');
  expect(undeliveredOf(records)).toEqual([]);
});

test('a price change whose process died before anyone was told reprices the carts after the restart [I7]', async () => {
  await using folder = temporaryFolder();
  const cartId = await (async (): Promise<string> => {
    await using world = await startWorld({ dataDir: folder.path });
    const { addCartLines } = await (await world.as('bea')).ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 2 }]) { id } }');
    await world.settle();
    await world.embedded.subgraphs.get('catalog')?.relay.stop(); // from here on it announces and delivers nothing
    await (await world.as('olga')).ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "7.45" }]) { code } }');
    return addCartLines.id;
  })();
  await using world = await startWorld({ dataDir: folder.path });
  await world.settle();
  const { cart } = await (await world.as('bea')).ask('query ($cartId: ID!) { cart(id: $cartId) { total { amount } problems { code } } }', { cartId });
  expect(cart).toEqual({ total: { amount: '14.90' }, problems: [{ code: 'PRICE_CHANGED' }] });
});
