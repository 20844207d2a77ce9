import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { order, ship } from '../fulfilment/fulfilment.ts';
import { takeIn } from './back-office.ts';
import { ADD, add, APPROVE, back, CANCEL, CHOOSE, lineOf, PENDING, SEARCH, submit, UPDATE } from './returning.ts';

const CATALOG = `mutation {
  products: upsertProducts(products: [{ sku: "GIFT-KIT", name: "Gift kit", itemType: KIT, indivisible: true }]) { sku }
  prices: upsertPrices(priceList: "default", prices: [{ sku: "GIFT-KIT", unitPrice: "30.00" }]) { version }
  parts: setComponents(sku: "GIFT-KIT", components: [{ sku: "MUG-RED", ratio: "2" } { sku: "CANDLE-VAN", ratio: "1" }]) { sku }
}`;
const HOLD = 'mutation ($id: ID!, $line: ID) { holdOrder(orderId: $id, orderLineId: $line, reason: "Check") { holds { id } } }';

let world: World;
let bea: Session;
let gus: Session;
let olga: Session;
beforeAll(async () => {
  world = await startWorld({ env: { CARTWRIGHT_RETURNS_POLICY: 'true', CARTWRIGHT_RETURNS_FINAL_SALE_SKUS: 'SOAP-LAV' } });
  [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  await olga.ask(CATALOG);
});
afterAll(() => world[Symbol.asyncDispose]());

/** The pending return is agreed to, and a piece of it arrives and goes back to the shelf. */
async function takeBack(orderLineId: string, serialNumber: string): Promise<void> {
  const { id } = (await bea.ask(PENDING)).pendingReturn;
  const { lines } = await submit(bea, id);
  await olga.ask(APPROVE, { id });
  await world.settle();
  await takeIn(olga, id, [{ returnLineId: lines.find(({ orderLine }) => orderLine.id === orderLineId)?.id, quantity: '1', serialNumbers: [serialNumber] }]);
  await world.settle();
}

const choices = async (person: Session, id: string) => (await person.ask(CHOOSE, { order: id })).returnableLines;
const found = async (person: Session, field: string, text: string) => (await person.ask(SEARCH, { field, text })).searchReturnableLines;

test('all lines of an order are listed with a quantity of 0, those that cannot come back with every reason why [RET-14, RET-15]', async () => {
  const { id, lines } = await order(bea, [{ sku: 'MUG-RED', quantity: '3' }, { sku: 'HAMPER-XL', quantity: '1' }, { sku: 'SOAP-LAV', quantity: '2' }, { sku: 'TOWEL-TEA', quantity: '1' }]);
  await olga.ask(HOLD, { id, line: lines[3]?.id });
  await add(bea, back(lines[0]?.id, '2'));

  expect(await choices(bea, id)).toMatchObject([
    { product: { sku: 'MUG-RED' }, isReturnable: true, objections: [], quantity: '0', orderedQuantity: '3', returnableQuantity: '3', pendingQuantity: '2' },
    { product: { sku: 'HAMPER-XL' }, isReturnable: false, objections: [{ reason: 'PRODUCT_NOT_RETURNABLE', message: 'HAMPER-XL cannot be returned.' }], quantity: '0', returnableQuantity: '0' },
    { product: { sku: 'SOAP-LAV' }, isReturnable: false, objections: [{ reason: 'FINAL_SALE' }] },
    { product: { sku: 'TOWEL-TEA' }, isReturnable: false, objections: [{ reason: 'ORDER_MANAGEMENT', message: 'TOWEL-TEA is held.' }] },
  ]);
  expect((await gus.refused(CHOOSE, { order: id })).code).toBe('NOT_FOUND');
  expect((await (await world.as('ben')).refused(CHOOSE, { order: id })).code).toBe('FORBIDDEN');
  expect((await (await world.as('sam')).refused(CHOOSE, { order: id })).code).toBe('FORBIDDEN');
});

test('each line that cannot come back accepts nothing, and all of them are named at once with what remains [RET-14, RET-16, RET-25]', async () => {
  const { number, lines } = await order(bea, [{ sku: 'MUG-BLUE', quantity: '3' }, { sku: 'HAMPER-XL', quantity: '1' }, { sku: 'SOAP-LAV', quantity: '2' }, { sku: 'BOWL-16', quantity: '1' }]);
  const before = (await bea.ask(PENDING)).pendingReturn;
  const refusal = await bea.refused(ADD, { lines: [back(lines[0]?.id, '4'), back(lines[1]?.id), back(lines[2]?.id), back(lines[3]?.id)] });
  expect(refusal.details.lines).toMatchObject([
    { code: 'RETURN_QUANTITY_EXCEEDED', orderNumber: number, sku: 'MUG-BLUE', returnableQuantity: '3' },
    { code: 'NOT_RETURNABLE', sku: 'HAMPER-XL', reason: 'PRODUCT_NOT_RETURNABLE' },
    { code: 'NOT_RETURNABLE', sku: 'SOAP-LAV', reason: 'FINAL_SALE' },
  ]);
  expect((await bea.ask(PENDING)).pendingReturn).toEqual(before);
  for (const quantity of ['0', '-1']) expect((await bea.refused(ADD, { lines: [back(lines[0]?.id, quantity)] })).code).toBe('QUANTITY_INVALID');
  expect((await bea.refused(ADD, { lines: [back(lines[0]?.id, '1', { reason: ' ' })] })).code).toBe('BAD_USER_INPUT');
  const helmets = await order(bea, [{ sku: 'HELMET-W', quantity: '2' }, { sku: 'CHAIN-6', quantity: '3' }]);
  expect(await bea.refused(ADD, { lines: [back(lineOf(helmets), '0.5'), back(lineOf(helmets, 1), '0.5')] })).toMatchObject({ code: 'QUANTITY_INDIVISIBLE', details: { lines: [{ sku: 'HELMET-W', quantity: '0.5' }] } });
});

test('returns are started for orders that are booked or closed, and a line that came back whole stays listed with nothing left [RET-02, V 30]', async () => {
  const { id, lines } = await order(bea, [{ sku: 'PLATE-27', quantity: '1' }]);
  await ship(olga, [{ orderLineId: lineOf({ lines } as never), quantity: '1' }]);
  expect((await bea.ask('query ($id: ID!) { order(id: $id) { status } }', { id })).order.status).toBe('CLOSED');
  expect(await choices(bea, id)).toMatchObject([{ isReturnable: true, returnableQuantity: '1' }]);
  const gone = (await bea.ask(PENDING)).pendingReturn;
  if (gone) await bea.ask(CANCEL, { id: gone.id });
  await submit(bea, (await add(bea, back(lines[0]?.id))).id);
  expect(await choices(bea, id)).toMatchObject([{ isReturnable: false, objections: [{ reason: 'ALREADY_RETURNED' }], returnedQuantity: '1', returnableQuantity: '0' }]);
});

test('an order that is only entered gives nothing back yet [RET-02]', async () => {
  await using entered = await startWorld({ env: { CARTWRIGHT_ORDERS_DEFAULT_ORDER_STATE: 'ENTERED' } });
  const cat = await entered.as('cat');
  const { id, lines } = await order(cat, [{ sku: 'PLATE-27', quantity: '1' }]);
  expect(await choices(cat, id)).toMatchObject([{ isReturnable: false, objections: [{ reason: 'ORDER_NOT_BOOKED' }] }]);
  expect(await cat.refused(ADD, { lines: [back(lines[0]?.id)] })).toMatchObject({ code: 'NOT_RETURNABLE', details: { reason: 'ORDER_NOT_BOOKED' } });
});

test('lines of several orders are found by part or order number: exactly, whatever the case, without wildcards, own ones only; they go into one return [RET-17, RET-20]', async () => {
  const [one, two, theirs] = [await order(bea, [{ sku: 'FRAME-A3', quantity: '1' }]), await order(bea, [{ sku: 'FRAME-A3', quantity: '2' }, { sku: 'FRAME-A4', quantity: '1' }]), await order(gus, [{ sku: 'FRAME-A3', quantity: '1' }])];
  expect((await found(bea, 'PART_NUMBER', ' frame-a3 ')).map((line: { order: { id: string } }) => line.order.id)).toEqual([two.id, one.id]);
  expect(await found(bea, 'PART_NUMBER', 'FRAME-A')).toEqual([]);
  expect(await found(bea, 'ORDER_NUMBER', two.number.toLowerCase())).toMatchObject([{ product: { sku: 'FRAME-A3' }, quantity: '0' }, { product: { sku: 'FRAME-A4' } }]);
  expect(await found(bea, 'ORDER_NUMBER', theirs.number)).toEqual([]);
  for (const text of ['FRAME%', 'FRAME*', 'FRAME-A?']) expect((await bea.refused(SEARCH, { field: 'PART_NUMBER', text })).code).toBe('WILDCARD_NOT_SUPPORTED');
  expect((await bea.refused(SEARCH, { field: 'PART_NUMBER', text: ' ' })).code).toBe('SEARCH_CRITERIA_REQUIRED');

  const pending = await add(bea, back(lineOf(one)), back(lineOf(two), '2'));
  expect(pending.lines.map(({ orderLine }) => orderLine.id)).toEqual([lineOf(one), lineOf(two)]);
});

test('a serial number finds its line once it was shipped, and only for a product that has serial numbers [RET-18, RET-19]', async () => {
  const { id, lines } = await order(bea, [{ sku: 'DRILL-18V', quantity: '2' }, { sku: 'BATT-18V', quantity: '1' }]);
  const [drills, batteries] = [lines[0]?.id ?? '', lines[1]?.id ?? ''];
  expect(await found(bea, 'SERIAL_NUMBER', 'SN-7a')).toEqual([]);
  expect(await choices(bea, id)).toMatchObject([{ serialNumbers: [] }, { serialNumbers: null }]);
  expect((await bea.refused(ADD, { lines: [back(drills, '1', { serialNumbers: ['SN-7a'] })] })).details).toMatchObject({ reason: 'SERIAL_NUMBER_UNKNOWN' });

  await ship(olga, [{ orderLineId: drills, quantity: '2', serialNumbers: ['SN-7a', 'SN-8b'] }]);
  expect(await found(bea, 'SERIAL_NUMBER', 'sn-7A')).toMatchObject([{ orderLine: { id: drills }, serialNumbers: ['SN-7a', 'SN-8b'] }]);
  expect(await found(gus, 'SERIAL_NUMBER', 'SN-7a')).toEqual([]);
  const { lines: returned } = await add(bea, back(drills, '1', { serialNumbers: ['sn-7A'] }));
  expect(returned.find(({ orderLine }) => orderLine.id === drills)).toMatchObject({ serialNumbers: ['SN-7a'] });
  await takeBack(drills, 'SN-7a');
  expect(await found(bea, 'SERIAL_NUMBER', 'SN-7a')).toEqual([]);
  expect(await found(bea, 'SERIAL_NUMBER', 'SN-8b')).toMatchObject([{ serialNumbers: ['SN-8b'], returnableQuantity: '1' }]);
  expect((await bea.refused(ADD, { lines: [back(batteries, '1', { serialNumbers: ['SN-9'] })] })).details).toMatchObject({ reason: 'NOT_SERIAL_CONTROLLED' });
});

test('of a kit only the whole is shown and can be chosen, its parts beside it; they follow its quantity and go with it; too much of it is said in general [RET-22, RET-25, ORD-46]', async () => {
  const { id, number, lines } = await order(gus, [{ sku: 'GIFT-KIT', quantity: '3' }]);
  const kit = lines[0]?.id ?? '';
  const [whole, ...others] = await choices(gus, id);
  expect(others).toEqual([]);
  expect(whole).toMatchObject({ product: { sku: 'GIFT-KIT' }, isReturnable: true, components: [{ sku: 'MUG-RED', quantity: '6' }, { sku: 'CANDLE-VAN', quantity: '3' }] });
  expect(await found(gus, 'PART_NUMBER', 'candle-van')).toMatchObject([{ product: { sku: 'GIFT-KIT' }, orderLine: { id: kit } }]);
  expect(await gus.refused(ADD, { lines: [back(whole.components[0].orderLineId)] })).toMatchObject({ code: 'NOT_RETURNABLE', details: { reason: 'PART_OF_ANOTHER', sku: 'MUG-RED' } });

  const pending = await add(gus, back(kit));
  expect(pending.lines).toMatchObject([{ quantity: '1', components: [{ sku: 'MUG-RED', quantity: '2' }, { sku: 'CANDLE-VAN', quantity: '1' }] }]);
  const { updateReturnLines: more } = await gus.ask(UPDATE, { id: pending.id, lines: [{ lineId: pending.lines[0]?.id, quantity: '3' }] });
  expect(more.lines).toMatchObject([{ quantity: '3', components: [{ sku: 'MUG-RED', quantity: '6' }, { sku: 'CANDLE-VAN', quantity: '3' }] }]);
  const refusal = await gus.refused(UPDATE, { id: pending.id, lines: [{ lineId: pending.lines[0]?.id, quantity: '4' }] });
  expect(refusal).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', details: { orderNumber: number, sku: 'GIFT-KIT' }, message: `More of GIFT-KIT in ${number} would come back than was ordered.` });
  expect(refusal.details).not.toHaveProperty('returnableQuantity');
  expect((await gus.ask(UPDATE, { id: pending.id, lines: [{ lineId: pending.lines[0]?.id, quantity: '0' }] })).updateReturnLines).toBeNull();
});
