import { expect, test } from 'vitest';
import { sessionWith, type Data, type Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { orderCart } from '../orders/shopping.ts';
import { ACTIVATE, ADD, SAVE } from './carts.ts';

const ACTIONS = 'availableActions { name allowed reason }';
const AREA = `{ cartArea { sections activeCart { id ${ACTIONS} } groups { group carts { nodes { id name expiresAt status } } } ${ACTIONS} } }`;
const EVERYTHING = { CARTWRIGHT_CARTS_SHARING: 'true', CARTWRIGHT_CARTS_DIRECT_ENTRY: 'true', CARTWRIGHT_CARTS_SHOPPING_LISTS: 'true' };
const MUG = [{ sku: 'MUG-RED' }];

const offered = ({ availableActions }: Data): string[] => availableActions.filter(({ allowed }: Data) => allowed).map(({ name }: Data) => name);
const area = async (person: Session): Promise<Data> => (await person.ask(AREA)).cartArea;

/** An active cart without a line. */
async function emptyCart(person: Session): Promise<string> {
  const { addCartLines: cart } = await person.ask(ADD, { lines: MUG });
  await person.ask('mutation ($cartId: ID!, $id: ID!) { removeCartLines(cartId: $cartId, lineIds: [$id]) { id } }', { cartId: cart.id, id: cart.lines[0].id });
  return cart.id;
}

test('an empty active cart offers to shop on, to be saved, shared and deleted, and direct entry to business buyers; everything else is refused [CART-31]', async () => {
  await using world = await startWorld({ env: EVERYTHING });
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const cartId = await emptyCart(bea);
  await emptyCart(cat);
  expect(offered(await area(bea)).toSorted()).toEqual(['continueShopping', 'deleteCart', 'directItemEntry', 'saveCart', 'shareCart']);
  expect(offered(await area(cat)).toSorted()).toEqual(['continueShopping', 'deleteCart', 'saveCart', 'shareCart']);
  const refused: [string, object][] = [
    ['mutation ($id: ID!) { duplicateCart(cartId: $id, name: "Again") { id } }', {}],
    ['mutation ($id: ID!) { createQuote(fromCartId: $id) { id } }', {}],
    ['mutation ($id: ID!) { requestAssistance(cartId: $id) { id } }', {}],
    ['mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }', { input: { cartId, priceHash: 'any', idempotencyKey: 'empty' } }],
  ];
  for (const [query, more] of refused) expect((await bea.refused(query, { id: cartId, ...more })).code).toBe('CART_EMPTY');
  expect((await bea.ask(SAVE, { cartId, name: 'Empty' })).saveCart.status).toBe('SAVED');
});

test('without sharing and direct entry an empty cart does not offer them [CART-31]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  await emptyCart(bea);
  const { availableActions } = await area(bea);
  expect(offered({ availableActions }).toSorted()).toEqual(['continueShopping', 'deleteCart', 'saveCart']);
  expect(availableActions.map(({ name }: Data) => name)).not.toContain('shareCart');
  expect(availableActions.map(({ name }: Data) => name)).not.toContain('directItemEntry');
});

test.each([
  ['bea', EVERYTHING, ['directItemEntry']],
  ['bea', {}, []],
  ['cat', EVERYTHING, []],
  ['guest', EVERYTHING, []],
] as const)('without an active cart all there is for %s with %o is %o [CART-32]', async (person, env, actions) => {
  await using world = await startWorld({ env });
  const { activeCart, availableActions } = await area(await world.as(person));
  expect(activeCart).toBeNull();
  expect(availableActions.map(({ name }: Data) => name)).toEqual(actions);
});

