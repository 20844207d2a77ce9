import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { startWorld } from '../../support/world.ts';
import { addressesOf, ship, update } from '../carts/content.ts';
import { ACCEPT, agree, CLAUSES, ENFORCED, mugs, orderOf, PLACE, PUBLISH, READ, startWithTerms, termsOf } from './terms.ts';

const QUANTITY = 'mutation ($id: ID!, $line: ID!, $quantity: Decimal!) { updateCartLines(cartId: $id, lines: [{ lineId: $line, quantity: $quantity }]) { id } }';

test('the terms of a cart say what its items and its order variables make of them, and change with those [TC-03]', async () => {
  await using world = await startWithTerms();
  const bea = await world.as('bea');
  const cart = await mugs(bea);
  const few = await termsOf(bea, cart.id);
  expect(few).toMatchObject({ template: 'standard', templateVersion: 1, enforced: false, text: 'Delivery\nWe deliver 2 pieces.\n\nMugs may break.' });
  await bea.ask(QUANTITY, { id: cart.id, line: cart.lines[0].id, quantity: '100' });
  const many = await termsOf(bea, cart.id);
  expect(many.text).toBe('Delivery\nWe deliver 100 pieces.\n\nMugs may break.\n\nLarge orders take a week.');
  expect(many.hash).not.toBe(few.hash);
  const { addCartLines: bolts } = await (await world.as('ben')).ask('mutation { addCartLines(lines: [{ sku: "SCREW-M4" }]) { id } }');
  expect((await termsOf(await world.as('ben'), bolts.id)).text).not.toContain('Mugs');
});

test('where they are enforced nothing is ordered without agreeing, before or in the same request; the order keeps who agreed, when and to which version [TC-02, TC-09]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWithTerms(ENFORCED, clock);
  const bea = await world.as('bea');
  const acceptedAt = clock.now().toISOString();
  const { id } = await mugs(bea);
  const { hash } = await termsOf(bea, id);
  expect(await bea.refused(PLACE, await orderOf(bea, id))).toMatchObject({ code: 'TERMS_NOT_ACCEPTED', details: { hash, reviewAgain: false } });
  const agreed = await agree(bea, id);
  expect(agreed).toMatchObject({ enforced: true, reviewAgain: false, acceptance: { acceptedByName: 'Bea', acceptedAt } });
  clock.advance(60_000);
  const { placeOrder: order } = await bea.ask(PLACE, await orderOf(bea, id));
  expect(order.termsAccepted).toBe(true);
  expect(order.terms).toEqual({ template: 'standard', templateVersion: 1, text: agreed.text, acceptedById: agreed.acceptance.acceptedById, acceptedByName: 'Bea', acceptedAt });
  await world.settle();

  const next = await mugs(bea, '3');
  const { placeOrder: another } = await bea.ask(PLACE, await orderOf(bea, next.id, { termsAccepted: true }));
  expect(another.terms).toMatchObject({ acceptedByName: 'Bea', acceptedAt: clock.now().toISOString(), text: 'Delivery\nWe deliver 3 pieces.\n\nMugs may break.' });
});

