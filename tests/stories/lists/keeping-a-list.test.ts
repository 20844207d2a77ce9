import { expect, test } from 'vitest';
import { temporaryFolder } from '../../faults/support/temporary-folder.ts';
import { startWorld } from '../../support/world.ts';
import { contentsOf, CREATE_LIST, DELETE_LIST, LISTS, READ_LIST, REMOVE_LINES, UPDATE_LINES, UPDATE_LIST } from './lists.ts';

test('a list is begun with a name, a description and lines, and holds no prices and no checkout [LIST-01]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: ' Office ', description: 'every month', lines: [{ sku: 'MUG-RED', quantity: 3 }, { sku: 'SCREW-M4', uom: 'BX' }] });
  expect(list).toMatchObject({ version: 1, name: 'Office', description: 'every month', lines: [{ quantity: '3', uom: 'EA' }, { quantity: '1', uom: 'BX', product: { sku: 'SCREW-M4' } }] });
  const { type } = (await bea.ask('{ type: __type(name: "ShoppingList") { fields { name } } line: __type(name: "ShoppingListLine") { fields { name } } }')) as { type: { fields: { name: string }[] } };
  expect(type.fields.map(({ name }) => name).toSorted()).toEqual(['createdAt', 'description', 'id', 'lines', 'name', 'updatedAt', 'version']);
  const place = 'mutation ($id: ID!) { placeOrder(input: { cartId: $id, priceHash: "x", idempotencyKey: "k" }) { __typename } }';
  expect((await bea.refused(place, { id: list.id })).code).toBe('NOT_FOUND');
  expect((await bea.ask('{ activeCart { id } }')).activeCart).toBeNull();
});

test('the page of lists shows all of them, newest first, and each opens with its lines [LIST-04]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { createShoppingList: first } = await bea.ask(CREATE_LIST, { name: 'First', lines: [{ sku: 'MUG-RED' }] });
  for (const name of ['Second', 'Third']) await bea.ask(CREATE_LIST, { name });
  const { shoppingLists: page } = await bea.ask(LISTS, { first: 2 });
  expect(page).toMatchObject({ nodes: [{ name: 'Third' }, { name: 'Second' }], pageInfo: { hasNextPage: true } });
  expect((await bea.ask(LISTS, { first: 2, after: page.pageInfo.endCursor })).shoppingLists).toMatchObject({ nodes: [{ name: 'First' }], pageInfo: { hasNextPage: false } });
  expect((await bea.ask(READ_LIST, { listId: first.id })).shoppingList).toEqual(first);
  expect((await bea.refused(LISTS, { after: 'x' })).code).toBe('BAD_CURSOR');
});

test('no two lists of one owner have the same name, whatever its capitals, also when two are begun at once [LIST-05]', async () => {
  await using folder = temporaryFolder();
  await using world = await startWorld({ dataDir: folder.path });
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const answers = await Promise.all(['Office', 'OFFICE ', 'office'].map((name) => bea.answer(CREATE_LIST, { name })));
  expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions?.code)).toEqual(['LIST_NAME_TAKEN', 'LIST_NAME_TAKEN']);
  await ben.ask(CREATE_LIST, { name: 'Office' });

  const { createShoppingList: other } = await bea.ask(CREATE_LIST, { name: 'Other' });
  expect(await bea.refused(UPDATE_LIST, { listId: other.id, name: 'office' })).toMatchObject({ code: 'LIST_NAME_TAKEN', details: { name: 'office' } });
  expect((await bea.ask(READ_LIST, { listId: other.id })).shoppingList).toEqual(other);
  expect((await bea.ask(UPDATE_LIST, { listId: other.id, name: 'OTHER', description: 'of mine' })).updateShoppingList).toMatchObject({ version: 2, name: 'OTHER', description: 'of mine' });
  expect((await bea.refused(CREATE_LIST, { name: '  ' })).code).toBe('BAD_USER_INPUT');
});

test('the owner changes quantities, takes lines out, and throws the list away; its name is free again [LIST-09]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED' }, { sku: 'MUG-BLUE' }, { sku: 'BAG-JUTE' }] });
  const [red, blue, bag] = list.lines.map(({ id }: { id: string }) => id);
  const listId = list.id;
  const { updateShoppingListLines: changed } = await bea.ask(UPDATE_LINES, { listId, lines: [{ lineId: red, quantity: 12 }, { lineId: blue, quantity: 0 }] });
  expect([changed.version, ...contentsOf(changed)]).toEqual([2, '12 MUG-RED', '1 BAG-JUTE']);
  const { removeShoppingListLines: left } = await bea.ask(REMOVE_LINES, { listId, lineIds: [bag] });
  expect([left.version, ...contentsOf(left)]).toEqual([3, '12 MUG-RED']);
  expect((await bea.refused(REMOVE_LINES, { listId, lineIds: [red, bag] })).code).toBe('NOT_FOUND');
  expect((await bea.refused(UPDATE_LINES, { listId, lines: [{ lineId: red, quantity: -1 }] })).code).toBe('QUANTITY_INVALID');
  expect((await bea.ask(DELETE_LIST, { listId })).deleteShoppingList).toBe(listId);
  for (const query of [READ_LIST, DELETE_LIST]) expect((await bea.refused(query, { listId })).code).toBe('NOT_FOUND');
  await bea.ask(CREATE_LIST, { name: 'Office' });
});

