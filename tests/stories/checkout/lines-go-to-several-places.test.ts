import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { tax } from '../prices/cart-prices.ts';
import { add, addressesOf, linesOf, ship, update } from '../carts/content.ts';
import { gapsOf, prepare } from './checkout.ts';

const SPLIT = `mutation ($cartId: ID!, $split: SplitLineInput!) { splitCartLine(cartId: $cartId, split: $split) { total { amount } taxTotal { amount } shippingTotal { amount }
  lines { id quantity uom product { sku } note configuration { optionClass sku } shipping { shipTo { city } } } } }`;
const SINGLY = { CARTWRIGHT_CARTS_LINE_SHIPPING: 'true' };

test('parts of a line go elsewhere, the line keeps what is left and goes when nothing is, and taxes and freight follow [CHK-32, CHK-33, CHK-34, CHK-35]', async () => {
  await using world = await startWorld({ env: SINGLY });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await tax(olga);
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' });
  const addresses = await addressesOf(bea);
  const { id, lines: [line] } = await add(bea, { sku: 'TEAPOT-1L', quantity: '6' });
  await update(bea, id, { setShippingMethod: { shippingMethod: 'VAN' } }, { setNote: { note: 'Wrap it', lineId: line.id } });
  const { splitCartLine: cart } = await bea.ask(SPLIT, { cartId: id, split: { lineId: line.id, quantities: ['2', '1'] } });
  expect(linesOf(cart)).toEqual(['3 EA TEAPOT-1L', '2 EA TEAPOT-1L', '1 EA TEAPOT-1L']);
  expect([cart.lines[0].id, cart.lines.map(({ note }: { note: string }) => note)]).toEqual([line.id, ['Wrap it', 'Wrap it', 'Wrap it']]);
  const { splitCartLine: whole } = await bea.ask(SPLIT, { cartId: id, split: { lineId: line.id, quantities: ['3'] } });
  expect([linesOf(whole)[0], whole.lines.some((each: { id: string }) => each.id === line.id)]).toEqual(['3 EA TEAPOT-1L', false]);
  for (const quantities of [['2.5'], ['0'], ['-1'], [], ['2', '1']]) expect((await bea.refused(SPLIT, { cartId: id, split: { lineId: whole.lines[1].id, quantities } })).code).toBe('QUANTITY_INVALID');
  expect((await bea.refused(SPLIT, { cartId: id, split: { lineId: whole.lines[2].id, quantities: ['1'] } })).code).toBe('QUANTITY_INVALID');

  const sent = await update(bea, id, { setLineShipping: { lineId: whole.lines[1].id, addressId: addresses.get('Galway') } });
  expect([cart.shippingTotal.amount, sent.shippingTotal.amount]).toEqual(['4.90', '9.80']);
  expect(Number(sent.taxTotal.amount)).not.toBe(Number(cart.taxTotal.amount));
  expect(gapsOf(await prepare(bea, id))).toContain('SHIP_TO_REQUIRED');
  await update(bea, id, ...[0, 2].map((i) => ({ setLineShipping: { lineId: whole.lines[i].id, addressId: addresses.get('Leeds') } })));
  expect(gapsOf(await prepare(bea, id))).not.toContain('SHIP_TO_REQUIRED');
});

test('a model is split with what was chosen of it [CHK-33]', async () => {
  await using world = await startWorld({ env: SINGLY });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask('mutation { upsertProducts(products: [{ sku: "BOX", name: "Gift box", itemType: MODEL, indivisible: true }]) { sku } setComponents(sku: "BOX", optionClasses: [{ sku: "mugs", name: "Mugs", min: 1 }], components: [{ sku: "TEAPOT-1L", ratio: "1" }, { sku: "MUG-RED", ratio: "2", optionClass: "mugs" }, { sku: "MUG-BLUE", ratio: "2", optionClass: "mugs" }]) { sku } }');
  const { addCartLines: box } = await bea.ask('mutation { addCartLines(lines: [{ sku: "BOX", quantity: "3", configuration: [{ optionClass: "mugs", sku: "MUG-BLUE" }] }]) { id total { amount } lines { id } } }');
  const { splitCartLine: cart } = await bea.ask(SPLIT, { cartId: box.id, split: { lineId: box.lines[0].id, quantities: ['1'] } });
  expect(cart.lines).toMatchObject([{ quantity: '2', configuration: [{ sku: 'MUG-BLUE' }] }, { quantity: '1', configuration: [{ sku: 'MUG-BLUE' }] }]);
  expect(cart.total).toEqual(box.total);
});
