import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { ACTIVE, ADD, CLAIM, LIST, READ, SAVE, skusOf } from './carts.ts';

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
  await world.embedded.subgraphs.get('carts')?.db.orm.em.getConnection().execute('update cart set checkout_id = ? where id = ?', ['a-checkout', held]);
  expect((await cat.refused(CLAIM, { token: guest.token, mode: 'MERGE' })).code).toBe('INVALID_STATE');
  expect(skusOf((await cat.ask(READ, { cartId: own })).cart)).toEqual(['BAG-JUTE']);
  expect(skusOf((await guest.ask(READ, { cartId: guestCart })).cart)).toEqual(['MUG-RED']);
});
