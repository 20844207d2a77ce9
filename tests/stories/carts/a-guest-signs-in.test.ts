import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { alterCarts, keepCartsHouse } from '../../support/cart-rows.ts';
import { startWorld } from '../../support/world.ts';
import { promote } from '../prices/cart-prices.ts';
import { add, CONTENT, ship, update } from './content.ts';
import { ACTIVE, ADD, CLAIM, DUPLICATE, LIST, READ, SAVE, skusOf } from './carts.ts';

const fill = async (session: Session, sku: string, quantity = 1): Promise<string> => (await session.ask(ADD, { lines: [{ sku, quantity }] })).addCartLines.id;

test('a guest shops but cannot save; the cart stays as it is [CART-03]', async () => {
  await using world = await startWorld();
  const guest = await world.as('guest');
  const cartId = await fill(guest, 'MUG-RED');
  expect(await guest.refused(SAVE, { cartId, name: 'Mine' })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect((await guest.ask(ACTIVE)).activeCart).toMatchObject({ id: cartId, version: 1, status: 'ACTIVE' });
});

test.each(['MERGE', 'KEEP'])('with %s a guest cart becomes the active cart of someone who has none [CART-16]', async (mode) => {
  await using world = await startWorld();
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  const guestCart = await fill(guest, 'MUG-RED', 12);
  const { claimGuestCart: cart } = await cat.ask(CLAIM, { token: guest.token, mode });
  expect(cart).toMatchObject({ status: 'ACTIVE', total: { amount: '75.00' }, lines: [{ quantity: '12', product: { sku: 'MUG-RED' } }] });
  expect((await cat.ask(ACTIVE)).activeCart).toEqual(cart);
  expect((await guest.refused(READ, { cartId: guestCart })).code).toBe('NOT_FOUND');
  expect((await guest.ask(ACTIVE)).activeCart).toBeNull();
});

test('a guest cart that becomes a business buyer\'s has what their own carts begin with: their prices, their agreement, their days [CART-16]', async () => {
  await using world = await startWorld();
  const [guest, bea, ann, olga] = [await world.as('guest'), await world.as('bea'), await world.as('ann'), await world.as('olga')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  await olga.ask('mutation ($account: ID!) { setAccountTimeZone(accountId: $account, timeZone: "Asia/Tokyo") { id } }', { account: viewer.account.id });
  const agreement = { id: 'frame', name: 'Frame contract', percentOff: '20', paymentTerm: 'NET60', accountIds: [viewer.account.id], defaultOf: [viewer.account.id] };
  await olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: agreement });
  await fill(guest, 'MUG-RED', 12);
  const FIELDS = 'query ($id: ID!) { cart(id: $id) { source owner { id } soldTo { id } currency pricingAgreementId paymentTerm expiresAt total { amount } } }';
  const { claimGuestCart: claimed } = await bea.ask(CLAIM, { token: guest.token, mode: 'MERGE' });
  const { addCartLines: own } = await ann.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 12 }] });
  const { cart: asOwn } = await ann.ask(FIELDS, { id: own.id });
  const { cart } = await bea.ask(FIELDS, { id: claimed.id });
  expect(cart).toMatchObject({ pricingAgreementId: 'frame', paymentTerm: 'NET60', total: asOwn.total });
  expect(cart).toMatchObject({ source: 'STOREFRONT', soldTo: { id: viewer.account.id }, currency: asOwn.currency, pricingAgreementId: asOwn.pricingAgreementId, expiresAt: asOwn.expiresAt });
  expect(cart.expiresAt).toMatch(/T14:59:59\.999Z$/);
});

test('MERGE appends the lines of the guest to the active cart and ends the guest cart [CART-17]', async () => {
  await using world = await startWorld();
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  const own = await fill(cat, 'BAG-JUTE');
  const guestCart = await fill(guest, 'MUG-RED', 12);
  const { claimGuestCart: cart } = await cat.ask(CLAIM, { token: guest.token, mode: 'MERGE' });
  expect(cart).toMatchObject({ id: own, version: 2, total: { amount: '79.20' } });
  expect(skusOf(cart)).toEqual(['BAG-JUTE', 'MUG-RED']);
  expect((await guest.refused(READ, { cartId: guestCart })).code).toBe('NOT_FOUND');
});

