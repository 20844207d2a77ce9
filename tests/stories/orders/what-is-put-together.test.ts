import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { ship } from '../fulfilment/fulfilment.ts';
import { newKey, PLACE, type PlacedOrder } from './shopping.ts';

/** A hamper is a kit, a box a model of a teapot and mugs to choose, a line a telecom model whose modem alone is sent. */
const CATALOG = `mutation {
  products: upsertProducts(products: [
    { sku: "HAMPER", name: "Hamper", itemType: KIT, indivisible: true }
    { sku: "BOX", name: "Gift box", itemType: MODEL, modelKind: ASSEMBLE_TO_ORDER, indivisible: true }
    { sku: "PICKED", name: "Picked box", itemType: MODEL, modelKind: PICK_TO_ORDER, indivisible: true }
    { sku: "MUGS", name: "Mugs to choose", itemType: OPTION_CLASS }
    { sku: "DSL", name: "Line", itemType: MODEL, modelKind: TELECOM_SERVICE, indivisible: true, shippable: false }
    { sku: "SUPPORT", name: "Support", itemType: SERVICE }
  ]) { sku }
  prices: upsertPrices(priceList: "default", prices: [{ sku: "SUPPORT", unitPrice: "5.00" }]) { version }
  box: setComponents(sku: "BOX", optionClasses: [{ sku: "MUGS", name: "Mugs", min: 1 }], components: [
    { sku: "TEAPOT-1L", ratio: "1" } { sku: "MUG-RED", ratio: "2", optionClass: "MUGS", isDefault: true } { sku: "MUG-BLUE", ratio: "2", optionClass: "MUGS" }
  ]) { sku }
  picked: setComponents(sku: "PICKED", components: [{ sku: "TEAPOT-1L", ratio: "1" }]) { sku }
  hamper: setComponents(sku: "HAMPER", components: [{ sku: "BOX", ratio: "2" } { sku: "LANTERN-L", ratio: "1" }]) { sku }
  dsl: setComponents(sku: "DSL", components: [{ sku: "MUG-RED", ratio: "2" } { sku: "SUPPORT", ratio: "1" }]) { sku }
}`;
const BLUE = [{ optionClass: 'MUGS', sku: 'MUG-BLUE' }];
const COMPONENT = 'id description depth ratio quantity shippable shippedQuantity itemType status product { sku } parentLine { product { sku } }';
const ORDER = `query ($id: ID!) { order(id: $id) { total { amount } lines { ${COMPONENT} total { amount } returnableQuantity components { ${COMPONENT} total { amount } returnableQuantity } } shipments { lines { depth quantity orderLine { product { sku } } } } } }`;

interface Component {
  readonly id: string;
  readonly depth: number;
  readonly quantity: string;
  readonly shippable: boolean;
  readonly shippedQuantity: string;
  readonly product: { readonly sku: string };
  readonly parentLine: { readonly product: { readonly sku: string } } | null;
}

interface Line extends Component {
  readonly components: readonly Component[];
}

const outline = (lines: readonly Component[]): string[] => lines.map(({ depth, product, quantity, shippable, shippedQuantity, parentLine }) => `${'.'.repeat(depth)}${product.sku} ${quantity} ${shippable ? shippedQuantity : 'not sent'}${parentLine ? ` in ${parentLine.product.sku}` : ''}`);

let world: World;
let bea: Session;
let olga: Session;
beforeAll(async () => {
  world = await startWorld({ env: { CARTWRIGHT_ORDERS_CANCELLATION: 'true' } });
  [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask(CATALOG);
});
afterAll(() => world[Symbol.asyncDispose]());

async function order(lines: readonly object[]): Promise<PlacedOrder> {
  const { addCartLines: cart } = await bea.ask('mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id priceHash } }', { lines });
  return (await bea.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } })).placeOrder as PlacedOrder;
}

async function linesOf(id: string): Promise<readonly Line[]> {
  return (await bea.ask(ORDER, { id })).order.lines as readonly Line[];
}

const lineOf = (lines: readonly Line[], sku: string): Line => lines.find(({ product }) => product.sku === sku) ?? (() => { throw new Error(`There is no ${sku}.`); })();

