import { expect, test } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { CHANGE, change, move, mutation, read } from './negotiation.ts';
import { quotesOf } from './expiry.ts';
import { taxBritain } from './terms.ts';

const MIRROR = { CARTWRIGHT_QUOTES_CART_MIRROR: 'true' };
const DESK = 'subscription { quotesChanged { cause status quoteId quote { id total { amount } shippingTotal { amount } lines { product { sku } quantity unitPrice { amount } } } } }';
const ADD = 'mutation ($sku: String!, $quantity: Decimal) { addCartLines(lines: [{ sku: $sku, quantity: $quantity }]) { id priceHash total { amount } lines { id } } }';
const UPDATE = 'mutation ($cart: ID!, $line: ID!, $quantity: Decimal!) { updateCartLines(cartId: $cart, lines: [{ lineId: $line, quantity: $quantity }]) { total { amount } } }';

/** A cart of Bea's with ten red mugs, and the quote the desk sees of it. */
async function filled(bea: Session, sam: Session): Promise<{ cart: Data; quoteId: string }> {
  const desk = await sam.watch(DESK);
  const { addCartLines: cart } = await bea.ask(ADD, { sku: 'MUG-RED', quantity: '10' });
  const { quotesChanged } = await desk.next();
  await desk.close();
  return { cart, quoteId: quotesChanged.quoteId };
}

test('with the first line a cart is in progress at the desk, and each change of it is there at once, at the prices of the cart [CPQ-01, CPQ-03, CPQ-11]', async () => {
  await using world = await startWorld({ env: MIRROR });
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  await olga.ask('mutation { upsertShippingMethods(methods: [{ code: "VAN", name: "Van", currency: "GBP", flat: "4.00" }]) { code } }');
  await world.settle();
  const desk = await sam.watch(DESK);
  const next = async (): Promise<Data> => (await desk.next()).quotesChanged;
  const { addCartLines: cart } = await bea.ask(ADD, { sku: 'MUG-RED', quantity: '1' });
  const first = await next();
  expect(first).toMatchObject({ cause: 'MIRROR_CART', status: 'CART_IN_PROGRESS', quote: { total: cart.total, lines: [{ product: { sku: 'MUG-RED' }, quantity: '1', unitPrice: { amount: '6.95' } }] } });
  const { updateCartLines: more } = await bea.ask(UPDATE, { cart: cart.id, line: cart.lines[0].id, quantity: '10' });
  expect(await next()).toMatchObject({ cause: 'CART_CHANGED', quoteId: first.quoteId, quote: { total: more.total, lines: [{ quantity: '10', unitPrice: { amount: '6.25' } }] } });
  const { setShippingMethod: shipped } = await bea.ask('mutation ($cart: ID!) { setShippingMethod(cartId: $cart, shippingMethod: "VAN") { total { amount } } }', { cart: cart.id });
  expect(await next()).toMatchObject({ cause: 'CART_CHANGED', quote: { total: shipped.total, shippingTotal: { amount: '4.00' } } });
  await bea.ask('mutation ($cart: ID!, $line: ID!) { removeCartLines(cartId: $cart, lineIds: [$line]) { id } }', { cart: cart.id, line: cart.lines[0].id });
  expect(await next()).toMatchObject({ cause: 'CART_CHANGED', quoteId: first.quoteId, quote: null });
  await bea.ask(ADD, { sku: 'TEAPOT-1L', quantity: '1' });
  expect(await next()).toMatchObject({ cause: 'CART_CHANGED', quoteId: first.quoteId, quote: { lines: [{ product: { sku: 'TEAPOT-1L' } }] } });
});

const statusesOf = async (world: World): Promise<string[]> => (await quotesOf(world).db.sql.selectFrom('Quote').select('status').execute()).map(({ status }) => status);

