import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { order, ship } from '../fulfilment/fulfilment.ts';
import { agreedReturn, readReturn, takeIn } from './back-office.ts';

/** A kit of two mugs and a candle; and a line, not sent itself, with two modems that are. */
const CATALOG = `mutation {
  products: upsertProducts(products: [
    { sku: "GIFT-KIT", name: "Gift kit", itemType: KIT, indivisible: true }
    { sku: "DSL", name: "Line", itemType: MODEL, modelKind: TELECOM_SERVICE, indivisible: true, shippable: false }
    { sku: "DRILL-KIT", name: "Drill kit", itemType: KIT, indivisible: true }
    { sku: "DRILL-LINE", name: "Line with a drill", itemType: MODEL, modelKind: TELECOM_SERVICE, indivisible: true, shippable: false }
  ]) { sku }
  kit: setComponents(sku: "GIFT-KIT", components: [{ sku: "MUG-RED", ratio: "2" } { sku: "CANDLE-VAN", ratio: "1" }]) { sku }
  dsl: setComponents(sku: "DSL", components: [{ sku: "MUG-BLUE", ratio: "2" }]) { sku }
  drills: setComponents(sku: "DRILL-KIT", components: [{ sku: "DRILL-18V", ratio: "1" }]) { sku }
  line: setComponents(sku: "DRILL-LINE", components: [{ sku: "DRILL-18V", ratio: "1" }]) { sku }
}`;
const ORDER = 'query ($id: ID!) { order(id: $id) { lines { id returnedQuantity installed { sku quantity status components { sku quantity status } } components { id returnedQuantity product { sku } installed { sku quantity status } } } } }';

let world: World;
let [bea, sam, olga] = [] as unknown as [Session, Session, Session];
beforeAll(async () => {
  world = await startWorld();
  [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  await olga.ask(CATALOG);
});
afterAll(() => world[Symbol.asyncDispose]());

const onHand = async (sku: string): Promise<number> => Number((await olga.ask('query ($sku: String!) { product(sku: $sku) { availability { onHand } } }', { sku })).product.availability.onHand);

async function comesBack(orderLineId: string, quantity: string): Promise<void> {
  const id = await agreedReturn(bea, sam, [{ orderLineId, quantity }]);
  await world.settle();
  await takeIn(olga, id, [{ returnLineId: (await readReturn(bea, id)).lines[0]?.id, quantity }]);
  await world.settle();
}

test('of two kits one comes back: its parts are on the shelf again, and the buyer has those of the other only [RET-22, ORD-38]', async () => {
  const { id, lines } = await order(bea, [{ sku: 'GIFT-KIT', quantity: '2' }]);
  const kit = lines[0]?.id ?? '';
  await ship(olga, [{ orderLineId: kit, quantity: '2' }]);
  const before = [await onHand('MUG-RED'), await onHand('CANDLE-VAN')];
  await comesBack(kit, '1');
  expect([await onHand('MUG-RED'), await onHand('CANDLE-VAN')]).toEqual([Number(before[0]) + 2, Number(before[1]) + 1]);
  const [line] = (await bea.ask(ORDER, { id })).order.lines;
  expect(line).toMatchObject({ returnedQuantity: '1', components: [{ returnedQuantity: '2' }, { returnedQuantity: '1' }] });
  const parts = (mugs: string, candles: string, status: string): object[] => [{ sku: 'MUG-RED', quantity: mugs, status }, { sku: 'CANDLE-VAN', quantity: candles, status }];
  expect(line.installed).toEqual([
    { sku: 'GIFT-KIT', quantity: '1', status: 'INSTALLED', components: parts('2', '1', 'INSTALLED') },
    { sku: 'GIFT-KIT', quantity: '1', status: 'RETURNED', components: parts('2', '1', 'RETURNED') },
  ]);
});

test('what is not sent itself comes back with what was sent of it [RET-22, ORD-44]', async () => {
  const { id, lines } = await order(bea, [{ sku: 'DSL', quantity: '1' }]);
  const dsl = lines[0]?.id ?? '';
  const modem = (await bea.ask(ORDER, { id })).order.lines[0].components[0].id as string;
  await ship(olga, [{ orderLineId: modem, quantity: '2' }]);
  await comesBack(dsl, '1');
  const [line] = (await bea.ask(ORDER, { id })).order.lines;
  expect(line.components).toMatchObject([{ returnedQuantity: '2', installed: [{ sku: 'MUG-BLUE', quantity: '2', status: 'RETURNED' }] }]);
});

const SERIALS = 'query ($id: ID!) { order(id: $id) { lines { creditedQuantity installed { quantity status components { serialNumber quantity status } } components { id installed { serialNumber quantity status } } } } }';

test('of two kits with a drill each one comes back: a whole drill goes with it, and it is credited [RET-22, RET-39, ORD-38]', async () => {
  const { id, lines } = await order(bea, [{ sku: 'DRILL-KIT', quantity: '2' }]);
  const kit = lines[0]?.id ?? '';
  const drill = (await bea.ask(SERIALS, { id })).order.lines[0].components[0].id as string;
  await ship(olga, [{ orderLineId: kit, quantity: '2' }], { componentSerials: [{ orderLineId: drill, serialNumbers: ['D1', 'D2'] }] });
  await comesBack(kit, '1');
  const one = (serialNumber: string, status: string): object => ({ quantity: '1', status, components: [{ serialNumber, quantity: '1', status }] });
  expect((await bea.ask(SERIALS, { id })).order.lines[0]).toMatchObject({ creditedQuantity: '1', installed: [one('D2', 'INSTALLED'), one('D1', 'RETURNED')] });
  await comesBack(kit, '1');
  expect((await bea.ask(SERIALS, { id })).order.lines[0]).toMatchObject({ creditedQuantity: '2', installed: [one('D2', 'RETURNED'), one('D1', 'RETURNED')] });
});

test('what is not sent itself comes back with the numbered pieces that were sent of it [RET-22, ORD-38]', async () => {
  const { id, lines } = await order(bea, [{ sku: 'DRILL-LINE', quantity: '2' }]);
  const drill = (await bea.ask(SERIALS, { id })).order.lines[0].components[0].id as string;
  await ship(olga, [{ orderLineId: drill, quantity: '2', serialNumbers: ['D3', 'D4'] }]);
  await comesBack(lines[0]?.id ?? '', '1');
  expect((await bea.ask(SERIALS, { id })).order.lines[0]).toMatchObject({ creditedQuantity: '1', components: [{ installed: [{ serialNumber: 'D3', quantity: '1', status: 'RETURNED' }, { serialNumber: 'D4', quantity: '1', status: 'INSTALLED' }] }] });
});
