import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { startWorld } from '../../support/world.ts';
import { ADD, READ } from '../carts/carts.ts';
import { CREATE_LIST, READ_LIST } from '../lists/lists.ts';
import { buy, BUY_CART, BUY_ITEMS, BUY_LIST, EXPRESS, GALWAY, GET, LEEDS, minutes, ordered, OXFORD, pending, PENDING, runBatch, SET, setUp, TERMS } from './express.ts';

const LINES = [{ sku: 'MUG-RED' }];

test('guests have no express checkout, nor has who may not check out or order [EXP-01]', async () => {
  await using world = await startWorld({ env: EXPRESS });
  const [nobody, guest, ben, sam, cat] = [await world.as('nobody'), await world.as('guest'), await world.as('ben'), await world.as('sam'), await world.as('cat')];
  const tries: [string, object][] = [[GET, {}], [SET, { input: TERMS }], [BUY_ITEMS, { lines: LINES }], [BUY_CART, { cartId: LEEDS }], [BUY_LIST, { listId: LEEDS }]];
  for (const [query, variables] of tries) {
    expect((await nobody.refused(query, { ...variables })).code).toBe('UNAUTHENTICATED');
    expect((await guest.refused(query, { ...variables })).code).toBe('UNAUTHENTICATED');
    expect(await ben.refused(query, { ...variables })).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'CREATE_ORDER' } });
    expect((await sam.refused(query, { ...variables })).code).toBe('FORBIDDEN');
  }
  expect((await guest.refused(PENDING)).code).toBe('UNAUTHENTICATED');
  await setUp(cat, { shipToAddressId: OXFORD, billToAddressId: OXFORD });
  expect(await buy(cat, 'MUG-RED')).toMatchObject({ status: 'EXPRESS', source: 'EXPRESS' });
});

test('who may order but not check out may not buy by express either [EXP-01]', async () => {
  await using world = await startWorld({ env: EXPRESS });
  const accounts = world.embedded.subgraphs.get('accounts');
  const connection = accounts?.db.orm.em.getConnection();
  const [user] = (await connection?.execute<{ permissions: string }[]>("select permissions from app_user where email = 'bea@acme.example'")) ?? [];
  const left = (JSON.parse(user?.permissions ?? '[]') as string[]).filter((permission) => permission !== 'CHECKOUT');
  await connection?.execute("update app_user set permissions = ? where email = 'bea@acme.example'", [JSON.stringify(left)]);
  expect(await (await world.as('bea')).refused(BUY_ITEMS, { lines: LINES })).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'CHECKOUT' } });
});

test('while it is switched off nothing of express checkout is there [EXP-03]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const tries: [string, object][] = [[GET, {}], [PENDING, {}], [SET, { input: TERMS }], [BUY_ITEMS, { lines: LINES }], [BUY_CART, { cartId: LEEDS }], [BUY_LIST, { listId: LEEDS }], ['mutation ($id: ID!) { cancelExpressOrder(id: $id) { id } }', { id: LEEDS }]];
  for (const [query, variables] of tries) expect((await bea.refused(query, { ...variables })).code).toBe('OPERATION_DISABLED');
  const { addCartLines: cart } = await bea.ask('mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { availableActions { name } } }', { lines: LINES });
  expect(cart.availableActions.map(({ name }: { name: string }) => name)).not.toContain('expressCheckoutCart');
});

test('preferences are set whole, are of one user, and ship and pay for the orders [EXP-02]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const [bea, ann, olga] = [await world.as('bea'), await world.as('ann'), await world.as('olga')];
  await olga.ask('mutation { upsertShippingMethods(methods: [{ code: "VAN", name: "Van", currency: "GBP", flat: "4.00" }]) { code } }');
  expect((await bea.ask(GET)).expressPreferences).toMatchObject({ version: 0, enabled: false, shipToAddressId: null });
  expect((await bea.refused(BUY_ITEMS, { lines: LINES })).code).toBe('EXPRESS_NOT_SET_UP');
  expect(await bea.refused(SET, { input: { enabled: true, shipToAddressId: LEEDS } })).toMatchObject({ code: 'EXPRESS_NOT_SET_UP', details: { missing: ['billToAddressId', 'paymentKind'] } });
  expect(await bea.refused(SET, { input: { ...TERMS, shipToAddressId: OXFORD } })).toMatchObject({ code: 'NOT_FOUND', details: { addressId: OXFORD } });

  const set = await setUp(bea, { shipToAddressId: GALWAY, shippingMethod: 'VAN' });
  expect(set).toEqual({ version: 1, enabled: true, shipToAddressId: GALWAY, billToAddressId: LEEDS, paymentKind: 'INVOICE', paymentMethodId: null, shippingMethod: 'VAN' });
  expect(await setUp(bea, { shipToAddressId: GALWAY, shippingMethod: 'VAN' }), 'told again they are the same').toEqual(set);
  expect((await bea.ask(GET)).expressPreferences).toEqual(set);
  expect((await ann.ask(GET)).expressPreferences.version).toBe(0);

  expect(await buy(bea, 'MUG-RED')).toMatchObject({ shipTo: { id: GALWAY }, shippingMethod: 'VAN', total: { amount: '10.95' } });
  const off = await setUp(bea, { enabled: false });
  expect(off.version).toBe(2);
  expect((await bea.refused(BUY_ITEMS, { lines: LINES })).code).toBe('EXPRESS_NOT_SET_UP');
  minutes(clock, 60);
  expect(await runBatch(world)).toEqual({ placed: 1, failed: 0 });
  const [found] = await ordered(bea);
  expect(found?.order).toMatchObject({ shipToAddressId: GALWAY, billToAddressId: LEEDS, shippingMethod: 'VAN', paymentKind: 'INVOICE', total: { amount: '10.95' } });
});

