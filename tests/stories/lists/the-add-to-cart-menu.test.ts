import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';

const MENU = '{ addToCartMenu { navigation actions { name allowed reason } } }';
const LISTS_ON = { CARTWRIGHT_CARTS_SHOPPING_LISTS: 'true' };

const plain = { name: 'addCartLines', allowed: true, reason: null };
const onLists = ['createShoppingList', 'saveToList', 'shoppingLists'];

test('with lists switched on the menu begins a list, adds to one and shows them, and the catalogue stays in view [LIST-12]', async () => {
  await using world = await startWorld({ env: LISTS_ON });
  const bea = await world.as('bea');
  expect((await bea.ask(MENU)).addToCartMenu).toEqual({ navigation: 'STAY', actions: [plain, ...onLists.map((name) => ({ name, allowed: true, reason: null }))] });
  const { createShoppingList: list } = await bea.ask('mutation { createShoppingList(name: "Office", lines: [{ sku: "MUG-RED" }]) { id } }');
  const { saveToList } = await bea.ask('mutation ($listId: ID!) { saveToList(listId: $listId, lines: [{ sku: "MUG-BLUE", quantity: 2 }]) { lines { quantity } } }', { listId: list.id });
  expect(saveToList.lines).toEqual([{ quantity: '1' }, { quantity: '2' }]);
  expect((await bea.ask('{ shoppingLists { nodes { name } } }')).shoppingLists.nodes).toEqual([{ name: 'Office' }]);
});

test.each([{}, { CARTWRIGHT_CARTS_SHOPPING_LISTS: 'false' }])('with the switch off or unset there is only the plain button: %o [LIST-13]', async (env) => {
  await using world = await startWorld({ env });
  for (const name of ['bea', 'guest', 'nobody'] as const) expect((await (await world.as(name)).ask(MENU)).addToCartMenu.actions).toEqual([plain]);
});

test('a guest can add to the cart, and for the rest of the menu is asked to sign in [LIST-14]', async () => {
  await using world = await startWorld({ env: LISTS_ON });
  const guest = await world.as('guest');
  const { actions } = (await guest.ask(MENU)).addToCartMenu;
  expect(actions).toEqual([plain, ...onLists.map((name) => ({ name, allowed: false, reason: 'Sign in to keep shopping lists.' }))]);
  for (const ask of ['mutation { createShoppingList(name: "A") { id } }', 'mutation { saveToList(newName: "A", lines: [{ sku: "MUG-RED" }]) { id } }', '{ shoppingLists { nodes { id } } }']) {
    expect((await guest.refused(ask)).code).toBe('UNAUTHENTICATED');
  }
});

test.each([['stay', 'STAY'], ['cart', 'CART']])('a shop that says "%s" sends who has added to %s [LIST-15]', async (setting, navigation) => {
  await using world = await startWorld({ env: { ...LISTS_ON, CARTWRIGHT_CARTS_ADD_TO_CART_NAVIGATION: setting } });
  expect((await (await world.as('bea')).ask(MENU)).addToCartMenu.navigation).toBe(navigation);
});
