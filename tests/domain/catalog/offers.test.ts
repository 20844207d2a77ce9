import { expect, test } from 'vitest';
import { BEA, OLGA, openCatalog } from './catalog.ts';
import { countStatements } from './count-statements.ts';

const OFFERS = `query ($requests: [OfferRequest!]!) { offers(requests: $requests) {
  sku uom quantity problem name currency listPrice unitPrice priceList priceListVersion available indivisible returnable explanation { kind delta { amount currency } } } }`;

test('offers come in the order asked, each with its price or with the reason why there is none [CART-80]', async () => {
  await using catalog = await openCatalog();
  const requests = [
    { sku: 'MUG-RED', quantity: '12' },
    { sku: 'mug-red', quantity: '1' },
    { sku: 'VASE-NEW', quantity: '1' },
    { sku: 'SCREW-M4', quantity: '2', uom: 'BX' },
    { sku: 'SCREW-M4', quantity: '2', uom: 'KGM' },
    { sku: 'HAMPER-XL', quantity: '1.5' },
    { sku: 'CABLE-2.5', quantity: '0.5' },
    { sku: 'MUG-RED', quantity: '1' },
  ];
  const { offers } = await catalog.ask(BEA, OFFERS, { requests });
  expect(offers[0]).toEqual({
    sku: 'MUG-RED', uom: 'EA', quantity: '12', problem: null, name: 'Stoneware mug, red', currency: 'GBP', listPrice: '6.95', unitPrice: '6.25',
    priceList: 'default', priceListVersion: 1, available: '1200', indivisible: false, returnable: true,
    explanation: [{ kind: 'LIST', delta: { amount: '6.95', currency: 'GBP' } }, { kind: 'TIER', delta: { amount: '-0.70', currency: 'GBP' } }],
  });
  expect(offers.map((offer: { problem: string | null; unitPrice: string | null }) => offer.problem ?? offer.unitPrice)).toEqual([
    '6.25', 'UNKNOWN_SKU', 'PRICE_NOT_FOUND', '8.90', 'UNKNOWN_UOM', 'QUANTITY_INDIVISIBLE', '1.35', '6.95',
  ]);
  expect(offers[5]).toMatchObject({ indivisible: true, returnable: false, available: null });
});

test.each([1, 2, 3, 5, 41])('%i offers cost three statements, and none is lost to the batch', async (size) => {
  await using catalog = await openCatalog();
  const { products } = await catalog.ask(BEA, '{ products(first: 41) { nodes { sku price { unitPrice { amount } } } } }');
  const some: { sku: string; price: { unitPrice: { amount: string } } | null }[] = products.nodes.slice(0, size);
  const { result, statements } = await countStatements(() => catalog.ask(BEA, OFFERS, { requests: some.map(({ sku }) => ({ sku, quantity: '1' })) }));
  expect(statements).toHaveLength(3);
  expect(result.offers.map((offer: { unitPrice: string | null }) => offer.unitPrice)).toEqual(some.map(({ price }) => price?.unitPrice.amount ?? null));
});

test('a page of products with prices and stock costs the same few statements, however long it is', async () => {
  await using catalog = await openCatalog();
  const read = (first: number) => catalog.ask(BEA, `{ products(first: ${first}) { nodes { sku price(quantity: 12) { unitPrice { amount } } availability(quantity: 2) { inStock } } } }`);
  await read(1); // the rules are read once
  const [one, thirty] = [await countStatements(() => read(1)), await countStatements(() => read(30))];
  expect([one.statements.length, thirty.statements.length]).toEqual([6, 6]); // products, rules, prices; stock and what is on its way
});

test('a list is asked for in one question, up to a size', async () => {
  await using catalog = await openCatalog();
  const requests = Array.from({ length: 2_001 }, () => ({ sku: 'MUG-RED', quantity: '1' }));
  expect(await catalog.refused(BEA, OFFERS, { requests })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect((await catalog.ask(BEA, OFFERS, { requests: requests.slice(1) })).offers).toHaveLength(2_000);
  expect((await catalog.ask(BEA, OFFERS, { requests: [] })).offers).toEqual([]);
});

test('an offer made after a price change carries the new price and the new version of the list', async () => {
  await using catalog = await openCatalog();
  await catalog.ask(OLGA, 'mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "7.10" }]) { version } }');
  const { offers } = await catalog.ask(BEA, OFFERS, { requests: [{ sku: 'MUG-RED', quantity: '1' }] });
  expect(offers[0]).toMatchObject({ unitPrice: '7.10', priceListVersion: 2 });
});