test('an order lists what is put together once, at its price, and shows what is in it behind that, indented [ORD-43, ORD-47, ORD-48]', async () => {
  const { id } = await order([{ sku: 'BOX', quantity: '3', configuration: BLUE }, { sku: 'HAMPER', quantity: '1' }, { sku: 'PICKED', quantity: '1' }, { sku: 'TEAPOT-1L', quantity: '1' }]);
  const { order: found } = await bea.ask(ORDER, { id });
  const lines = found.lines as readonly Line[];
  expect(outline(lines)).toEqual(['BOX 3 0', 'HAMPER 1 0', 'PICKED 1 0', 'TEAPOT-1L 1 0']);
  expect(outline(lineOf(lines, 'BOX').components)).toEqual(['.TEAPOT-1L 3 0 in BOX', '.MUGS 3 not sent in BOX', '..MUG-BLUE 6 0 in MUGS']);
  expect(outline(lineOf(lines, 'HAMPER').components)).toEqual(['.BOX 2 0 in HAMPER', '..TEAPOT-1L 2 0 in BOX', '..MUGS 2 not sent in BOX', '...MUG-RED 4 0 in MUGS', '.LANTERN-L 1 0 in HAMPER']);
  expect(outline(lineOf(lines, 'PICKED').components)).toEqual(['.TEAPOT-1L 1 0 in PICKED']);
  expect(lineOf(lines, 'TEAPOT-1L').components).toEqual([]);
  expect(lines.map((line) => (line as unknown as { total: { amount: string } }).total.amount)).toEqual(['115.20', '102.80', '24.50', '24.50']);
  expect(lineOf(lines, 'BOX').components.every((part) => (part as unknown as { total: { amount: string } }).total.amount === '0.00')).toBe(true);
  expect(found.total.amount).toBe('267.00');
  const mail = (await world.mail()).at(-1)?.text;
  expect(mail).toContain('Gift box');
  expect(mail).not.toContain('Mugs to choose');
});

test('what an order shows of a kit is what was ordered, whatever the catalog says of it later', async () => {
  const { id } = await order([{ sku: 'PICKED', quantity: '2' }]);
  await olga.ask('mutation { upsertProducts(products: [{ sku: "PICKED", name: "Other box", itemType: MODEL, indivisible: true }]) { sku } setComponents(sku: "PICKED", components: [{ sku: "MUG-RED", ratio: "5" }]) { sku } }');
  const [line] = await linesOf(id);
  expect(line).toMatchObject({ description: 'Picked box', components: [{ product: { sku: 'TEAPOT-1L' }, quantity: '2', ratio: '1' }] });
  await olga.ask('mutation { upsertProducts(products: [{ sku: "PICKED", name: "Picked box", itemType: MODEL, modelKind: PICK_TO_ORDER, indivisible: true }]) { sku } setComponents(sku: "PICKED", components: [{ sku: "TEAPOT-1L", ratio: "1" }]) { sku } }');
});

test('a telecom model stands there with all of it; how much was shipped is said of what is sent alone, that goes by itself, and each whole is billed, and may come back, when it is complete [ORD-44]', async () => {
  const { id } = await order([{ sku: 'DSL', quantity: '2' }]);
  const lines = await linesOf(id);
  expect(outline(lines)).toEqual(['DSL 2 not sent', '.MUG-RED 4 0 in DSL', '.SUPPORT 2 not sent in DSL']);
  await ship(olga, [{ orderLineId: lineOf(lines, 'MUG-RED').id, quantity: '3' }]);
  expect(outline(await linesOf(id))).toEqual(['DSL 2 not sent', '.MUG-RED 4 3 in DSL', '.SUPPORT 2 not sent in DSL']);
  const billed = 'query ($id: ID!) { order(id: $id) { status invoices { amount { amount } } total { amount } lines { returnableQuantity } } }';
  expect((await bea.ask(billed, { id })).order, 'one of them is complete').toEqual({ status: 'BOOKED', invoices: [{ amount: { amount: '18.90' } }], total: { amount: '37.80' }, lines: ['1', '0', '0'].map((returnableQuantity) => ({ returnableQuantity })) });
  await ship(olga, [{ orderLineId: lineOf(lines, 'MUG-RED').id, quantity: '1' }]);
  expect((await bea.ask(billed, { id })).order).toEqual({ status: 'CLOSED', invoices: [{ amount: { amount: '18.90' } }, { amount: { amount: '18.90' } }], total: { amount: '37.80' }, lines: ['2', '0', '0'].map((returnableQuantity) => ({ returnableQuantity })) });
});

