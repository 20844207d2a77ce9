import { expect, test } from 'vitest';
import { startWorld, type World } from '../../support/world.ts';
import { add, addressesOf, ship, update } from '../carts/content.ts';

/** How many questions other subgraphs put to the catalog while something is done. */
function countQuestions(world: World): () => number {
  const catalog = world.embedded.subgraphs.get('catalog');
  if (!catalog) throw new Error('The catalog does not run.');
  const contextFor = catalog.contextFor.bind(catalog);
  let asked = 0;
  Object.assign(catalog, { contextFor: (facts: Parameters<typeof contextFor>[0]) => (asked++, contextFor(facts)) });
  return () => asked;
}

test('each page is saved, but the catalog is asked only when something changed that prices depend on [CHK-18, CHK-19, CHK-20]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_LINE_SHIPPING: 'true', CARTWRIGHT_CARTS_EXTRA_FIELDS: '[{"name":"desk","level":"cart","type":"text","label":"Desk","required":true}]' } });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' });
  const leeds = (await addressesOf(bea)).get('Leeds');
  const { id, lines: [line], problems } = await add(bea, { sku: 'MUG-RED', quantity: '4' });
  expect(problems).toMatchObject([{ code: 'FIELD_REQUIRED' }]);
  await update(bea, id, { setShipTo: { addressId: leeds } });
  const asked = countQuestions(world);
  const cost = async (...actions: object[]): Promise<number> => {
    const before = asked();
    await update(bea, id, ...actions);
    return asked() - before;
  };

  const free = [
    { setShipTo: { addressId: leeds, instructions: 'Ring', requestedOn: '2090-05-03' } },
    { setBillTo: { purchaseOrderNumber: 'PO-1' } },
    { setPayment: { type: 'INVOICE' } },
    { setNote: { note: 'For the kitchen' } },
    { setNote: { note: 'Wrap it', lineId: line.id } },
    { setFields: [{ name: 'desk', value: 'B 12' }] },
    { setLineShipping: { lineId: line.id, instructions: 'Upstairs' } },
  ];
  for (const action of free) expect([action, await cost(action)]).toEqual([action, 0]);
  const priced = [{ setShippingMethod: { shippingMethod: 'VAN' } }, { setBillTo: { addressId: leeds } }, { updateLines: [{ lineId: line.id, quantity: '6' }] }, { splitLine: { lineId: line.id, quantities: ['2', '4'] } }, { setLineShipping: { lineId: line.id, addressId: leeds, shippingMethod: 'VAN' } }];
  for (const action of priced) expect([action, await cost(action)]).toEqual([action, 1]);

  const { cart } = await bea.ask('query ($id: ID!) { cart(id: $id) { note purchaseOrderNumber problems { code } lines { note } fields { value } } }', { id });
  expect(cart).toMatchObject({ note: 'For the kitchen', problems: [], fields: [{ value: 'B 12' }], lines: [{ note: 'Wrap it' }, { note: 'Wrap it' }] });
});

test('a list price that moved is asked for with the next change, whatever it is [CHK-18]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id } = await add(bea, { sku: 'MUG-RED' });
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "7.25" }]) { version } }');
  await world.settle();
  expect((await update(bea, id, { setNote: { note: 'x' } })).total.amount).toBe('7.25');
});