test.each(['MERGE', 'KEEP'] as const)('with %s nothing that the guest said of cart or lines is lost, and its days begin anew [CART-16, CART-17]', async (mode) => {
  const FIELDS = '[{"name":"gift","level":"cart","type":"boolean","label":"Gift"},{"name":"desk","level":"line","type":"text","label":"Desk"}]';
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_EXTRA_FIELDS: FIELDS, CARTWRIGHT_CARTS_LINE_SHIPPING: 'true' } });
  const [guest, cat, olga] = [await world.as('guest'), await world.as('cat'), await world.as('olga')];
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' });
  await promote(olga, { id: 'ten', name: 'Ten off', code: 'TEN', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  const own = (await add(cat, { sku: 'BAG-JUTE' })).id;
  const { id, lines } = await add(guest, { sku: 'MUG-RED', quantity: '2' });
  const lineId = lines[0].id;
  await update(
    guest,
    id,
    { setLineFields: { lineId, fields: [{ name: 'desk', value: 'B 12' }] } },
    { setNote: { lineId, note: 'Red ones only' } },
    { setLineShipping: { lineId, shippingMethod: 'VAN', instructions: 'Ring twice', requestedOn: '2040-05-03' } },
    { setFields: [{ name: 'gift', value: 'true' }] },
    { setNote: { note: 'Handle with care' } },
    { setShippingMethod: { shippingMethod: 'VAN' } },
    { applyPromotionCode: 'TEN' },
  );
  const { cart: { expiresAt: full } } = await cat.ask('query ($id: ID!) { cart(id: $id) { expiresAt } }', { id: own });
  await alterCarts(world, 'update cart set expires_at = expires_at - 86400000', []);
  await cat.ask(CLAIM, { token: guest.token, mode });
  const { activeCart: { id: active } } = await cat.ask('{ activeCart { id } }');
  const { cart } = await cat.ask(`query ($id: ID!) { cart(id: $id) { expiresAt ${CONTENT} } }`, { id: active });
  const line = { quantity: '2', note: 'Red ones only', fields: [{ name: 'desk', value: 'B 12' }], shipping: { shippingMethod: 'VAN', instructions: 'Ring twice', requestedOn: '2040-05-03', shipTo: null } };
  expect(cart.lines.at(-1)).toMatchObject(line);
  expect(cart.expiresAt).toBe(full);
  if (mode === 'MERGE') expect([active, cart.note, cart.fields]).toEqual([own, null, []]);
  else expect(cart).toMatchObject({ note: 'Handle with care', fields: [{ name: 'gift', value: 'true' }], shippingMethod: 'VAN', promotionCodes: [{ code: 'TEN', applied: true }] });
});

test('KEEP puts the active cart aside as "Store Saved" and goes on with the guest cart [CART-18]', async () => {
  await using world = await startWorld();
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  const own = await fill(cat, 'BAG-JUTE');
  await fill(guest, 'MUG-RED');
  const { claimGuestCart: cart } = await cat.ask(CLAIM, { token: guest.token, mode: 'KEEP' });
  expect(skusOf(cart)).toEqual(['MUG-RED']);
  expect((await cat.ask(LIST)).carts.nodes).toEqual([
    { id: cart.id, name: 'Store', status: 'ACTIVE' },
    { id: own, name: 'Store Saved', status: 'SAVED' },
  ]);
});

test('REMOVE throws the guest cart away and leaves the active one as it is [CART-19]', async () => {
  await using world = await startWorld();
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  const own = await fill(cat, 'BAG-JUTE');
  const guestCart = await fill(guest, 'MUG-RED');
  expect((await cat.ask(CLAIM, { token: guest.token, mode: 'REMOVE' })).claimGuestCart).toMatchObject({ id: own, version: 1 });
  expect((await guest.refused(READ, { cartId: guestCart })).code).toBe('NOT_FOUND');
});

