import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ACTIVATE, ACTIVE, ADD, LIST, READ, SAVE, skusOf, UPDATE } from './carts.ts';

const MUG = [{ sku: 'MUG-RED' }];
const BAG = [{ sku: 'BAG-JUTE' }];

test('a first add makes an active cart with the default name, and the next ones go into it, from any device [CART-04, CART-15]', async () => {
  await using world = await startWorld();
  const [desk, phone] = [await world.as('bea'), await world.as('bea')];
  expect((await desk.ask(ACTIVE)).activeCart).toBeNull();
  const { addCartLines: cart } = await desk.ask(ADD, { lines: MUG });
  expect(cart).toMatchObject({ version: 1, name: 'Store', status: 'ACTIVE' });
  expect((await phone.ask(ADD, { lines: BAG })).addCartLines).toMatchObject({ id: cart.id, version: 2 });
  expect(skusOf((await desk.ask(ACTIVE)).activeCart)).toEqual(['MUG-RED', 'BAG-JUTE']);
});

test('a saved cart is no longer active, and the next add makes another [CART-05]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  expect((await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' })).saveCart).toMatchObject({ status: 'SAVED', name: 'Kitchen', version: 2 });
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();
  const { addCartLines: next } = await bea.ask(ADD, { lines: BAG });
  expect(next.id).not.toBe(cart.id);
  expect((await bea.ask(LIST)).carts.nodes).toEqual([
    { id: next.id, name: 'Store', status: 'ACTIVE' },
    { id: cart.id, name: 'Kitchen', status: 'SAVED' },
  ]);
});

test('the first save needs a name, the next ones keep it [CART-06, CART-07]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  expect(await bea.refused(SAVE, { cartId: cart.id })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect((await bea.ask(ACTIVE)).activeCart).toEqual(cart);
  await bea.ask(SAVE, { cartId: cart.id, name: ' Kitchen ' });
  await bea.ask(ACTIVATE, { cartId: cart.id });
  expect((await bea.ask(SAVE, { cartId: cart.id })).saveCart).toMatchObject({ name: 'Kitchen', status: 'SAVED' });
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();
});

test('a saved cart takes no changes until it is activated [CART-02, CART-09]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  const { saveCart: saved } = await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' });
  const line = { lineId: cart.lines[0].id, quantity: 5 };
  expect(await bea.refused(ADD, { cartId: cart.id, lines: BAG })).toMatchObject({ code: 'CART_NOT_ACTIVE' });
  expect(await bea.refused(UPDATE, { cartId: cart.id, lines: [line] })).toMatchObject({ code: 'CART_NOT_ACTIVE' });
  expect((await bea.ask(READ, { cartId: cart.id })).cart).toEqual(saved);
  await bea.ask(ACTIVATE, { cartId: cart.id });
  expect((await bea.ask(UPDATE, { cartId: cart.id, lines: [line] })).updateCartLines.lines[0].quantity).toBe('5');
});

test('activating another cart puts the nameless active one aside as "Store Saved"; there is never a second active one [CART-01, CART-10]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: kitchen } = await bea.ask(ADD, { lines: MUG });
  await bea.ask(SAVE, { cartId: kitchen.id, name: 'Kitchen' });
  const { addCartLines: nameless } = await bea.ask(ADD, { lines: BAG });
  await bea.ask(ACTIVATE, { cartId: kitchen.id });
  expect((await bea.ask(ACTIVE)).activeCart.id).toBe(kitchen.id);
  expect((await bea.ask(LIST)).carts.nodes).toEqual([
    { id: nameless.id, name: 'Store Saved', status: 'SAVED' },
    { id: kitchen.id, name: 'Kitchen', status: 'ACTIVE' },
  ]);
  await bea.ask(ACTIVATE, { cartId: nameless.id });
  expect((await bea.ask(READ, { cartId: kitchen.id })).cart).toMatchObject({ name: 'Kitchen', status: 'SAVED' });
});

test('a cart that was saved under a name before the switch keeps that name [CART-11]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: kitchen } = await bea.ask(ADD, { lines: MUG });
  await bea.ask(SAVE, { cartId: kitchen.id, name: 'Kitchen' });
  const { addCartLines: shop } = await bea.ask(ADD, { lines: BAG });
  await bea.ask(SAVE, { cartId: shop.id, name: 'Shop' });
  await bea.ask(ACTIVATE, { cartId: kitchen.id });
  expect((await bea.ask(READ, { cartId: shop.id })).cart).toMatchObject({ name: 'Shop', status: 'SAVED' });
});

test('two activations at once leave one active cart [CART-01]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const carts: string[] = [];
  for (const name of ['One', 'Two', 'Three']) {
    const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
    await bea.ask(SAVE, { cartId: cart.id, name });
    carts.push(cart.id);
  }
  await Promise.all(carts.map((cartId) => bea.ask(ACTIVATE, { cartId })));
  const { nodes } = (await bea.ask(LIST)).carts;
  const active = nodes.filter(({ status }: { status: string }) => status === 'ACTIVE');
  expect(active).toHaveLength(1);
  expect((await bea.ask(ACTIVE)).activeCart.id).toBe(active[0].id);
});