test('items, a whole cart, a whole list and lines of a list are bought in one step; the list stays as it is [EXP-04, LIST-18]', async () => {
  await using world = await startWorld({ env: EXPRESS });
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  await setUp(bea);
  await setUp(ann);
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED', quantity: 12 }, { sku: 'CABLE-2.5', quantity: '2.5' }, { sku: 'TAPE-5M' }] });
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'SOAP-LAV' }] });

  const items = await buy(bea, 'BAG-JUTE', { quantity: 2 });
  const { expressCheckoutList: some } = await bea.ask(BUY_LIST, { listId: list.id, lineIds: [list.lines[1].id] });
  const { expressCheckoutList: whole } = await bea.ask(BUY_LIST, { listId: list.id });
  const { expressCheckoutCart: own } = await bea.ask(BUY_CART, { cartId: cart.id });
  expect([items.id, some.id, whole.id]).toEqual([whole.id, whole.id, whole.id]);
  expect(whole.lines).toMatchObject([{ quantity: '2' }, { quantity: '2.5' }, { quantity: '12' }, { quantity: '2.5' }, { quantity: '1' }]);
  expect(own).toMatchObject({ id: cart.id, status: 'EXPRESS', lines: [{ product: { sku: 'SOAP-LAV' } }] });
  expect((await bea.ask(READ_LIST, { listId: list.id })).shoppingList).toEqual(list);
  expect((await bea.ask('{ activeCart { id } }')).activeCart).toBeNull();

  for (const wrong of [{ listId: list.id, lineIds: [cart.id] }, { listId: cart.id }]) expect((await bea.refused(BUY_LIST, wrong)).code).toBe('NOT_FOUND');
  expect((await ann.refused(BUY_LIST, { listId: list.id })).code).toBe('NOT_FOUND');
  expect((await ann.refused(BUY_CART, { cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await bea.refused(BUY_ITEMS, { lines: [{ sku: 'NO-SUCH' }] })).code).toBe('UNKNOWN_SKU');
  expect((await bea.refused(BUY_ITEMS, { lines: [] })).code).toBe('BAD_USER_INPUT');
});

test('bought twice with one key it is bought once, and what cannot be had is not bought at all', async () => {
  await using world = await startWorld({ env: EXPRESS });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await setUp(bea);
  const [first, again] = await Promise.all([1, 2].map(() => bea.ask(BUY_ITEMS, { lines: LINES, key: 'once' })));
  expect(first?.expressCheckoutItems).toEqual(again?.expressCheckoutItems);
  expect(first?.expressCheckoutItems.lines).toHaveLength(1);
  const { addCartLines: cart } = await bea.ask(ADD, { lines: LINES });
  expect((await bea.refused(BUY_CART, { cartId: cart.id, expectedVersion: 7 })).code).toBe('STALE_VERSION');
  for (let i = 0; i < 2; i++) expect((await bea.ask(BUY_CART, { cartId: cart.id, key: 'cart' })).expressCheckoutCart.version).toBe(2);
  await olga.ask('mutation { adjustStock(sku: "BAG-JUTE", onHand: 5) { sku } }');
  expect((await bea.refused(BUY_ITEMS, { lines: [{ sku: 'BAG-JUTE', quantity: 6 }] })).code).toBe('INSUFFICIENT_STOCK');
  expect(await pending(bea)).toHaveLength(2);
});

test('ten purchases at once are one express order with ten lines', async () => {
  await using world = await startWorld({ env: EXPRESS });
  const bea = await world.as('bea');
  await setUp(bea);
  const bought = await Promise.all(Array.from({ length: 10 }, (_, i) => buy(bea, 'CARD-BDAY', { quantity: i + 1 })));
  expect(new Set(bought.map(({ id }) => id)).size).toBe(1);
  const [order] = await pending(bea);
  expect(order?.cart.lines).toHaveLength(10);
});