test('a guest cart is claimed once: the second claim, also at the same moment, adds nothing', async () => {
  await using world = await startWorld();
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  await fill(cat, 'BAG-JUTE');
  await fill(guest, 'MUG-RED');
  const claims = await Promise.all(Array.from({ length: 5 }, () => cat.answer(CLAIM, { token: guest.token, mode: 'MERGE' })));
  await cat.answer(CLAIM, { token: guest.token, mode: 'MERGE' });
  expect(claims.filter(({ errors }) => !errors).length).toBeGreaterThan(0);
  for (const { errors } of claims) for (const error of errors ?? []) expect(error.extensions?.code).not.toBe('INTERNAL');
  expect(skusOf((await cat.ask(ACTIVE)).activeCart)).toEqual(['BAG-JUTE', 'MUG-RED']);
});

test('two people who claim the same guest cart at once do not both get it', async () => {
  await using world = await startWorld();
  const [guest, cat, gus] = [await world.as('guest'), await world.as('cat'), await world.as('gus')];
  await fill(guest, 'MUG-RED');
  await Promise.all([cat, gus].map((session) => session.answer(CLAIM, { token: guest.token, mode: 'KEEP' })));
  const carts = [(await cat.ask(ACTIVE)).activeCart, (await gus.ask(ACTIVE)).activeCart];
  expect(carts.filter((cart) => cart !== null)).toHaveLength(1);
});

test('only the token of a guest can be claimed, and only by who has signed in', async () => {
  await using world = await startWorld();
  const [guest, cat, bea] = [await world.as('guest'), await world.as('cat'), await world.as('bea')];
  await fill(bea, 'MUG-RED');
  for (const token of [bea.token, 'rubbish', '']) expect((await cat.refused(CLAIM, { token, mode: 'MERGE' })).code).toBe('BAD_USER_INPUT');
  expect((await guest.refused(CLAIM, { token: guest.token, mode: 'MERGE' })).code).toBe('UNAUTHENTICATED');
  expect(skusOf((await bea.ask(ACTIVE)).activeCart)).toEqual(['MUG-RED']);
});

test.each(['MERGE', 'KEEP', 'REMOVE'])('with %s a guest who is still adding loses nothing and doubles nothing', async (mode) => {
  await using world = await startWorld();
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  await fill(cat, 'BAG-JUTE');
  const guestCart = await fill(guest, 'MUG-RED');
  const adding = Array.from({ length: 8 }, () => guest.answer(ADD, { cartId: guestCart, lines: [{ sku: 'CARD-BDAY' }] }));
  const claim = await cat.ask(CLAIM, { token: guest.token, mode });
  const added = (await Promise.all(adding)).filter(({ errors }) => !errors).length;
  const claimed = skusOf(claim.claimGuestCart);
  expect((await guest.ask(ACTIVE)).activeCart).toBeNull();
  expect(claimed.filter((sku) => sku === 'CARD-BDAY')).toHaveLength(mode === 'REMOVE' ? 0 : added);
});

test.each(['cat', 'guest'] as const)('while a checkout holds the cart of %s nothing is claimed', async (holder) => {
  await using world = await startWorld();
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  const own = await fill(cat, 'BAG-JUTE');
  const guestCart = await fill(guest, 'MUG-RED');
  const held = holder === 'cat' ? own : guestCart;
  await alterCarts(world, 'update cart set checkout_id = ? where id = ?', ['a-checkout', held]);
  expect((await cat.refused(CLAIM, { token: guest.token, mode: 'MERGE' })).code).toBe('INVALID_STATE');
  expect(skusOf((await cat.ask(READ, { cartId: own })).cart)).toEqual(['BAG-JUTE']);
  expect(skusOf((await guest.ask(READ, { cartId: guestCart })).cart)).toEqual(['MUG-RED']);
});