test('to others, also of the same account, a list does not exist [LIST-16]', async () => {
  await using world = await startWorld();
  const [bea, ben, gus, olga, guest, nobody] = await Promise.all((['bea', 'ben', 'gus', 'olga', 'guest', 'nobody'] as const).map((name) => world.as(name)));
  const { createShoppingList: list } = await bea!.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED' }] });
  const listId = list.id;
  const lineId = list.lines[0].id;
  const asks: [string, object][] = [
    [READ_LIST, { listId }],
    [UPDATE_LIST, { listId, name: 'Mine' }],
    [UPDATE_LINES, { listId, lines: [{ lineId, quantity: 2 }] }],
    [REMOVE_LINES, { listId, lineIds: [lineId] }],
    [DELETE_LIST, { listId }],
    ['mutation ($listId: ID!) { saveToList(listId: $listId, lines: [{ sku: "MUG-BLUE" }]) { id } }', { listId }],
    ['mutation ($listId: ID!) { addListToCart(listId: $listId) { id } }', { listId }],
    ['mutation ($listId: ID!) { moveListLinesToCart(listId: $listId) { id } }', { listId }],
  ];
  for (const [query, variables] of asks) {
    for (const stranger of [ben, gus, olga]) expect((await stranger!.refused(query, { ...variables })).code, query).toBe('NOT_FOUND');
    for (const unknown of [guest, nobody]) expect((await unknown!.refused(query, { ...variables })).code, query).toBe('UNAUTHENTICATED');
  }
  expect((await ben!.ask(LISTS)).shoppingLists.nodes).toEqual([]);
  expect((await bea!.ask(READ_LIST, { listId })).shoppingList).toEqual(list);
});

test('who was overtaken is refused with the version of now, and nothing is written [LIST-17]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED' }] });
  const listId = list.id;
  const lineId = list.lines[0].id;
  const { updateShoppingList: now } = await bea.ask(UPDATE_LIST, { listId, description: 'newer', expectedVersion: 1 });
  const asks: [string, object][] = [
    [UPDATE_LIST, { listId, name: 'Older' }],
    [UPDATE_LINES, { listId, lines: [{ lineId, quantity: 9 }] }],
    [REMOVE_LINES, { listId, lineIds: [lineId] }],
    [DELETE_LIST, { listId }],
    ['mutation ($listId: ID!, $expectedVersion: Int) { saveToList(listId: $listId, lines: [{ sku: "MUG-BLUE" }], expectedVersion: $expectedVersion) { id } }', { listId }],
  ];
  for (const [query, variables] of asks) {
    expect(await bea.refused(query, { ...variables, expectedVersion: 1 }), query).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 2 } });
  }
  expect((await bea.ask(READ_LIST, { listId })).shoppingList).toEqual(now);
  const racing = await Promise.all(['one', 'two', 'three'].map((description) => bea.answer(UPDATE_LIST, { listId, description, expectedVersion: 2 })));
  expect(racing.filter(({ errors }) => !errors)).toHaveLength(1);
});

test('a list begun twice with the same key is begun once', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const variables = { name: 'Office', lines: [{ sku: 'MUG-RED' }], key: 'k' };
  const [one, two] = await Promise.all([bea.ask(CREATE_LIST, variables), bea.ask(CREATE_LIST, variables)]);
  expect(one).toEqual(two);
  expect((await bea.refused(CREATE_LIST, { ...variables, name: 'Another' })).code).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('another session of the owner sees the list change, comes back to what it missed, and hears of the end', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { createShoppingList: list } = await bea.ask(CREATE_LIST, { name: 'Office' });
  const listId = list.id;
  const follow = 'subscription ($listId: ID!, $after: Int) { shoppingListChanged(listId: $listId, afterVersion: $after) { kind cause fromVersion version list { name } } }';
  const frames = await bea.watch(follow, { listId });
  expect((await frames.next()).shoppingListChanged).toMatchObject({ kind: 'SNAPSHOT', version: 1 });
  await bea.ask(UPDATE_LIST, { listId, name: 'Workshop' });
  expect((await frames.next()).shoppingListChanged).toMatchObject({ kind: 'CHANGE', cause: 'UPDATED', fromVersion: 1, version: 2, list: { name: 'Workshop' } });
  await frames.close();
  const again = await bea.watch(follow, { listId, after: 1 });
  expect((await again.next()).shoppingListChanged).toMatchObject({ kind: 'CHANGE', cause: 'UPDATED', version: 2 });
  await bea.ask(DELETE_LIST, { listId });
  await expect(again.next()).rejects.toThrow(/NOT_FOUND|no such list/);
  const ben = await world.as('ben');
  const strange = await ben.watch(follow, { listId });
  await expect(strange.next()).rejects.toThrow(/NOT_FOUND|no such list/);
});
