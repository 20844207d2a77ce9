import { expect, test } from 'vitest';
import { percentile, report, rounded } from '../support/figures.ts';
import { loadSwapProducts, skuOf, swapPrices } from '../support/price-import.ts';
import type { Session } from '../support/session.ts';
import { startWorld } from '../support/world.ts';

const IMPORT = { products: 5_000, tiers: 20 };
const LINES = 20;
const PAGE = '{ products(search: "SWAP-", first: 100) { nodes { price(quantity: 3) { unitPrice { amount } listPrice { amount } } } } }';
const ADD = 'mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id lines { id } } }';
const EDIT = 'mutation ($cartId: ID!, $lineId: ID!, $quantity: Decimal!) { updateCartLines(cartId: $cartId, lines: [{ lineId: $lineId, quantity: $quantity }]) { lines { unitPrice { amount } } } }';

/** Looks again and again until told to stop. @returns the prices seen at one look, for every look */
async function lookAgain(look: () => Promise<string[]>, stop: AbortSignal): Promise<string[][]> {
  const looks: string[][] = [];
  while (!stop.aborted) looks.push([...new Set(await look())]);
  return looks;
}

test('a list of 100,000 prices is replaced while carts are edited and pages read, and nobody sees a mix of old and new', { timeout: 180_000 }, async () => {
  await using world = await startWorld();
  const [olga, bea, gus] = [await world.as('olga'), await world.as('bea'), await world.as('gus')];
  await loadSwapProducts(olga, IMPORT);
  await swapPrices(olga, IMPORT, '11');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: Array.from({ length: LINES }, (_, i) => ({ sku: skuOf(i * 200), quantity: '2' })) });

  const tookMs: number[] = [];
  let quantity = 2;
  const edit = async (): Promise<string[]> => {
    const began = performance.now();
    const { updateCartLines } = await bea.ask(EDIT, { cartId: cart.id, lineId: cart.lines[0].id, quantity: String(2 + (quantity++ % 15)) });
    tookMs.push(performance.now() - began);
    return updateCartLines.lines.map((line: { unitPrice: { amount: string } }) => line.unitPrice.amount);
  };
  const read = async (reader: Session): Promise<string[]> => (await reader.ask(PAGE)).products.nodes.flatMap((node: { price: { unitPrice: { amount: string }; listPrice: { amount: string } } }) => [node.price.unitPrice.amount, node.price.listPrice.amount]);

  const quiet = new AbortController();
  const before = Promise.all([lookAgain(edit, quiet.signal), lookAgain(() => read(gus), quiet.signal)]);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  quiet.abort();
  await before;
  const quietMs = percentile(tookMs.splice(0), 0.5);

  const busy = new AbortController();
  const during = Promise.all([lookAgain(edit, busy.signal), lookAgain(() => read(gus), busy.signal)]);
  const rates: number[] = [];
  for (const price of ['12', '13']) rates.push(await swapPrices(olga, IMPORT, price));
  await read(gus);
  busy.abort();
  const [edits, pages] = await during;
  const busyMs = percentile(tookMs, 0.5);

  const mixed = [...edits, ...pages].filter((prices) => prices.length !== 1);
  report('a price list of 100,000 rows is replaced, twice', {
    rowsPerSecond: rounded(percentile(rates, 0.5), 0),
    edits: edits.length,
    pages: pages.length,
    mixed: mixed.length,
    editMs: { quiet: rounded(quietMs), busy: rounded(busyMs), p99: rounded(percentile(tookMs, 0.99)) },
    slowdown: rounded(busyMs / quietMs, 2),
  });
  expect(mixed).toEqual([]);
  expect(new Set(pages.flat()).size).toBeGreaterThanOrEqual(2);
  expect((await read(gus)).every((amount) => amount === '13.00')).toBe(true);
});
