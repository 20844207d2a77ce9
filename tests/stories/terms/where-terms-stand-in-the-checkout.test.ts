import { expect, test } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { addressesOf, update } from '../carts/content.ts';
import { agree, ENFORCED, mugs, orderOf, PLACE, startWithTerms } from './terms.ts';

const STEPS = 'query ($id: ID!, $smart: Boolean) { cart(id: $id) { checkout(smart: $smart) { current pages { step } } } }';
const stepsOf = async (buyer: Session, id: string, smart = false): Promise<string[]> => (await buyer.ask(STEPS, { id, smart })).cart.checkout.pages.map(({ step }: Data) => step);
const SERVICE = { sku: 'REPAIR', name: 'Repair', primaryUom: 'EACH', itemType: 'SERVICE', shippable: false };

test('the checkout has a page for the terms where there are terms, and none otherwise [TC-01]', async () => {
  await using plain = await startWorld();
  const cat = await plain.as('cat');
  expect(await stepsOf(cat, (await mugs(cat)).id)).toEqual(['SHIPPING_AND_BILLING', 'REVIEW', 'CONFIRMATION']);
  await using world = await startWithTerms();
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const { id } = await mugs(bea);
  expect(await stepsOf(bea, id)).toEqual(['SHIPPING', 'BILLING', 'TERMS', 'REVIEW', 'CONFIRMATION']);
  expect((await gus.refused(STEPS, { id })).code).toBe('NOT_FOUND');
});

test('who skips what defaults fill in begins with the terms, and agreeing leads to the review and the order [TC-08]', async () => {
  await using world = await startWithTerms(ENFORCED);
  const bea = await world.as('bea');
  const { id } = await mugs(bea);
  const leeds = (await addressesOf(bea)).get('Leeds');
  await update(bea, id, { setShipTo: { addressId: leeds } }, { setBillTo: { addressId: leeds } }, { setPayment: { type: 'INVOICE' } });
  expect(await stepsOf(bea, id, true)).toEqual(['TERMS', 'REVIEW', 'CONFIRMATION']);
  await agree(bea, id);
  expect((await bea.ask(PLACE, await orderOf(bea, id))).placeOrder.termsAccepted).toBe(true);
});

test('where nothing is sent nobody is asked how: a private person has a page for billing only [CHK-05]', async () => {
  await using world = await startWorld();
  const [olga, bea, cat] = [await world.as('olga'), await world.as('bea'), await world.as('cat')];
  await olga.ask('mutation ($products: [ProductInput!]!) { upsertProducts(products: $products) { sku } }', { products: [SERVICE] });
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "REPAIR", unitPrice: "30.00" }]) { version } }');
  for (const buyer of [bea, cat]) {
    const { addCartLines: cart } = await buyer.ask('mutation { addCartLines(lines: [{ sku: "REPAIR" }]) { id } }');
    expect(await stepsOf(buyer, cart.id)).toEqual(['BILLING', 'REVIEW', 'CONFIRMATION']);
  }
});
