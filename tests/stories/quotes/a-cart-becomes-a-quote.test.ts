import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { FIELDS, read } from './negotiation.ts';

const CART = 'mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: "10" }]) { id status } }';
const ASSIST = `mutation ($cartId: ID!, $reason: String, $comment: String) { requestAssistance(cartId: $cartId, reason: $reason, comment: $comment) { ${FIELDS} reason cart { id status } } }`;
const CREATE = `mutation ($cartId: ID!) { createQuote(fromCartId: $cartId) { ${FIELDS} } }`;
const CART_STATUS = 'query ($id: ID!) { cart(id: $id) { status } }';

test('asking for assistance makes a requested quote of the cart, which leaves the buyer; a second click finds the same quote [ASSIST-03, ASSIST-05, ASSIST-06]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { addCartLines: cart } = await bea.ask(CART);
  const ask = { cartId: cart.id, reason: 'PRICE', comment: 'Can you do better?' };
  const [first, second] = (await Promise.all([bea.ask(ASSIST, ask), bea.ask(ASSIST, ask)])).map((answer) => answer.requestAssistance);
  expect(second.id).toBe(first.id);
  expect(first).toMatchObject({ status: 'QUOTE_REQUESTED', reason: 'PRICE', total: { amount: '62.50' } });
  await world.settle();
  expect((await bea.ask(CART_STATUS, { id: cart.id })).cart.status).toBe('QUOTED');
  expect((await bea.ask('{ activeCart { id } }')).activeCart).toBeNull();
  const seen = await read(sam, first.id);
  expect(seen.audits.map((audit: { action: string }) => audit.action)).toEqual(['CREATE_QUOTE', 'REQUEST_QUOTE']);
  expect(seen.notes).toEqual([{ text: 'Can you do better?', internal: false, author: { name: 'Bea' } }]);
  const again = (await bea.ask(ASSIST, { cartId: cart.id, reason: 'DELIVERY' })).requestAssistance;
  expect(again).toMatchObject({ id: first.id, reason: 'DELIVERY', version: 3 });
});

test('a cart becomes a draft of its owner, once; nobody else makes a quote of it [QUOTE-11]', async () => {
  await using world = await startWorld();
  const [bea, ben, gus, sam] = [await world.as('bea'), await world.as('ben'), await world.as('gus'), await world.as('sam')];
  const { addCartLines: cart } = await bea.ask(CART);
  for (const stranger of [ben, gus]) expect((await stranger.refused(CREATE, { cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await sam.refused(CREATE, { cartId: cart.id })).code).toBe('FORBIDDEN');
  const { createQuote } = await bea.ask(CREATE, { cartId: cart.id });
  expect(createQuote).toMatchObject({ status: 'DRAFTING', lines: [{ product: { sku: 'MUG-RED' }, quantity: '10' }] });
  await world.settle();
  expect((await bea.ask(CREATE, { cartId: cart.id })).createQuote.id).toBe(createQuote.id);
});

test('private people may ask for assistance too; guests sign in first', async () => {
  await using world = await startWorld();
  const [cat, guest] = [await world.as('cat'), await world.as('guest')];
  const { addCartLines: catsCart } = await cat.ask(CART);
  expect((await cat.ask(ASSIST, { cartId: catsCart.id })).requestAssistance.status).toBe('QUOTE_REQUESTED');
  const { addCartLines: guestCart } = await guest.ask(CART);
  expect((await guest.refused(ASSIST, { cartId: guestCart.id })).code).toBe('FORBIDDEN');
});

const create = (args: string): string => `mutation { createQuote${args} { id } }`;

test('a quote is of a cart or of lines, of products that exist', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  expect((await bea.refused(create(''))).code).toBe('BAD_USER_INPUT');
  expect((await bea.refused(create('(lines: [])'))).code).toBe('BAD_USER_INPUT');
  expect((await bea.refused(create('(lines: [{ sku: "NO-SUCH" }])'))).code).toBe('UNKNOWN_SKU');
  expect((await bea.refused(create('(lines: [{ sku: "SCREW-M4", quantity: "0.5" }])'))).code).toBe('QUANTITY_INDIVISIBLE');
  expect((await bea.refused(create('(lines: [{ sku: "MUG-RED", quantity: "-1" }])'))).code).toBe('QUANTITY_INVALID');
  expect((await bea.refused(create('(lines: [{ sku: "MUG-RED", uom: "TNE" }])'))).code).toBe('UNKNOWN_UOM');
});