test('a parcel lists what left, and what is in it indented behind; components leave with their whole only [ORD-30, ORD-45]', async () => {
  const { id } = await order([{ sku: 'BOX', quantity: '3' }, { sku: 'TEAPOT-1L', quantity: '1' }]);
  const lines = await linesOf(id);
  const box = lineOf(lines, 'BOX');
  const part = box.components[0]?.id ?? '';
  expect(await olga.refused('mutation ($input: ShipLinesInput!) { shipLines(input: $input) { id } }', { input: { lines: [{ orderLineId: part, quantity: '1' }] } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { goesWith: box.id } });
  expect(await olga.refused('mutation ($orderId: ID!, $orderLineId: ID!) { holdOrder(orderId: $orderId, orderLineId: $orderLineId, reason: "Look") { id } }', { orderId: id, orderLineId: part })).toMatchObject({ code: 'BAD_USER_INPUT', details: { goesWith: box.id } });
  await ship(olga, [{ orderLineId: box.id, quantity: '2' }, { orderLineId: lineOf(lines, 'TEAPOT-1L').id, quantity: '1' }]);
  const { order: shipped } = await bea.ask(ORDER, { id });
  expect(shipped.shipments[0].lines.map(({ depth, quantity, orderLine }: { depth: number; quantity: string; orderLine: { product: { sku: string } } }) => `${'.'.repeat(depth)}${orderLine.product.sku} ${quantity}`)).toEqual(['BOX 2', '.TEAPOT-1L 2', '.MUG-RED 4', 'TEAPOT-1L 1']);
  expect(outline(lineOf(shipped.lines, 'BOX').components)).toEqual(['.TEAPOT-1L 3 2 in BOX', '.MUGS 3 not sent in BOX', '..MUG-RED 6 4 in MUGS']);
  await ship(olga, [{ orderLineId: box.id, quantity: '1' }]);
  expect((await bea.ask('query ($id: ID!) { order(id: $id) { status invoices { lines { orderLine { product { sku } } } } lines { components { status } } } }', { id })).order, 'what is in something is billed with it').toMatchObject({ status: 'CLOSED', invoices: [{ lines: [{ orderLine: { product: { sku: 'BOX' } } }, { orderLine: { product: { sku: 'TEAPOT-1L' } } }] }, { lines: [{}] }], lines: [{ components: [{ status: 'CLOSED' }, { status: 'CLOSED' }, { status: 'CLOSED' }] }, {}] });
});

test('what is in something is ordered again, taken off and called off with it, never alone', async () => {
  const { id } = await order([{ sku: 'BOX', quantity: '4', configuration: BLUE }]);
  const [box] = await linesOf(id);
  const part = box?.components[0]?.id ?? '';
  const stage = 'mutation ($input: StageOrderEditInput!) { stageOrderEdit(input: $input) { id } }';
  expect(await olga.refused(stage, { input: { orderId: id, lines: [{ orderLineId: part, quantity: '1' }] } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { orderLineId: part } });
  const { stageOrderEdit: edit } = await olga.ask(stage, { input: { orderId: id, lines: [{ orderLineId: box?.id, quantity: '3' }] } });
  await olga.ask('mutation ($id: ID!) { applyOrderEdit(editId: $id) { id } }', { id: edit.id });
  const after = (await linesOf(id))[0];
  expect(outline(after?.components ?? [])).toEqual(['.TEAPOT-1L 3 0 in BOX', '.MUGS 3 not sent in BOX', '..MUG-BLUE 6 0 in MUGS']);
  expect(after).toMatchObject({ returnableQuantity: '3', components: [{ returnableQuantity: '0' }, { returnableQuantity: '0' }, { returnableQuantity: '0' }] });

  const { reorder: again } = await bea.ask('mutation ($id: ID!) { reorder(orderId: $id) { cart { lines { quantity product { sku } configuration { sku } } } notAdded { code } } }', { id });
  expect(again).toEqual({ cart: { lines: [{ quantity: '3', product: { sku: 'BOX' }, configuration: [{ sku: 'MUG-BLUE' }] }] }, notAdded: [] });

  await world.settle();
  const onHand = async (): Promise<string> => (await olga.ask('{ product(sku: "MUG-BLUE") { availability { onHand } } }')).product.availability.onHand;
  const before = Number(await onHand());
  await bea.ask('mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "No need") { status } }', { id });
  await world.settle();
  expect(Number(await onHand()) - before).toBe(6);
});
