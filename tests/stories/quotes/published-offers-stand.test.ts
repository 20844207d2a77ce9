import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { draft, move } from './negotiation.ts';
import { priced, PRICED, promote, setRate, taxBritain } from './terms.ts';

const WATCH = `subscription ($id: ID!) { quoteChanged(quoteId: $id) { kind cause fromVersion version quote { ${PRICED} } } }`;
const SET_PRICE = 'mutation ($price: Decimal!) { upsertPrices(priceList: "default", prices: [{ sku: "TEAPOT-1L", unitPrice: $price }]) { code } }';

test('a published quote does not move when prices, taxes and promotions do, while a draft that is watched follows each [QUOTE-12, QUOTE-25]', async () => {
  await using world = await startWorld();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  await taxBritain(olga);
  const [published, drafting, unwatched] = [await draft(bea), await draft(bea), await draft(bea)];
  await move(bea, 'request', published.id);
  await move(sam, 'assign', published.id);
  await move(sam, 'publish', published.id);
  const stands = await priced(bea, published.id);
  expect(stands.total.amount).toBe('104.40');
  await world.settle();

  const watch = await bea.watch(WATCH, { id: drafting.id });
  const next = async () => (await watch.next()).quoteChanged;
  expect(await next()).toMatchObject({ kind: 'SNAPSHOT', version: 1 });
  await olga.ask(SET_PRICE, { price: '30' });
  expect(await next()).toMatchObject({ cause: 'REPRICED', fromVersion: 1, version: 2, quote: { total: { amount: '111.00' } } });
  await setRate(olga, '0.1');
  expect(await next()).toMatchObject({ cause: 'REPRICED', version: 3, quote: { total: { amount: '101.75' } } });
  await promote(olga, { id: 'ten', name: 'Ten off', level: 'CART', kind: 'AMOUNT', amountOff: '10', currency: 'GBP' });
  expect(await next()).toMatchObject({ cause: 'REPRICED', version: 4, quote: { discountTotal: { amount: '10.00' }, total: { amount: '90.75' } } });
  await watch.close();

  await world.settle();
  expect(await priced(bea, published.id)).toEqual(stands);
  const late = await priced(bea, unwatched.id);
  expect([late.version, late.total.amount]).toEqual([2, '90.75']);
  expect((await priced(bea, unwatched.id)).version).toBe(2);
});

test('a rule that changes nothing visible makes no version', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id, version } = await draft(bea);
  await promote(olga, { id: 'far', name: 'Far away', level: 'CART', kind: 'AMOUNT', amountOff: '10', currency: 'GBP', minSubtotal: '100000' });
  await world.settle();
  expect((await priced(bea, id)).version).toBe(version);
});

test('what is asked for is asked for at the prices of the day', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id } = await draft(bea);
  await olga.ask(SET_PRICE, { price: '30' });
  await world.settle();
  expect(await move(bea, 'request', id)).toMatchObject({ status: 'QUOTE_REQUESTED', version: 3, total: { amount: '92.50' } });
});
