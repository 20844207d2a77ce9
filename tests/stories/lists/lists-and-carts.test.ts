import { expect, test } from 'vitest';
import { temporaryFolder } from '../../faults/support/temporary-folder.ts';
import { startWorld } from '../../support/world.ts';
import { ACTIVE, ADD, READ } from '../carts/carts.ts';
import { ADD_LIST, contentsOf, CREATE_LIST, MOVE_TO_CART, MOVE_TO_LIST, READ_LIST, SAVE_TO_LIST } from './lists.ts';

const MERGE = { CARTWRIGHT_CARTS_MERGE_LINES: 'true' };
const SERVICE = 'mutation { upsertProducts(products: [{ sku: "SHARPEN", name: "Sharpening", itemType: SERVICE }]) { sku } upsertPrices(priceList: "default", prices: [{ sku: "SHARPEN", unitPrice: "5.00" }]) { code } }';

test('a cart is copied into a new list and stays as it is [LIST-02]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 3 }, { sku: 'CABLE-2.5', quantity: '2.5' }] });
  const { saveToList: list } = await bea.ask(SAVE_TO_LIST, { cartId: cart.id, name: 'Office', description: 'from the cart' });
  expect(list).toMatchObject({ version: 1, name: 'Office', description: 'from the cart', lines: [{ quantity: '3', uom: 'EA' }, { quantity: '2.5', uom: 'MTR' }] });
  expect((await bea.ask(ACTIVE)).activeCart).toEqual(cart);
});

test('an existing list gets the items added, or replaced by them [LIST-03]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'BAG-JUTE' }] });
  const { saveToList: added } = await bea.ask(SAVE_TO_LIST, { cartId: cart.id, listId: list.id, mode: 'ADD' });
  expect([added.version, ...contentsOf(added)]).toEqual([2, '1 BAG-JUTE', '1 MUG-RED']);
  const { saveToList: replaced } = await bea.ask(SAVE_TO_LIST, { lines: [{ sku: 'SOAP-LAV', quantity: 2 }], listId: list.id, mode: 'REPLACE' });
  expect([replaced.version, ...contentsOf(replaced)]).toEqual([3, '2 SOAP-LAV']);
});

test('what is saved must be a cart or lines, into one list or a new one, all of it or nothing', async () => {
  await using world = await startWorld();
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  const lines = [{ sku: 'MUG-RED' }];
  for (const wrong of [{ name: 'A' }, { name: 'A', lines, cartId: cart.id }, { lines }, { lines, name: 'A', listId: cart.id }, { lines, name: 'A', mode: 'REPLACE' }]) {
    expect((await bea.refused(SAVE_TO_LIST, wrong)).code, JSON.stringify(wrong)).toBe('BAD_USER_INPUT');
  }
  expect((await bea.refused(SAVE_TO_LIST, { name: 'A', lines: [...lines, { sku: 'NO-SUCH' }] })).code).toBe('UNKNOWN_SKU');
  expect((await bea.refused(SAVE_TO_LIST, { name: 'A', lines: [{ sku: 'HAMPER-XL', quantity: '0.5' }] })).code).toBe('QUANTITY_INDIVISIBLE');
  expect((await bea.refused(SAVE_TO_LIST, { name: 'A', lines: [{ sku: 'MUG-RED', quantity: 0 }] })).code).toMatch(/^QUANTITY_/);
  expect((await ben.refused(SAVE_TO_LIST, { name: 'A', cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await bea.ask('{ shoppingLists { nodes { id } } }')).shoppingLists.nodes).toEqual([]);
});

test('selected lines go into the active cart and stay in the list; sent twice with one key they go once', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'BAG-JUTE' }] });
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED', quantity: 12 }, { sku: 'SOAP-LAV' }, { sku: 'TAPE-5M' }] });
  const lineIds = [list.lines[2].id, list.lines[0].id];
  const { addListToCart: filled } = await bea.ask(ADD_LIST, { listId: list.id, lineIds, key: 'k' });
  expect([filled.id, filled.version, ...contentsOf(filled)]).toEqual([cart.id, 2, '1 BAG-JUTE', '12 MUG-RED', '1 TAPE-5M']);
  expect(await bea.ask(ADD_LIST, { listId: list.id, lineIds, key: 'k' })).toEqual({ addListToCart: filled });
  expect((await bea.ask(READ_LIST, { listId: list.id })).shoppingList).toEqual(list);
  expect((await bea.refused(ADD_LIST, { listId: list.id, lineIds: [cart.lines[0].id] })).code).toBe('NOT_FOUND');
  expect(await bea.refused(ADD_LIST, { listId: list.id, expectedVersion: 1 })).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 2 } });
});

