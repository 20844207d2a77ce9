import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { order, ship, SHIP } from './fulfilment.ts';

/** A toolbox of two drills with their serial numbers, each with a battery, and a case that no one sends by itself. */
const CATALOG = `mutation {
  upsertProducts(products: [
    { sku: "SET", name: "Drill set", itemType: KIT, indivisible: true } { sku: "TOOLBOX", name: "Toolbox", itemType: KIT, indivisible: true }
  ]) { sku }
  set: setComponents(sku: "SET", components: [{ sku: "DRILL-18V", ratio: "1" } { sku: "BATT-18V", ratio: "2" }]) { sku }
  toolbox: setComponents(sku: "TOOLBOX", components: [{ sku: "SET", ratio: "2" } { sku: "BIT-SET", ratio: "1" }]) { sku }
}`;
const ITEM = 'sku serialNumber quantity depth';
const FIND = `query ($search: InstalledItemSearch) { installedItems(search: $search) { nodes { ${ITEM} componentOf { sku } components { ${ITEM} components { ${ITEM} } } } } }`;

interface Item {
  readonly sku: string;
  readonly serialNumber: string | null;
  readonly quantity: string;
  readonly depth: number;
  readonly components?: readonly Item[];
}

const outline = (items: readonly Item[]): string[] => items.flatMap(({ sku, serialNumber, quantity, depth, components = [] }) => [`${'.'.repeat(depth)}${sku} ${serialNumber ?? quantity}`, ...outline(components)]);
const found = async (person: Session, search: object): Promise<readonly Item[]> => (await person.ask(FIND, { search })).installedItems.nodes as readonly Item[];

async function buyAndShip(person: Session, olga: Session, quantity: string, serialNumbers: readonly string[]): Promise<string> {
  const { id } = await order(person, [{ sku: 'TOOLBOX', quantity }]);
  const { lines } = (await person.ask('query ($id: ID!) { order(id: $id) { lines { id components { id product { sku } } } } }', { id })).order;
  const drills = lines[0].components.find(({ product }: { product: { sku: string } }) => product.sku === 'DRILL-18V').id as string;
  await ship(olga, [{ orderLineId: lines[0].id, quantity }], { componentSerials: [{ orderLineId: drills, serialNumbers }] });
  return id;
}

test('what is in a kit is installed within it; business people find it at every depth, private persons the kit alone [ORD-41, ORD-42]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_INSTALL_BASE: 'true' } });
  const [bea, gus, cat, olga] = [await world.as('bea'), await world.as('gus'), await world.as('cat'), await world.as('olga')];
  await olga.ask(CATALOG);
  await buyAndShip(bea, olga, '2', ['D1', 'D2', 'D3', 'D4']);
  expect(outline(await found(bea, { sku: 'TOOLBOX' }))).toEqual(['TOOLBOX 2', '.SET 4', '..DRILL-18V D1', '..DRILL-18V D2', '..DRILL-18V D3', '..DRILL-18V D4', '..BATT-18V 8', '.BIT-SET 2']);
  expect(await found(bea, { serialNumber: 'D3' })).toMatchObject([{ sku: 'DRILL-18V', depth: 2, componentOf: { sku: 'SET' } }]);
  expect(await found(bea, { sku: 'BATT-18V' })).toMatchObject([{ quantity: '8', depth: 2 }]);
  expect(await found(gus, { serialNumber: 'D3' })).toEqual([]);

  await buyAndShip(cat, olga, '1', ['D5', 'D6']);
  expect(outline(await found(cat, {}))).toEqual(['TOOLBOX 1', '.SET 2', '..DRILL-18V D5', '..DRILL-18V D6', '..BATT-18V 4', '.BIT-SET 1']);
  expect(await found(cat, { serialNumber: 'D5' })).toEqual([]);
  expect(await found(cat, { sku: 'BATT-18V' })).toEqual([]);
  expect(await found(bea, { serialNumber: 'D5' })).toEqual([]);
});

test('each piece within a kit that has a serial number is named when it leaves; with the form shown private persons say what they look for [ORD-28, ORD-40]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_INSTALL_BASE: 'true', CARTWRIGHT_ORDERS_AUTOQUERY_INSTALL_BASE: 'false' } });
  const [bea, cat, olga] = [await world.as('bea'), await world.as('cat'), await world.as('olga')];
  await olga.ask(CATALOG);
  const { id } = await order(bea, [{ sku: 'TOOLBOX', quantity: '1' }, { sku: 'MUG-RED', quantity: '1' }]);
  const { lines } = (await bea.ask('query ($id: ID!) { order(id: $id) { lines { id components { id product { sku } } } } }', { id })).order;
  const drills = lines[0].components.find(({ product }: { product: { sku: string } }) => product.sku === 'DRILL-18V').id as string;
  const leaves = { lines: [{ orderLineId: lines[0].id, quantity: '1' }] };
  const wrong = [[], [{ orderLineId: drills, serialNumbers: ['D1'] }], [{ orderLineId: drills, serialNumbers: ['D1', 'D1'] }], [{ orderLineId: drills, serialNumbers: ['D1', 'D2'] }, { orderLineId: lines[1].id, serialNumbers: [] }]];
  for (const componentSerials of wrong) expect((await olga.refused(SHIP, { input: { ...leaves, componentSerials } })).code).toBe('BAD_USER_INPUT');
  await ship(olga, leaves.lines, { componentSerials: [{ orderLineId: drills, serialNumbers: ['D1', 'D2'] }] });
  const { shipments } = (await bea.ask('query ($id: ID!) { order(id: $id) { shipments { lines { depth serialNumbers orderLine { product { sku } } } } } }', { id })).order;
  expect(shipments[0].lines.filter(({ serialNumbers }: { serialNumbers: string[] }) => serialNumbers.length > 0)).toEqual([{ depth: 2, serialNumbers: ['D1', 'D2'], orderLine: { product: { sku: 'DRILL-18V' } } }]);
  expect((await olga.refused(SHIP, { input: { lines: [{ orderLineId: lines[1].id, quantity: '1', serialNumbers: ['X'] }] } })).code).toBe('BAD_USER_INPUT');

  const mug = (await order(cat, [{ sku: 'MUG-RED', quantity: '1' }])).lines[0]?.id ?? '';
  await ship(olga, [{ orderLineId: mug, quantity: '1' }]);
  expect((await cat.refused(FIND, { search: {} })).code).toBe('SEARCH_CRITERIA_REQUIRED');
  expect((await cat.refused(FIND, { search: { itemName: 'Mug%' } })).code).toBe('SEARCH_TOO_BROAD');
  expect((await cat.refused(FIND, { search: { sku: '%' } })).code).toBe('SEARCH_TOO_BROAD');
  expect(await found(cat, { sku: 'M%' })).toMatchObject([{ sku: 'MUG-RED' }]);
});