test('the cart of a guest that has a name, or came from elsewhere, is not taken over [CART-20]', async () => {
  await using world = await startWorld();
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  const own = await fill(cat, 'BAG-JUTE');
  const guestCart = await fill(guest, 'MUG-RED');
  for (const [column, value, back] of [['name', 'Kitchen', null], ['source', 'PUNCHOUT', 'GUEST']] as const) {
    await alterCarts(world, `update cart set ${column} = ? where id = ?`, [value, guestCart]);
    for (const mode of ['MERGE', 'KEEP', 'REMOVE']) expect((await cat.refused(CLAIM, { token: guest.token, mode })).code).toBe('CART_NOT_GUEST');
    await alterCarts(world, `update cart set ${column} = ? where id = ?`, [back, guestCart]);
  }
  expect((await cat.ask(ACTIVE)).activeCart).toMatchObject({ id: own, version: 1 });
  expect((await guest.ask(ACTIVE)).activeCart).toMatchObject({ id: guestCart, version: 1 });
  expect((await cat.ask(CLAIM, { token: guest.token, mode: 'MERGE' })).claimGuestCart.lines).toHaveLength(2);
});

test('when the guest lines cannot be priced for their new owner both carts wait among the saved ones, and nothing is active [CART-21]', async () => {
  await using world = await startWorld();
  const [guest, cat, olga] = [await world.as('guest'), await world.as('cat'), await world.as('olga')];
  const own = await fill(cat, 'BAG-JUTE');
  const guestCart = await fill(guest, 'CARD-BDAY', 3);
  await guest.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  const validUntil = new Date(Date.now() - 60_000).toISOString();
  const prices = ['1', '10', '100'].map((minQuantity) => ({ sku: 'CARD-BDAY', minQuantity, unitPrice: '1.85', validUntil }));
  await olga.ask('mutation ($prices: [PriceInput!]!) { upsertPrices(priceList: "default", prices: $prices) { code } }', { prices });

  expect((await cat.ask(CLAIM, { token: guest.token, mode: 'MERGE' })).claimGuestCart).toBeNull();
  expect((await cat.ask(ACTIVE)).activeCart).toBeNull();
  const { nodes } = (await cat.ask('{ carts(group: OWN_SAVED) { nodes { id name status lines { quantity product { sku } } } } }')).carts;
  expect(nodes).toMatchObject([
    { name: 'Store Saved', status: 'SAVED', lines: [{ quantity: '3', product: { sku: 'CARD-BDAY' } }, { product: { sku: 'MUG-RED' } }] },
    { id: own, name: 'Store Saved', status: 'SAVED', lines: [{ product: { sku: 'BAG-JUTE' } }] },
  ]);
  expect((await guest.refused(READ, { cartId: guestCart })).code).toBe('NOT_FOUND');
  const { problems } = (await cat.ask('query ($id: ID!) { cart(id: $id) { problems { code } } }', { id: nodes[0].id })).cart;
  expect(problems).toEqual([{ code: 'PRICE_NOT_FOUND' }]);
  expect((await cat.ask(CLAIM, { token: guest.token, mode: 'MERGE' })).claimGuestCart, 'there is nothing more to claim').toBeNull();
});

test('the cart a guest had is gone for good after it was merged or removed, lines and all [CART-17, CART-19]', async () => {
  await using world = await startWorld();
  const cat = await world.as('cat');
  await fill(cat, 'BAG-JUTE');
  for (const mode of ['MERGE', 'REMOVE']) {
    const guest = await world.as('guest');
    const guestCart = await fill(guest, 'MUG-RED');
    await cat.ask(CLAIM, { token: guest.token, mode });
    const connection = world.embedded.subgraphs.get('carts')?.db.orm.em.getConnection();
    expect(await connection?.execute('select id from cart where id = ? union all select id from cart_line where cart_id = ?', [guestCart, guestCart])).toEqual([]);
    expect((await guest.refused(READ, { cartId: guestCart })).code).toBe('NOT_FOUND');
  }
  await keepCartsHouse(world);
  await world.settle();
});

test('a guest copies no cart: a saved one could not be found again', async () => {
  await using world = await startWorld();
  const guest = await world.as('guest');
  const cartId = await fill(guest, 'MUG-RED');
  expect((await guest.refused(DUPLICATE, { cartId, name: 'Again' })).code).toBe('UNAUTHENTICATED');
  expect((await guest.ask(LIST)).carts.nodes).toHaveLength(1);
});