test('what a cart offers depends on its state, on who looks, and on what is switched on [CART-33]', async () => {
  await using world = await startWorld({ env: { ...EVERYTHING, CARTWRIGHT_CARTS_PROMOTION_CODES: 'false' } });
  const [bea, ben, cat, guest] = [await world.as('bea'), await world.as('ben'), await world.as('cat'), await world.as('guest')];
  const filled = async (person: Session): Promise<Data> => (await person.ask(`mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id priceHash ${ACTIONS} } }`, { lines: MUG })).addCartLines;
  const atWork = ['continueShopping', 'updateCartLines', 'removeCartLines', 'setShippingMethod'];
  const toLists = ['saveToList', 'moveCartLinesToList'];
  const beas = await filled(bea);
  expect(offered(beas)).toEqual([...atWork, 'setPricingAgreement', 'checkAvailability', 'directItemEntry', ...toLists, 'saveCart', 'shareCart', 'duplicateCart', 'deleteCart', 'createQuote', 'requestAssistance', 'placeOrder']);
  const bens = await filled(ben);
  expect(bens.availableActions.filter(({ allowed }: Data) => !allowed)).toEqual([
    { name: 'setPricingAgreement', allowed: false, reason: 'This needs the permission VIEW_NET_PRICE.' },
    { name: 'activateCart', allowed: false, reason: 'It is the active cart.' },
    { name: 'placeOrder', allowed: false, reason: 'This needs the permission CREATE_ORDER.' },
  ]);
  expect(offered(await filled(cat))).toEqual([...atWork, 'checkAvailability', ...toLists, 'saveCart', 'shareCart', 'duplicateCart', 'deleteCart', 'createQuote', 'requestAssistance', 'placeOrder']);
  expect(offered(await filled(guest))).toEqual([...atWork, 'checkAvailability', 'deleteCart', 'placeOrder']);

  const saved = await bea.ask(`mutation ($cartId: ID!) { saveCart(cartId: $cartId, name: "Kitchen") { ${ACTIONS} } }`, { cartId: beas.id });
  expect(offered(saved.saveCart)).toEqual(['saveToList', 'saveCart', 'activateCart', 'shareCart', 'duplicateCart', 'deleteCart', 'createQuote', 'requestAssistance', 'placeOrder']);
  const read = async (): Promise<Data> => (await bea.ask(`query ($id: ID!) { cart(id: $id) { ${ACTIONS} } }`, { id: beas.id })).cart;
  await orderCart(bea, { id: beas.id, priceHash: beas.priceHash, total: { amount: '6.95' } });
  await world.settle();
  expect(offered(await read())).toEqual(['saveToList', 'duplicateCart']);
  expect((await read()).availableActions.find(({ name }: Data) => name === 'saveCart').reason).toBe('The cart was ordered and can no longer change.');
});

test('what is set up is offered: additional information, attachments to who may use them, agreements, codes; without, it is absent [CART-33, CART-66, CART-71, CART-74, CART-75]', async () => {
  const SET_UP = ['setCartFields', 'applyAttachments', 'setPricingAgreement', 'applyPromotionCode'];
  const OFF = { CARTWRIGHT_CARTS_AGREEMENTS: undefined, CARTWRIGHT_CARTS_LINE_AGREEMENTS: undefined, CARTWRIGHT_CARTS_PROMOTION_CODES: undefined };
  const ON = { CARTWRIGHT_CARTS_ATTACHMENT_CATEGORY: 'documents', CARTWRIGHT_CARTS_EXTRA_FIELDS: '[{"name":"desk","level":"line","type":"text","label":"Desk"}]' };
  const setUp = async (person: Session): Promise<string[]> => {
    const { addCartLines: cart } = await person.ask(`mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { ${ACTIONS} } }`, { lines: MUG });
    return cart.availableActions.filter(({ name }: Data) => SET_UP.includes(name)).map(({ name, reason }: Data) => [name, reason].join(' ').trim());
  };
  await using on = await startWorld({ env: ON });
  expect(await setUp(await on.as('bea'))).toEqual(['applyPromotionCode', 'setPricingAgreement', 'setCartFields', 'applyAttachments']);
  const { viewer } = await (await on.as('bea')).ask('{ viewer { id account { id } } }');
  const { token } = await on.embedded.issuer.issue({ id: viewer.id, kind: 'BUYER', accountId: viewer.account.id, permissions: ['VIEW_NET_PRICE'] }, 600, new Date());
  expect(await setUp(sessionWith(on.url, token))).toEqual(['applyPromotionCode', 'setPricingAgreement This needs the permission USE_PRICING_AGREEMENT.', 'setCartFields', 'applyAttachments This needs the permission USE_ATTACHMENT.']);
  expect(await setUp(await on.as('cat'))).toEqual(['applyPromotionCode', 'setCartFields']);
  await using off = await startWorld({ env: OFF });
  const bea = await off.as('bea');
  expect(await setUp(bea)).toEqual([]);
  const { id } = (await area(bea)).activeCart;
  for (const change of ['setPricingAgreement(cartId: $id, agreementId: "x")', 'applyPromotionCode(cartId: $id, code: "TEN")']) {
    expect((await bea.refused(`mutation ($id: ID!) { ${change} { id } }`, { id })).code).toBe('OPERATION_DISABLED');
  }
});