test.each([[true, ['2 MUG-RED', '5 BAG-JUTE']], [false, ['1 MUG-RED', '2 BAG-JUTE', '1 MUG-RED', '3 BAG-JUTE']]] as const)('selected lines are added to those of the cart; merged (%s), 1 in the cart and 1 in the list are 2 [LIST-06]', async (merge, contents) => {
  await using world = await startWorld({ env: merge ? MERGE : {} });
  const bea = await world.as('bea');
  await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }, { sku: 'BAG-JUTE', quantity: 2 }] });
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED' }, { sku: 'SOAP-LAV' }, { sku: 'BAG-JUTE', quantity: 3 }] });
  const { addListToCart: cart } = await bea.ask(ADD_LIST, { listId: list.id, lineIds: [list.lines[0].id, list.lines[2].id] });
  expect(contentsOf(cart)).toEqual(contents);
  expect((await bea.ask(READ_LIST, { listId: list.id })).shoppingList).toEqual(list);
});

test('without an active cart one is made of the list, and it lives like any other [LIST-07, LIST-08]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED', quantity: 12 }] });
  const { addListToCart: cart } = await bea.ask(ADD_LIST, { listId: list.id });
  expect(cart).toMatchObject({ version: 1, status: 'ACTIVE', name: 'Store', total: { amount: '75.00' } });
  expect((await bea.ask(ACTIVE)).activeCart.id).toBe(cart.id);
  const update = 'mutation ($cartId: ID!, $lineId: ID!) { updateCartLines(cartId: $cartId, lines: [{ lineId: $lineId, quantity: 1 }]) { version priceHash total { amount } } }';
  const { updateCartLines: updated } = await bea.ask(update, { cartId: cart.id, lineId: cart.lines[0].id });
  expect(updated).toMatchObject({ version: 2, total: { amount: '6.95' } });
  const place = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { total { amount } } } }';
  expect((await bea.ask(place, { input: { cartId: cart.id, priceHash: updated.priceHash, idempotencyKey: 'o' } })).placeOrder.total.amount).toBe('6.95');
  expect((await bea.ask(READ_LIST, { listId: list.id })).shoppingList).toEqual(list);
});

test('services and free goods of a cart are not kept, and no list takes a service; what goes back into a cart is checked again [LIST-10]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask(SERVICE);
  const gift = { id: 'gift', name: 'Soap for a bag', level: 'LINE', kind: 'BUY_GET', skus: ['BAG-JUTE'], buyQuantity: '1', getQuantity: '1', getSku: 'SOAP-LAV' };
  await olga.ask('mutation ($input: PromotionInput!) { upsertPromotion(input: $input) { id } }', { input: gift });
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'SHARPEN' }, { sku: 'BAG-JUTE' }] });
  expect((await bea.ask('{ activeCart { freeGoods { quantity } } }')).activeCart.freeGoods).toEqual([{ quantity: '1' }]);
  const { saveToList: list } = await bea.ask(SAVE_TO_LIST, { cartId: cart.id, name: 'Office' });
  expect(contentsOf(list)).toEqual(['1 BAG-JUTE']);
  expect((await bea.refused(SAVE_TO_LIST, { listId: list.id, lines: [{ sku: 'SHARPEN' }] })).code).toBe('BAD_USER_INPUT');

  await olga.ask('mutation { upsertProducts(products: [{ sku: "BAG-JUTE", name: "Jute shopping bag", minQuantity: "10" }]) { sku } }');
  expect((await bea.refused(ADD_LIST, { listId: list.id })).code).toBe('QUANTITY_BELOW_MINIMUM');
  expect((await bea.ask(READ, { cartId: cart.id })).cart.lines).toHaveLength(2);
});

test('a cart of services alone, or of nothing, makes no list', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask(SERVICE);
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'SHARPEN' }] });
  expect((await bea.refused(SAVE_TO_LIST, { cartId: cart.id, name: 'Office' })).code).toBe('CART_EMPTY');
});

