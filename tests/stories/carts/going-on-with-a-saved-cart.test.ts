import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { alterCarts, keepCartsHouse } from '../../support/cart-rows.ts';
import { startWorld } from '../../support/world.ts';
import { ACTIVATE, ACTIVE, ADD, CART, CLAIM, DELETE, READ, SAVE } from './carts.ts';

const MUG = [{ sku: 'MUG-RED' }];
const REPRICE = `mutation ($cartId: ID!, $reprice: Reprice) { activateCart(cartId: $cartId, reprice: $reprice) { ${CART} } }`;
const SET = 'mutation ($price: Decimal!) { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: $price }]) { code } }';

test.each(['NEW', 'FRESH'])('activating a cart can look its prices up in the same operation, as %s ones [CART-12]', async (reprice) => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' });
  await olga.ask(SET, { price: '7.00' });
  await world.settle();
  const { activateCart: active } = await bea.ask(REPRICE, { cartId: cart.id, reprice });
  expect(active).toMatchObject({ status: 'ACTIVE', version: 3, total: { amount: '7.00' }, lines: [{ unitPrice: { amount: '7.00' } }] });
  expect((await bea.ask(ACTIVE)).activeCart).toEqual(active);
  const { problems } = (await bea.ask('query ($id: ID!) { cart(id: $id) { problems { code } } }', { id: cart.id })).cart;
  expect(problems, 'that a price moved is said').toEqual([{ code: 'PRICE_CHANGED' }]);
});

test('without the wish a cart is activated at the prices it had [CART-12]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' });
  await alterCarts(world, 'update cart_line set unit_micro = 1000000, total_minor = 100 where cart_id = ?', [cart.id]);
  expect((await bea.ask(ACTIVATE, { cartId: cart.id })).activateCart.lines).toMatchObject([{ unitPrice: { amount: '1.00' } }]);
  expect((await bea.ask(REPRICE, { cartId: cart.id, reprice: 'NEW' })).activateCart.lines, 'also when it is active already').toMatchObject([{ unitPrice: { amount: '6.95' } }]);
});

test('a cart that a checkout holds is not put aside for another, whatever asks for it', async () => {
  await using world = await startWorld();
  const [bea, guest] = [await world.as('bea'), await world.as('guest')];
  const { addCartLines: kitchen } = await bea.ask(ADD, { lines: MUG });
  await bea.ask(SAVE, { cartId: kitchen.id, name: 'Kitchen' });
  const { addCartLines: held } = await bea.ask(ADD, { lines: MUG });
  await guest.ask(ADD, { lines: MUG });
  await alterCarts(world, 'update cart set checkout_id = ? where id = ?', ['a-checkout', held.id]);
  expect((await bea.refused(ACTIVATE, { cartId: kitchen.id })).code).toBe('INVALID_STATE');
  expect((await bea.refused(CLAIM, { token: guest.token, mode: 'KEEP' })).code).toBe('INVALID_STATE');
  expect((await bea.ask(ACTIVE)).activeCart).toMatchObject({ id: held.id, status: 'ACTIVE' });
  expect((await bea.ask(READ, { cartId: kitchen.id })).cart.status).toBe('SAVED');
  expect((await guest.ask(ACTIVE)).activeCart).toMatchObject({ status: 'ACTIVE', version: 1 });
});

test('a checkout that took hold of a cart and never came back lets go of it by itself', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  const { priceHash } = (await bea.ask('query ($id: ID!) { cart(id: $id) { priceHash } }', { id: cart.id })).cart;
  const carts = world.embedded.subgraphs.get('carts');
  const { viewer } = await bea.ask('{ viewer { id kind account { id } } }');
  const facts = { viewer: { id: viewer.id, kind: viewer.kind, accountId: viewer.account.id, permissions: ['VIEW_NET_PRICE', 'CREATE_ORDER'] }, requestId: 'late' };
  const { confirmCart } = await import('../../../subgraphs/carts/use-cases/confirm-cart.ts');
  const { releaseCart } = await import('../../../subgraphs/carts/use-cases/release-cart.ts');
  const late = carts?.contextFor(facts) as Parameters<typeof confirmCart>[0];
  await releaseCart(late, cart.id, 'gone'); // undone before it was done
  await confirmCart(late, cart.id, priceHash, 'gone');
  expect((await bea.refused(ADD, { cartId: cart.id, lines: MUG })).code).toBe('INVALID_STATE');
  clock.advance(29 * 60_000);
  await keepCartsHouse(world);
  expect((await bea.refused(DELETE, { cartId: cart.id })).code).toBe('INVALID_STATE');
  clock.advance(2 * 60_000);
  await keepCartsHouse(world);
  expect((await bea.ask(ADD, { cartId: cart.id, lines: MUG })).addCartLines.lines).toHaveLength(2);
});