test('without the switch no cart is mirrored, and no cart of a guest ever [CPQ-11]', async () => {
  await using plain = await startWorld();
  await (await plain.as('bea')).ask(ADD, { sku: 'MUG-RED' });
  await plain.settle();
  expect(await statusesOf(plain)).toEqual([]);

  await using mirroring = await startWorld({ env: MIRROR });
  const [bea, sam, guest] = [await mirroring.as('bea'), await mirroring.as('sam'), await mirroring.as('guest')];
  await guest.ask(ADD, { sku: 'MUG-RED' });
  await mirroring.settle();
  await filled(bea, sam);
  expect(await statusesOf(mirroring)).toEqual(['CART_IN_PROGRESS']);
});

test('while the cart is in progress reps look and touch nothing, and its buyer changes it through the cart alone [CPQ-02, CPQ-04, CPQ-10]', async () => {
  await using world = await startWorld({ env: MIRROR });
  const [bea, ann, sam, rob] = [await world.as('bea'), await world.as('ann'), await world.as('sam'), await world.as('rob')];
  const { cart, quoteId } = await filled(bea, sam);
  const before = await read(sam, quoteId);
  expect((await read(rob, quoteId)).lines).toHaveLength(1);
  expect((await ann.refused(mutation('request', quoteId))).code).toBe('NOT_FOUND');
  for (const who of [bea, sam, rob]) expect((await who.refused(CHANGE, { quoteId, lines: [{ sku: 'MUG-BLUE' }] })).code).toBe('QUOTE_STATUS_INVALID');
  for (const who of [sam, rob]) {
    for (const name of ['assign', 'unassign', 'publish', 'recall', 'cancel', 'edit', 'clone', 'delete']) expect((await who.refused(mutation(name, quoteId))).code).toBe('INVALID_STATE');
    expect((await who.refused(mutation('request', quoteId))).code).toBe('FORBIDDEN');
    expect((await who.refused(`mutation { addQuoteNote(quoteId: "${quoteId}", text: "May I?") { id } }`)).code).toBe('INVALID_STATE');
  }
  expect(await read(sam, quoteId)).toEqual(before);
  const desk = await sam.watch(DESK);
  await bea.ask(UPDATE, { cart: cart.id, line: cart.lines[0].id, quantity: '12' });
  expect((await desk.next()).quotesChanged.quote.lines).toMatchObject([{ quantity: '12' }]);
});

test('when its buyer asks for assistance the same quote is requested; from then on the rep changes it, and the buyer neither it nor the cart until he takes it back [CPQ-05, CPQ-06]', async () => {
  await using world = await startWorld({ env: MIRROR });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { cart, quoteId } = await filled(bea, sam);
  await bea.ask(UPDATE, { cart: cart.id, line: cart.lines[0].id, quantity: '12' });
  const { requestAssistance: asked } = await bea.ask('mutation ($cart: ID!) { requestAssistance(cartId: $cart, reason: "PRICE") { id status lines { quantity } } }', { cart: cart.id });
  expect(asked).toEqual({ id: quoteId, status: 'QUOTE_REQUESTED', lines: [{ quantity: '12' }] });
  await world.settle();
  await bea.refused(UPDATE, { cart: cart.id, line: cart.lines[0].id, quantity: '1' });
  expect((await bea.refused(CHANGE, { quoteId, lines: [{ sku: 'MUG-BLUE' }] })).code).toBe('QUOTE_STATUS_INVALID');
  await move(sam, 'assign', quoteId);
  expect((await bea.refused(CHANGE, { quoteId, lines: [{ sku: 'MUG-BLUE' }] })).code).toBe('FORBIDDEN');
  expect((await change(sam, quoteId, [{ sku: 'MUG-BLUE' }])).lines).toHaveLength(2);
  await move(sam, 'publish', quoteId);
  await move(bea, 'edit', quoteId);
  expect((await change(bea, quoteId, [{ sku: 'MUG-WHITE' }])).lines).toHaveLength(3);
  expect((await read(bea, quoteId)).audits.map(({ action }: Data) => action)).toEqual(['MIRROR_CART', 'CREATE_QUOTE', 'REQUEST_QUOTE', 'ASSIGN_QUOTE', 'PUBLISH_QUOTE', 'EDIT_QUOTE']);
});