test('where lines are merged a list has one line for a standard item and unit, and another for another unit [LIST-11]', async () => {
  await using world = await startWorld({ env: MERGE });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask('mutation { upsertProducts(products: [{ sku: "TEA-SET", name: "Tea set", itemType: KIT }]) { sku } }');
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'SCREW-M4', quantity: 5 }, { sku: 'SCREW-M4', quantity: 7 }, { sku: 'SCREW-M4', uom: 'BX' }, { sku: 'TEA-SET' }, { sku: 'TEA-SET' }] });
  expect(contentsOf(list)).toEqual(['12 SCREW-M4', '1 SCREW-M4', '1 TEA-SET', '1 TEA-SET']);
  const { saveToList: more } = await bea.ask(SAVE_TO_LIST, { listId: list.id, lines: [{ sku: 'SCREW-M4', uom: 'BX', quantity: 2 }] });
  expect(contentsOf(more)).toEqual(['12 SCREW-M4', '3 SCREW-M4', '1 TEA-SET', '1 TEA-SET']);
});

test('where lines are not merged a list keeps each as it came', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED' }, { sku: 'MUG-RED', quantity: 2 }] });
  expect(contentsOf(list)).toEqual(['1 MUG-RED', '2 MUG-RED']);
});

test('lines move from a list to the cart and back: both change or neither', async () => {
  await using folder = temporaryFolder();
  await using world = await startWorld({ dataDir: folder.path });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED', quantity: 2 }, { sku: 'CARD-BDAY' }] });
  const listId = list.id;
  const once = { listId, lineIds: [list.lines[0].id], key: 'k' };
  const { moveListLinesToCart: cart } = await bea.ask(MOVE_TO_CART, once);
  expect(contentsOf(cart)).toEqual(['2 MUG-RED']);
  expect(await bea.ask(MOVE_TO_CART, once)).toEqual({ moveListLinesToCart: cart });
  const { shoppingList: left } = await bea.ask(READ_LIST, { listId });
  expect([left.version, ...contentsOf(left)]).toEqual([2, '1 CARD-BDAY']);

  await olga.ask('mutation { upsertProducts(products: [{ sku: "CARD-BDAY", name: "Card", minQuantity: "10" }]) { sku } }');
  expect((await bea.refused(MOVE_TO_CART, { listId })).code).toBe('QUANTITY_BELOW_MINIMUM');
  expect((await bea.ask(READ_LIST, { listId })).shoppingList).toEqual(left);

  const back = { cartId: cart.id, lineIds: [cart.lines[0].id], listId, key: 'b' };
  const { moveCartLinesToList: emptied } = await bea.ask(MOVE_TO_LIST, back);
  expect([emptied.version, emptied.lines]).toEqual([2, []]);
  expect(await bea.ask(MOVE_TO_LIST, back)).toEqual({ moveCartLinesToList: emptied });
  expect(contentsOf((await bea.ask(READ_LIST, { listId })).shoppingList)).toEqual(['1 CARD-BDAY', '2 MUG-RED']);
});

test('a move that is refused, for the name of the list or a line that is not there, leaves the cart as it was', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  await bea.ask(CREATE_LIST, { name: 'Office' });
  expect((await bea.refused(MOVE_TO_LIST, { cartId: cart.id, lineIds: [cart.lines[0].id], name: 'office' })).code).toBe('LIST_NAME_TAKEN');
  expect((await bea.refused(MOVE_TO_LIST, { cartId: cart.id, lineIds: [cart.lines[0].id, cart.id], name: 'Other' })).code).toBe('NOT_FOUND');
  expect((await bea.ask(ACTIVE)).activeCart).toEqual(cart);
});

test('the same line moved into the cart by many at once gets there once', async () => {
  await using folder = temporaryFolder();
  await using world = await startWorld({ dataDir: folder.path });
  const bea = await world.as('bea');
  await bea.ask(ADD, { lines: [{ sku: 'BAG-JUTE' }] });
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED' }] });
  const moves = await Promise.all(Array.from({ length: 6 }, () => bea.answer(MOVE_TO_CART, { listId: list.id })));
  expect(moves.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(contentsOf((await bea.ask(ACTIVE)).activeCart)).toEqual(['1 BAG-JUTE', '1 MUG-RED']);
});