test('the area of carts has a page for each feature that is enabled; a guest has the cart alone [CART-26]', async () => {
  await using world = await startWorld();
  expect((await area(await world.as('bea'))).sections).toEqual(['ACTIVE_CART', 'CARTS', 'QUOTES', 'SHOPPING_LISTS']);
  expect((await area(await world.as('guest'))).sections).toEqual(['ACTIVE_CART']);
  expect((await (await world.as('nobody')).refused(AREA)).code).toBe('UNAUTHENTICATED');
});

test('what the sales desk has switched off is neither a page nor an action [CART-26, CART-33]', async () => {
  const seen = async (env: Record<string, string>): Promise<unknown> => {
    await using world = await startWorld({ env });
    const bea = await world.as('bea');
    await bea.ask(ADD, { lines: MUG });
    const { sections, activeCart } = await area(bea);
    return [sections.includes('QUOTES'), ...['createQuote', 'requestAssistance'].map((name) => offered(activeCart).includes(name))];
  };
  expect(await seen({})).toEqual([true, true, true]);
  expect(await seen({ CARTWRIGHT_QUOTES_ASSISTANCE: 'false' })).toEqual([true, true, false]);
  expect(await seen({ CARTWRIGHT_QUOTES_ENABLED: 'false' })).toEqual([false, false, false]);
});

test('there is a place to enter retrieval numbers for private people, and for business buyers where it is switched on [SHARE-19]', async () => {
  const entries = async (env: Record<string, string>): Promise<boolean[]> => {
    await using world = await startWorld({ env });
    const people = await Promise.all((['cat', 'bea', 'guest'] as const).map((name) => world.as(name)));
    return await Promise.all(people.map(async (person) => (await person.ask('{ cartArea { retrievalEntry } }')).cartArea.retrievalEntry));
  };
  expect(await entries({ CARTWRIGHT_CARTS_RETRIEVAL_BY_NUMBER: 'true' }), 'nothing is shared').toEqual([false, false, false]);
  expect(await entries({ CARTWRIGHT_CARTS_SHARING: 'true' })).toEqual([true, false, false]);
  expect(await entries({ CARTWRIGHT_CARTS_SHARING: 'true', CARTWRIGHT_CARTS_RETRIEVAL_BY_NUMBER: 'true' })).toEqual([true, true, false]);
});

