import { expect, test } from 'vitest';
import { alterCarts } from '../../support/cart-rows.ts';
import type { Data } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { addMugs, promote, tax } from '../prices/cart-prices.ts';
import { addressesOf, update } from './content.ts';
import { ACTIVE, ADD, DUPLICATE, LIST, SAVE, UPDATE } from './carts.ts';

const TERMS = 'name status currency pricingAgreementId paymentTerm shippingMethod promotionCodes { code } note purchaseOrderNumber shippingInstructions requestedOn shipTo { city } billTo { city } fields { name value } lines { product { sku } quantity uom pricingAgreementId unitPrice { amount } note fields { name value } } taxTotal { amount } shippingTotal { amount } total { amount }';
const READ_TERMS = `query ($id: ID!) { cart(id: $id) { ${TERMS} owner { id } } }`;
const COPY_QUOTE = `mutation ($id: ID!, $name: String!) { saveQuoteAsCart(quoteId: $id, name: $name) { id ${TERMS} owner { id } } }`;

const FIELDS = { CARTWRIGHT_CARTS_EXTRA_FIELDS: '[{"name":"dept","level":"cart","type":"text","label":"Department"},{"name":"desk","level":"line","type":"text","label":"Desk"}]' };

/** Bea's cart of three mugs with a code, a way to ship, an agreement on the cart and another on its line. */
async function cartWithTerms(world: World, lineAgreements = true): Promise<string> {
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  await tax(olga);
  await promote(olga, { id: 'ten', name: 'Ten off', code: 'TEN', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  await olga.ask('mutation ($methods: [ShippingMethodInput!]!) { upsertShippingMethods(methods: $methods) { code } }', { methods: [{ code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' }] });
  for (const [id, percentOff] of [['frame', '20'], ['mugs', '50']]) {
    const agreement = { id, name: id, percentOff, paymentTerm: 'NET60', accountIds: [viewer.account.id] };
    await olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: agreement });
  }
  const { id, lines } = await addMugs(bea, 3);
  const agree = 'mutation ($id: ID!, $agreement: ID!, $line: ID) { setPricingAgreement(cartId: $id, agreementId: $agreement, lineId: $line) { id } }';
  await bea.ask(agree, { id, agreement: 'frame' });
  if (lineAgreements) await bea.ask(agree, { id, agreement: 'mugs', line: lines[0].id });
  else await alterCarts(world, 'update cart_line set agreement_id = ? where cart_id = ?', ['mugs', id]); // from before the switch
  await bea.ask('mutation ($id: ID!) { setShippingMethod(cartId: $id, shippingMethod: "VAN") { id } }', { id });
  await bea.ask('mutation ($id: ID!) { applyPromotionCode(cartId: $id, code: "TEN") { id } }', { id });
  const leeds = (await addressesOf(bea)).get('Leeds');
  await update(
    bea,
    id,
    { setShipTo: { addressId: leeds, instructions: 'Ring twice', requestedOn: '2040-05-03' } },
    { setBillTo: { addressId: leeds, purchaseOrderNumber: 'PO 7' } },
    { setNote: { note: 'Handle with care' } },
    { setFields: [{ name: 'dept', value: 'Kitchen' }] },
    { setNote: { lineId: lines[0].id, note: 'Red ones only' } },
    { setLineFields: { lineId: lines[0].id, fields: [{ name: 'desk', value: 'B 12' }] } },
  );
  return id;
}

const copy = async (world: World, cartId: string, person: 'bea' | 'ann' = 'bea'): Promise<Data> => {
  const owner = await world.as(person);
  const { duplicateCart } = await owner.ask(DUPLICATE, { cartId, name: 'Again' });
  return (await owner.ask(READ_TERMS, { id: duplicateCart.id })).cart;
};

test('a copy of an own cart that was never shared is whole: lines, terms, shipping and codes, at the prices, taxes and freight of today [CART-46]', async () => {
  await using world = await startWorld({ env: FIELDS });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const cartId = await cartWithTerms(world);
  const { cart: original } = await bea.ask(READ_TERMS, { id: cartId });
  expect(original).toMatchObject({ pricingAgreementId: 'frame', paymentTerm: 'NET60', shippingMethod: 'VAN', promotionCodes: [{ code: 'TEN' }], shipTo: { city: 'Leeds' }, billTo: { city: 'Leeds' }, requestedOn: '2040-05-03', note: 'Handle with care', fields: [{ name: 'dept', value: 'Kitchen' }], lines: [{ pricingAgreementId: 'mugs', quantity: '3', note: 'Red ones only', fields: [{ name: 'desk', value: 'B 12' }] }] });
  expect(await copy(world, cartId)).toEqual({ ...original, name: 'Again', status: 'SAVED' });

  await olga.ask('mutation ($methods: [ShippingMethodInput!]!) { upsertShippingMethods(methods: $methods) { code } }', { methods: [{ code: 'VAN', name: 'By van', currency: 'GBP', flat: '9.90' }] });
  const later = await copy(world, cartId);
  expect(later.shippingTotal.amount).toBe('9.90');
  expect(Number(later.taxTotal.amount) - Number(original.taxTotal.amount), 'tax is on freight too').toBeCloseTo(1, 2);
});

test('a copy of a cart that is or was shared has its products, how many of them, and the copier\'s agreements on lines; nothing else [CART-47, CART-48]', async () => {
  await using world = await startWorld({ env: FIELDS });
  const bea = await world.as('bea');
  const cartId = await cartWithTerms(world);
  await alterCarts(world, 'update cart set ever_shared = 1 where id = ?', [cartId]);
  const { cart: original } = await bea.ask(READ_TERMS, { id: cartId });
  const controlled = await copy(world, cartId);
  expect(controlled).toMatchObject({ status: 'SAVED', currency: original.currency, owner: original.owner, pricingAgreementId: null, shippingMethod: null, promotionCodes: [], shippingTotal: { amount: '0.00' }, shipTo: null, billTo: null, shippingInstructions: null, requestedOn: null, purchaseOrderNumber: null, note: null, fields: [] });
  expect(controlled.paymentTerm).toBe('NET30');
  expect(controlled.lines).toEqual(original.lines.map((line: Data) => ({ ...line, note: null, fields: [] })));
});

test.each([
  ['agreements on lines are switched off', { env: { CARTWRIGHT_CARTS_LINE_AGREEMENTS: 'false' }, permission: true }],
  ['who copies may not use agreements', { env: {}, permission: false }],
] as const)('a controlled copy clears the agreements of lines where %s [CART-48]', async (_why, { env, permission }) => {
  await using world = await startWorld({ env: { ...FIELDS, ...env } });
  const cartId = await cartWithTerms(world, !('CARTWRIGHT_CARTS_LINE_AGREEMENTS' in env));
  await alterCarts(world, 'update cart set ever_shared = 1 where id = ?', [cartId]);
  if (!permission) {
    const people = world.embedded.subgraphs.get('accounts')?.db.orm.em.getConnection();
    await people?.execute(`update app_user set permissions = replace(permissions, '"USE_PRICING_AGREEMENT",', '') where email = 'bea@acme.example'`);
  }
  const [line] = (await copy(world, cartId)).lines;
  expect(line).toMatchObject({ product: { sku: 'MUG-RED' }, quantity: '3', pricingAgreementId: null, unitPrice: { amount: '6.95' } });
});

test('who may see a quote copies it to a saved cart of their own; it is changed, activated and copied like any other [CART-45, CART-47]', async () => {
  await using world = await startWorld();
  const [bea, gus, sam, guest] = [await world.as('bea'), await world.as('gus'), await world.as('sam'), await world.as('guest')];
  const { createQuote: quote } = await bea.ask('mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: "12" }, { sku: "BAG-JUTE" }]) { id lines { id } owner { id } } }');
  await bea.ask('mutation ($id: ID!) { requestQuote(quoteId: $id) { id } }', { id: quote.id });
  await sam.ask('mutation ($id: ID!) { assignQuote(quoteId: $id) { id } }', { id: quote.id });
  await sam.ask('mutation ($id: ID!, $lines: [QuoteLineUpdate!]!) { updateQuoteLines(quoteId: $id, lines: $lines) { id } }', {
    id: quote.id,
    lines: [{ lineId: quote.lines[0].id, unitPrice: '1.00' }, { description: 'Engraving', unitPrice: '9.00' }],
  });
  await sam.ask('mutation ($id: ID!) { publishQuote(quoteId: $id) { id } }', { id: quote.id });
  const { activeCart: before } = await bea.ask(ACTIVE);

  const { saveQuoteAsCart: cart } = await bea.ask(COPY_QUOTE, { id: quote.id, name: 'From the offer' });
  expect(cart).toMatchObject({ name: 'From the offer', status: 'SAVED', owner: quote.owner, lines: [{ product: { sku: 'MUG-RED' }, quantity: '12', unitPrice: { amount: '6.25' } }, { product: { sku: 'BAG-JUTE' } }] });
  expect(cart.lines, 'no catalog has the custom item').toHaveLength(2);
  expect((await bea.ask(ACTIVE)).activeCart).toEqual(before);
  expect((await bea.ask(LIST)).carts.nodes[0]).toEqual({ id: cart.id, name: 'From the offer', status: 'SAVED' });
  await bea.ask('mutation ($id: ID!) { activateCart(cartId: $id) { id } }', { id: cart.id });
  expect((await bea.ask(ADD, { cartId: cart.id, lines: [{ sku: 'MUG-BLUE' }] })).addCartLines.lines).toHaveLength(3);
  await bea.ask(DUPLICATE, { cartId: cart.id, name: 'And again' });
  expect((await bea.ask('query ($id: ID!) { quote(id: $id) { status } }', { id: quote.id })).quote.status, 'the quote stays as it is').toBe('PUBLISHED');

  expect((await gus.refused(COPY_QUOTE, { id: quote.id, name: 'Mine' })).code).toBe('NOT_FOUND');
  expect((await sam.refused(COPY_QUOTE, { id: quote.id, name: 'Mine' })).code).toBe('FORBIDDEN');
  expect((await guest.refused(COPY_QUOTE, { id: quote.id, name: 'Mine' })).code).toBe('UNAUTHENTICATED');
  expect((await bea.refused(COPY_QUOTE, { id: quote.id, name: ' ' })).code).toBe('BAD_USER_INPUT');
});

test('business buyers and private people copy their carts, whatever is switched on [CART-44]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_SHARING: 'false' } });
  for (const name of ['bea', 'ben', 'cat'] as const) {
    const person = await world.as(name);
    const { addCartLines: cart } = await person.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
    const { duplicateCart } = await person.ask(DUPLICATE, { cartId: cart.id, name: 'Again' });
    await person.ask(UPDATE, { cartId: cart.id, lines: [{ lineId: cart.lines[0].id, quantity: 5 }] });
    await person.ask(SAVE, { cartId: cart.id, name: 'First' });
    expect(duplicateCart).toMatchObject({ status: 'SAVED', lines: [{ quantity: '1' }] });
  }
});