test('what is in the express queue counts as ordered, also while its prices move [EXP-14]', async () => {
  await using world = await startWorld({ env: { ...EXPRESS, CARTWRIGHT_CARTS_SHARING: 'true' } });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await setUp(bea);
  const { addCartLines: cart } = await bea.ask(ADD, { lines: LINES });
  await bea.ask(BUY_CART, { cartId: cart.id });
  const line = cart.lines[0].id as string;
  const tries: [string, object][] = [
    [ADD, { lines: LINES }],
    ['mutation ($cartId: ID!, $line: ID!) { updateCartLines(cartId: $cartId, lines: [{ lineId: $line, quantity: 2 }]) { id } }', { line }],
    ['mutation ($cartId: ID!, $line: ID!) { removeCartLines(cartId: $cartId, lineIds: [$line]) { id } }', { line }],
    ['mutation ($cartId: ID!) { saveCart(cartId: $cartId, name: "Mine") { id } }', {}],
    ['mutation ($cartId: ID!) { activateCart(cartId: $cartId) { id } }', {}],
    ['mutation ($cartId: ID!) { duplicateCart(cartId: $cartId, name: "Two") { id } }', {}],
    ['mutation ($cartId: ID!) { deleteCart(cartId: $cartId) { id } }', {}],
    ['mutation ($cartId: ID!) { createQuote(fromCartId: $cartId) { id } }', {}],
    ['mutation ($cartId: ID!) { shareCart(cartId: $cartId, name: "Us", members: [{ email: "ann@acme.example", role: VIEWER }]) { id } }', {}],
    ['mutation ($cartId: ID!) { placeOrder(input: { cartId: $cartId, priceHash: "any", idempotencyKey: "k" }) { __typename } }', {}],
    [BUY_CART, {}],
  ];
  for (const [query, more] of tries) expect((await bea.refused(query, { cartId: cart.id, ...more })).code, query).toBe('CART_ORDERED');
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "8.00" }]) { version } }');
  await world.settle();
  expect((await bea.ask(READ, { cartId: cart.id })).cart).toMatchObject({ status: 'EXPRESS', total: { amount: '9.60' } });
});

test('an address that leaves the address book is cleared from the preferences and express is off; what is pending is still shipped to it [EXP-12, EXP-13]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const bea = await world.as('bea');
  await setUp(bea, { shipToAddressId: GALWAY });
  const { id } = await buy(bea, 'MUG-RED');
  await bea.ask('mutation ($id: ID!) { deleteAddress(addressId: $id) }', { id: GALWAY });
  expect(await bea.refused(BUY_ITEMS, { lines: LINES })).toMatchObject({ code: 'EXPRESS_NOT_SET_UP', details: { enabled: false, missing: ['shipToAddressId'] } });
  expect((await bea.ask(GET)).expressPreferences).toEqual({ version: 2, enabled: false, shipToAddressId: null, billToAddressId: LEEDS, paymentKind: 'INVOICE', paymentMethodId: null, shippingMethod: null });
  expect((await pending(bea)).map((order) => order.id)).toEqual([id]);
  await setUp(bea);
  expect((await buy(bea, 'MUG-RED')).shipTo.id).toBe(LEEDS);
  minutes(clock, 60);
  expect(await runBatch(world)).toEqual({ placed: 2, failed: 0 });
  expect((await ordered(bea)).map(({ order }) => order.shipToAddressId)).toEqual([GALWAY, LEEDS]);
});

test('a stored card of the buyer pays express orders; deleted, it is cleared and express is off [EXP-02, EXP-12]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: EXPRESS, clock });
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const save = 'mutation { savePaymentMethod(method: { type: CARD, label: "Travel", token: "tok_1", brand: "Visa", last4: "4242", expires: "2031-05" }) { id } }';
  const { id } = (await bea.ask(save)).savePaymentMethod;
  const byCard = { paymentKind: null, paymentMethodId: id };
  expect(await ann.refused(SET, { input: { ...TERMS, ...byCard } }), 'a card of somebody else').toMatchObject({ code: 'NOT_FOUND', details: { paymentMethodId: id } });
  expect((await bea.refused(SET, { input: { ...TERMS, paymentMethodId: id } })).code, 'two ways to pay').toBe('BAD_USER_INPUT');
  expect(await setUp(bea, byCard)).toMatchObject({ enabled: true, ...byCard });
  await buy(bea, 'MUG-RED');
  minutes(clock, 60);
  expect(await runBatch(world)).toEqual({ placed: 1, failed: 0 });
  expect((await ordered(bea))[0]?.order.paymentKind).toBe('CARD');

  await bea.ask('mutation ($id: ID!) { deletePaymentMethod(paymentMethodId: $id) }', { id });
  expect(await bea.refused(BUY_ITEMS, { lines: LINES })).toMatchObject({ code: 'EXPRESS_NOT_SET_UP', details: { enabled: false, missing: ['paymentKind'] } });
  expect((await bea.ask(GET)).expressPreferences).toMatchObject({ version: 2, enabled: false, paymentKind: null, paymentMethodId: null, shipToAddressId: LEEDS });
});

test('where a card needs its verification number nothing is bought in one step [EXP-11]', async () => {
  await using world = await startWorld({ env: { ...EXPRESS, CARTWRIGHT_CARTS_CARD_VERIFICATION: 'true' } });
  const bea = await world.as('bea');
  for (const query of [GET, '{ pendingExpressOrders { nodes { id } } }']) expect((await bea.refused(query)).code).toBe('OPERATION_DISABLED');
  expect((await bea.refused(BUY_ITEMS, { lines: LINES })).code).toBe('OPERATION_DISABLED');
});
