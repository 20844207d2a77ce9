import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { promote } from '../prices/cart-prices.ts';
import { add, linesOf, update } from './content.ts';

const MERGING = { CARTWRIGHT_CARTS_MERGE_LINES: 'true' };
const FIELDS = { CARTWRIGHT_CARTS_EXTRA_FIELDS: '[{"name":"desk","level":"line","type":"text","label":"Desk"}]' };

test('with merging on an identical item raises the quantity of its line, and the tier follows; off, each is a line [CART-57]', async () => {
  await using merging = await startWorld({ env: MERGING });
  await using plain = await startWorld();
  for (const world of [merging, plain]) {
    const bea = await world.as('bea');
    await add(bea, { sku: 'MUG-RED', quantity: '4' });
    const cart = await add(bea, { sku: 'MUG-RED', quantity: '6' }, { sku: 'BAG-JUTE' });
    if (world === plain) expect(linesOf(cart)).toEqual(['4 EA MUG-RED', '6 EA MUG-RED', '1 EA BAG-JUTE']);
    else expect([linesOf(cart), cart.lines[0].unitPrice.amount, cart.version]).toEqual([['10 EA MUG-RED', '1 EA BAG-JUTE'], '6.25', 2]);
  }
});

test('the same item in another unit is another line, also when the unit is left to the product [CART-58]', async () => {
  await using world = await startWorld({ env: MERGING });
  const bea = await world.as('bea');
  await add(bea, { sku: 'SCREW-M4', quantity: '1', uom: 'BX' });
  expect(linesOf(await add(bea, { sku: 'SCREW-M4', quantity: '5' }))).toEqual(['1 BX SCREW-M4', '5 EA SCREW-M4']);
  expect(linesOf(await add(bea, { sku: 'SCREW-M4', quantity: '1', uom: 'BX' }, { sku: 'SCREW-M4', quantity: '2', uom: 'EA' }))).toEqual(['2 BX SCREW-M4', '7 EA SCREW-M4']);
});

test('twice the same in one add is one line, unless it is a kit: kits never merge, what could have services does [CART-58]', async () => {
  await using world = await startWorld({ env: MERGING });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask('mutation { upsertProducts(products: [{ sku: "TEA-SET", name: "Tea set", itemType: KIT, indivisible: true }, { sku: "BOILER", name: "Boiler", itemType: SERVICEABLE }]) { sku } }');
  await olga.ask('mutation { setComponents(sku: "TEA-SET", components: [{ sku: "MUG-RED", ratio: "4" }]) { sku } }');
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "TEA-SET", unitPrice: "30" }, { sku: "BOILER", unitPrice: "900" }]) { code } }');
  const once = await add(bea, { sku: 'TEA-SET' }, { sku: 'TEA-SET' }, { sku: 'BOILER' }, { sku: 'BOILER' });
  expect(linesOf(once)).toEqual(['1 EA TEA-SET', '1 EA TEA-SET', '2 EA BOILER']);
  expect(linesOf(await add(bea, { sku: 'TEA-SET' }, { sku: 'BOILER' }))).toEqual(['1 EA TEA-SET', '1 EA TEA-SET', '3 EA BOILER', '1 EA TEA-SET']);
});

test('nothing merges while a promotion gives goods [CART-59]', async () => {
  await using world = await startWorld({ env: MERGING });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await promote(olga, { id: 'three', name: 'Two plus one', level: 'LINE', kind: 'BUY_GET', buyQuantity: '2', getQuantity: '1', skus: ['MUG-RED'] });
  expect(linesOf(await add(bea, { sku: 'BAG-JUTE' }))).toEqual(['1 EA BAG-JUTE']);
  const given = await add(bea, { sku: 'BAG-JUTE' }, { sku: 'MUG-RED', quantity: '2' });
  expect([linesOf(given), given.freeGoods]).toEqual([['2 EA BAG-JUTE', '2 EA MUG-RED'], [{ quantity: '1' }]]);
  expect(linesOf(await add(bea, { sku: 'BAG-JUTE' }))).toEqual(['2 EA BAG-JUTE', '2 EA MUG-RED', '1 EA BAG-JUTE']);
});

test('the line that was there keeps what it says; a line under an agreement of its own is another [CART-60]', async () => {
  await using world = await startWorld({ env: { ...MERGING, ...FIELDS } });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  await olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: { id: 'frame', name: 'Frame', percentOff: '20', accountIds: [viewer.account.id] } });
  const { id, lines } = await add(bea, { sku: 'MUG-RED' }, { sku: 'BAG-JUTE' });
  await update(bea, id, { setLineFields: { lineId: lines[0].id, fields: [{ name: 'desk', value: 'B 12' }] } }, { setNote: { lineId: lines[0].id, note: 'For Ann' } });
  await update(bea, id, { setPricingAgreement: { agreementId: 'frame', lineId: lines[1].id } });
  const cart = await add(bea, { sku: 'MUG-RED', quantity: '2' }, { sku: 'BAG-JUTE' });
  expect(cart.lines).toMatchObject([{ id: lines[0].id, quantity: '3', note: 'For Ann', fields: [{ name: 'desk', value: 'B 12' }] }, { quantity: '1' }, { quantity: '1' }]);
});

test('the cart of a guest merges by the same rule', async () => {
  await using world = await startWorld({ env: MERGING });
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  await add(guest, { sku: 'MUG-RED', quantity: '3' }, { sku: 'BAG-JUTE' });
  await add(cat, { sku: 'MUG-RED', quantity: '1' });
  const { claimGuestCart: cart } = await cat.ask('mutation ($token: String!) { claimGuestCart(guestToken: $token, mode: MERGE) { lines { quantity uom product { sku } } } }', { token: guest.token });
  expect(linesOf(cart)).toEqual(['4 EA MUG-RED', '1 EA BAG-JUTE']);
});