const VAN = { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' };
const CHANGES: readonly [string, (facts: { line: string; address: string }) => object][] = [
  ['a quantity', ({ line }) => ({ updateLines: [{ lineId: line, quantity: '7' }] })],
  ['a line more', () => ({ addLines: [{ sku: 'SCREW-M4' }] })],
  ['where it goes', ({ address }) => ({ setShipTo: { addressId: address } })],
  ['who is billed', ({ address }) => ({ setBillTo: { addressId: address } })],
  ['how it is shipped', () => ({ setShippingMethod: { shippingMethod: 'VAN' } })],
  ['the end customer', () => ({ setFields: [{ name: 'endCustomer', value: 'Globex' }] })],
];

test('any change they depend on voids the agreement until somebody agrees again: quantity, lines, shipping, billing, end customer [TC-04]', async () => {
  const endCustomer = '[{"name":"endCustomer","level":"cart","type":"text","label":"End customer"}]';
  await using world = await startWithTerms({ ...ENFORCED, CARTWRIGHT_CARTS_EXTRA_FIELDS: endCustomer });
  const bea = await world.as('bea');
  await ship(await world.as('olga'), VAN);
  const [address = ''] = (await addressesOf(bea)).values();
  const cart = await mugs(bea);
  const facts = { line: cart.lines[0].id, address };
  for (const [what, change] of CHANGES) {
    await agree(bea, cart.id);
    await update(bea, cart.id, change(facts));
    expect(await termsOf(bea, cart.id), what).toMatchObject({ acceptance: null, reviewAgain: true });
    const refusal = await bea.refused(PLACE, await orderOf(bea, cart.id));
    expect(refusal, what).toMatchObject({ code: 'TERMS_NOT_ACCEPTED', details: { reviewAgain: true } });
  }
  await agree(bea, cart.id);
  expect((await bea.ask(PLACE, await orderOf(bea, cart.id))).placeOrder.termsAccepted).toBe(true);
});

test('what is said only when placing the order counts as a change too, and so does a new version of the terms', async () => {
  await using world = await startWithTerms(ENFORCED);
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id } = await mugs(bea);
  await agree(bea, id);
  expect((await bea.refused(PLACE, await orderOf(bea, id, { purchaseOrderNumber: 'PO-7' }))).code).toBe('TERMS_NOT_ACCEPTED');
  const { hash } = await termsOf(bea, id);
  expect((await olga.ask(PUBLISH, { terms: { name: 'standard', clauses: CLAUSES } })).publishTerms).toEqual({ site: 'default', name: 'standard', version: 2 });
  expect((await bea.refused(PLACE, await orderOf(bea, id))).code).toBe('TERMS_NOT_ACCEPTED');
  expect(await bea.refused(ACCEPT, { id, hash })).toMatchObject({ code: 'TERMS_NOT_ACCEPTED', details: { hash: (await termsOf(bea, id)).hash } });
  await agree(bea, id);
  expect((await bea.ask(PLACE, await orderOf(bea, id))).placeOrder.terms.templateVersion).toBe(2);
});

test('where they are not enforced they are there to be read; an order without agreement keeps none', async () => {
  await using world = await startWithTerms();
  const bea = await world.as('bea');
  const { id } = await mugs(bea);
  expect((await bea.ask(PLACE, await orderOf(bea, id))).placeOrder).toMatchObject({ termsAccepted: false, terms: null });
});

test('without contracts, and while nothing is published, there are no terms to agree to', async () => {
  await using off = await startWorld();
  const bea = await off.as('bea');
  const { id } = await mugs(bea);
  expect((await bea.ask(READ, { id })).termsOf).toBeNull();
  expect((await bea.refused(ACCEPT, { id, hash: 'x' })).code).toBe('OPERATION_DISABLED');
  await using silent = await startWorld({ env: { CARTWRIGHT_ORDERS_CONTRACTS: 'true', CARTWRIGHT_ORDERS_CONTRACT_TEMPLATE: 'standard', ...ENFORCED } });
  const cat = await silent.as('cat');
  const cart = await mugs(cat);
  expect((await cat.ask(PLACE, await orderOf(cat, cart.id))).placeOrder.terms).toBeNull();
});

test('only an administrator of the seller publishes terms, and only such as can be read', async () => {
  await using world = await startWithTerms();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  for (const other of [bea, sam]) expect((await other.refused(PUBLISH, { terms: { name: 'standard', clauses: CLAUSES } })).code).toBe('FORBIDDEN');
  for (const clauses of [[], [{ text: ' ' }], [{ text: 'Due in {days} days.' }], [{ text: 'x', variable: 'total' }], [{ text: 'x', oneOf: ['VAN'] }]]) {
    expect((await olga.refused(PUBLISH, { terms: { name: 'standard', clauses } })).code).toBe('BAD_USER_INPUT');
  }
});