test('a cart that is ordered as it is needs no rep: its quote has what was ordered, with tax and freight, is ordered too, and stands [CPQ-07]', async () => {
  await using world = await startWorld({ env: MIRROR });
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  await taxBritain(olga);
  await olga.ask('mutation { upsertShippingMethods(methods: [{ code: "VAN", name: "Van", currency: "GBP", flat: "4.00" }]) { code } }');
  await world.settle();
  const { cart, quoteId } = await filled(bea, sam);
  const watch = await sam.watch(DESK);
  const { setShippingMethod: ready } = await bea.ask('mutation ($cart: ID!) { setShippingMethod(cartId: $cart, shippingMethod: "VAN") { priceHash } }', { cart: cart.id });
  const TOTALS = 'subtotal { amount } shippingTotal { amount } taxTotal { amount } total { amount } taxes { code amount { amount } }';
  const { placeOrder: order } = await bea.ask(`mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { ${TOTALS} } } }`, { input: { cartId: cart.id, priceHash: ready.priceHash, idempotencyKey: 'once' } });
  await watch.until((data) => data.quotesChanged.status === 'SUBMITTED');
  const { quote } = await sam.ask(`query ($id: ID!) { quote(id: $id) { status version salesRep { id } ${TOTALS} lines { quantity taxes { code } } audits { action } revisions { action total { amount } } } }`, { id: quoteId });
  const { status, version, salesRep, lines, audits, revisions, ...totals } = quote;
  expect({ status, salesRep, lines }).toEqual({ status: 'SUBMITTED', salesRep: null, lines: [{ quantity: '10', taxes: [{ code: 'VAT' }] }] });
  expect(totals).toEqual(order);
  expect(audits.map(({ action }: Data) => action)).toEqual(['MIRROR_CART', 'SUBMIT_QUOTE']);
  expect(revisions).toEqual([{ action: 'SUBMIT_QUOTE', total: order.total }]);
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "1" }]) { code } }');
  await world.settle();
  expect((await read(bea, quoteId)).version).toBe(version);
  for (const name of ['edit', 'request', 'cancel']) expect((await bea.refused(mutation(name, quoteId))).code).toBe('INVALID_STATE');
});

test('after publication the buyer accepts, declines for good with his reasons kept, or asks for another round [CPQ-09]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const offer = async (): Promise<Data> => {
    const { createQuote } = await bea.ask('mutation { createQuote(lines: [{ sku: "MUG-RED" }]) { id lines { id } } }');
    await move(bea, 'request', createQuote.id);
    await move(sam, 'assign', createQuote.id);
    return { ...(await move(sam, 'publish', createQuote.id)), line: createQuote.lines[0].id };
  };
  const [accepted, declined, reopened] = [await offer(), await offer(), await offer()] as [Data, Data, Data];
  await bea.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }', { input: { quoteId: accepted.id, priceHash: accepted.priceHash, idempotencyKey: 'once' } });
  await world.settle();
  expect((await read(sam, accepted.id)).status).toBe('SUBMITTED');

  await bea.ask(`mutation { addQuoteNote(quoteId: "${declined.id}", lineId: "${declined.line}", text: "Too dear by far") { id } }`);
  await move(bea, 'cancel', declined.id, 'reason: "We buy elsewhere"');
  const { quote } = await sam.ask('query ($id: ID!) { quote(id: $id) { status reason notes { text lineId } } }', { id: declined.id });
  expect(quote).toEqual({ status: 'CANCELED', reason: 'We buy elsewhere', notes: [{ text: 'Too dear by far', lineId: declined.line }] });
  expect((await sam.refused(mutation('publish', declined.id))).code).toBe('INVALID_STATE');

  await move(bea, 'request', reopened.id, 'comment: "Ten percent less?"');
  await move(sam, 'assign', reopened.id);
  expect((await move(sam, 'publish', reopened.id)).status).toBe('PUBLISHED');
});