test('what I share, what is shared with me and what is mine alone are groups of their own, the newest first in each [CART-27, SHARE-20]', async () => {
  await using world = await startWorld({ env: EVERYTHING });
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const ids: string[] = [];
  for (const name of ['One', 'Two', 'Three', 'Four']) {
    const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
    await bea.ask(SAVE, { cartId: cart.id, name });
    ids.push(cart.id);
  }
  const SHARE = 'mutation ($id: ID!) { shareCart(cartId: $id, members: [{ email: "ann@acme.example", role: PARTICIPANT }]) { id } }';
  for (const id of [ids[1], ids[3]]) await bea.ask(SHARE, { id });
  const groups = async (person: Session): Promise<unknown> => (await area(person)).groups.map(({ group, carts }: Data) => [group, carts.nodes.map(({ name }: Data) => name)]);
  expect(await groups(bea)).toEqual([['OWN_SAVED', ['Three', 'One']], ['SHARED_BY_ME', ['Four', 'Two']]]);
  expect(await groups(ann)).toEqual([['SHARED', ['Four', 'Two']]]);
  await bea.ask('mutation ($id: ID!) { stopSharing(cartId: $id) { id } }', { id: ids[3] });
  expect(await groups(bea)).toEqual([['OWN_SAVED', ['Four', 'Three', 'One']], ['SHARED_BY_ME', ['Two']]]);
  expect(await groups(ann)).toEqual([['SHARED', ['Two']]]);
});

test('the page of carts shows the saved ones by group, the newest first, with their last day; empty groups and the active cart are not among them [CART-27]', async () => {
  await using world = await startWorld();
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  expect((await area(bea)).groups).toEqual([]);
  const ids: string[] = [];
  for (const name of ['One', 'Two', 'Three']) {
    const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
    await bea.ask(SAVE, { cartId: cart.id, name });
    ids.push(cart.id);
  }
  await ben.ask(ADD, { lines: MUG });
  await bea.ask(ACTIVATE, { cartId: ids[1] });
  const { groups, activeCart } = await area(bea);
  expect(activeCart.id).toBe(ids[1]);
  expect(groups).toMatchObject([{ group: 'OWN_SAVED', carts: { nodes: [{ name: 'Three', status: 'SAVED' }, { name: 'One', status: 'SAVED' }] } }]);
  for (const { expiresAt } of groups[0].carts.nodes) expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now());
  const PAGE = `query ($after: String) { carts(group: OWN_SAVED, first: 1, after: $after) { nodes { id name ${ACTIONS} } pageInfo { hasNextPage endCursor } } }`;
  const { carts: first } = await bea.ask(PAGE);
  expect(first).toMatchObject({ nodes: [{ name: 'Three' }], pageInfo: { hasNextPage: true } });
  expect(offered(first.nodes[0])).toContain('activateCart');
  expect((await bea.ask(PAGE, { after: first.pageInfo.endCursor })).carts).toMatchObject({ nodes: [{ id: ids[0] }], pageInfo: { hasNextPage: false } });
});

test('the details of a saved cart are its lines and prices, whom it is sold to, how it is shipped and when it is paid [CART-28]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask('mutation ($methods: [ShippingMethodInput!]!) { upsertShippingMethods(methods: $methods) { code } }', { methods: [{ code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' }] });
  await olga.ask('mutation { setSitePricing(input: { mode: SITE_LIST, priceList: "default", country: "GB", paymentTerm: "NET30" }) { __typename } }');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 10 }] });
  await bea.ask('mutation ($id: ID!) { setShippingMethod(cartId: $id, shippingMethod: "VAN") { id } }', { id: cart.id });
  await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' });
  const DETAILS = 'query ($id: ID!) { cart(id: $id) { name status soldTo { name } lines { product { name } quantity listPrice { amount } unitPrice { amount } total { amount } } shippingMethod shippingTotal { amount } paymentTerm total { amount } } }';
  expect((await bea.ask(DETAILS, { id: cart.id })).cart).toMatchObject({
    name: 'Kitchen',
    status: 'SAVED',
    soldTo: { name: 'Acme' },
    lines: [{ product: { name: expect.any(String) }, quantity: '10', listPrice: { amount: '6.95' }, unitPrice: { amount: '6.25' }, total: { amount: '62.50' } }],
    shippingMethod: 'VAN',
    shippingTotal: { amount: '4.90' },
    paymentTerm: 'NET30',
    total: { amount: '80.88' },
  });
});
