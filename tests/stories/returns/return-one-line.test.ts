import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { fillCart, newKey, orderCart, type PlacedOrder } from '../orders/shopping.ts';
import { promote, taxBritain } from '../quotes/terms.ts';
import type { Session } from '../../support/session.ts';

const SHOWN = 'id number status version refundTotal { amount } lines { quantity reason refund { amount } orderLine { id returnableQuantity product { sku } } } availableActions { name allowed }';
const ADD = `mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { ${SHOWN} } }`;
const SUBMIT = `mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { ${SHOWN} } }`;
const APPROVE = 'mutation ($id: ID!) { approveReturn(returnId: $id, returnLocation: "Dock 4") { status returnLocation version } }';
const REJECT = 'mutation ($id: ID!, $reason: String!) { rejectReturn(returnId: $id, reason: $reason) { status reason } }';
const CHANGES = 'subscription ($id: ID!) { returnChanged(returnId: $id) { kind cause fromVersion version return { status } } }';

const orderMugs = async (person: Session): Promise<PlacedOrder> => orderCart(person, await fillCart(person, [{ sku: 'MUG-RED', quantity: '3' }]));
const count = async (person: Session): Promise<number> => (await person.ask('{ returns { nodes { number } } }')).returns.nodes.length;
const oneOf = (order: PlacedOrder, quantity = '1') => ({ lines: [{ orderLineId: order.lines[0]?.id, quantity, reason: 'DAMAGED' }] });

test('a buyer returns one of three, and the seller agrees and says where to send it [RET-02, RET-08, RET-24, RET-38]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const order = await orderMugs(bea);

  const { addReturnLines: pending } = await bea.ask(ADD, oneOf(order));
  expect(pending).toMatchObject({ number: null, status: 'PENDING', version: 1, lines: [{ quantity: '1', reason: 'DAMAGED', orderLine: { product: { sku: 'MUG-RED' } } }] });
  expect((await bea.ask('{ pendingReturn { id } }')).pendingReturn.id).toBe(pending.id);

  const watch = await bea.watch(CHANGES, { id: pending.id });
  expect((await watch.next()).returnChanged).toMatchObject({ kind: 'SNAPSHOT', version: 1 });

  const { submitReturn } = await bea.ask(SUBMIT, { id: pending.id, key: newKey() });
  expect(submitReturn).toMatchObject({ status: 'PENDING_APPROVAL', version: 2, lines: [{ orderLine: { returnableQuantity: '2' } }] });
  expect(submitReturn.number).toMatch(/^R-\d{4}-000001$/);
  expect((await watch.next()).returnChanged).toMatchObject({ cause: 'RETURN_SUBMITTED', fromVersion: 1, version: 2 });

  expect((await sam.ask(APPROVE, { id: pending.id })).approveReturn).toEqual({ status: 'APPROVED', returnLocation: 'Dock 4', version: 3 });
  expect((await watch.next()).returnChanged).toMatchObject({ fromVersion: 2 });
  await world.settle();
  const shown = (await bea.ask('query ($id: ID!) { order(id: $id) { version returns { id number status } } pendingReturn { id } }', { id: order.id }));
  expect(shown).toEqual({ order: { version: 2, returns: [{ id: pending.id, number: submitReturn.number, status: 'BOOKED' }] }, pendingReturn: null });
});

test('a rejected return gives its quantity back [RET-38]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const order = await orderMugs(bea);
  const { addReturnLines } = await bea.ask(ADD, oneOf(order, '3'));
  await bea.ask(SUBMIT, { id: addReturnLines.id, key: newKey() });
  expect((await bea.refused(ADD, oneOf(order))).code).toBe('RETURN_QUANTITY_EXCEEDED');
  expect((await olga.refused(REJECT, { id: addReturnLines.id, reason: ' ' })).code).toBe('BAD_USER_INPUT');
  expect((await olga.ask(REJECT, { id: addReturnLines.id, reason: 'Used' })).rejectReturn).toEqual({ status: 'REJECTED', reason: 'Used' });
  await world.settle();
  expect((await bea.ask(ADD, oneOf(order, '3'))).addReturnLines.refundTotal.amount).toBe(order.lines[0]?.total.amount);
});

test('adding the same line again sums it and keeps the first reason; too much is refused with what is left [RET-09, RET-25]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const order = await orderMugs(bea);
  const orderLineId = order.lines[0]?.id;
  await bea.ask(ADD, oneOf(order));
  const { addReturnLines } = await bea.ask(ADD, { lines: [{ orderLineId, quantity: '1', reason: 'WRONG' }] });
  expect(addReturnLines.lines).toMatchObject([{ quantity: '2', reason: 'DAMAGED' }]);
  const refusal = await bea.refused(ADD, oneOf(order, '2'));
  expect(refusal).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', details: { orderLineId, orderNumber: order.number, sku: 'MUG-RED', returnableQuantity: '3' } });
});

test('lines of several orders go into one return [RET-07, RET-20]', async () => {
  await using world = await startWorld();
  const cat = await world.as('cat');
  const orders = [await orderMugs(cat), await orderMugs(cat)];
  for (const order of orders) await cat.ask(ADD, oneOf(order));
  const { pendingReturn } = await cat.ask('{ pendingReturn { id lines { orderLine { id } } } }');
  expect(pendingReturn.lines).toHaveLength(2);
  await cat.ask(SUBMIT, { id: pendingReturn.id, key: newKey() });
  for (const { id } of orders) expect((await cat.ask('query ($id: ID!) { order(id: $id) { returns { id } } }', { id })).order.returns).toEqual([{ id: pendingReturn.id }]);
});

test('a product that cannot be sent back is refused with the reason [RET-15]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const order = await orderCart(bea, await fillCart(bea, [{ sku: 'HAMPER-XL', quantity: '1' }]));
  expect(await bea.refused(ADD, oneOf(order))).toMatchObject({ code: 'NOT_RETURNABLE', details: { reason: 'PRODUCT_NOT_RETURNABLE', sku: 'HAMPER-XL' } });
});

test('who may not return, approve or know of a return [RET-03, RET-11, RET-13]', async () => {
  await using world = await startWorld();
  const [bea, ben, gus, sam, ann] = [await world.as('bea'), await world.as('ben'), await world.as('gus'), await world.as('sam'), await world.as('ann')];
  const order = await orderMugs(bea);
  expect((await ben.refused(ADD, oneOf(order))).code).toBe('FORBIDDEN');
  expect((await gus.refused(ADD, oneOf(order))).code).toBe('NOT_FOUND');
  const { id } = (await bea.ask(ADD, oneOf(order))).addReturnLines;
  expect((await sam.refused(APPROVE, { id })).code).toBe('NOT_FOUND');
  expect((await ann.refused(SUBMIT, { id, key: newKey() })).code).toBe('NOT_FOUND');
  await bea.ask(SUBMIT, { id, key: newKey() });
  expect((await bea.refused(APPROVE, { id })).code).toBe('FORBIDDEN');
  expect((await gus.refused(APPROVE, { id })).code).toBe('NOT_FOUND');
});

test('the seller lists every submitted return, a buyer their own and, with VIEW_RETURN_ORDER, the account’s [RET-04, RET-40]', async () => {
  await using world = await startWorld();
  const [bea, gus, sam, ann] = [await world.as('bea'), await world.as('gus'), await world.as('sam'), await world.as('ann')];
  for (const person of [bea, gus]) {
    const { id } = (await person.ask(ADD, oneOf(await orderMugs(person)))).addReturnLines;
    await person.ask(SUBMIT, { id, key: newKey() });
    await person.ask(ADD, oneOf(await orderMugs(person)));
  }
  expect([await count(bea), await count(ann), await count(gus), await count(sam)]).toEqual([1, 1, 1, 2]);
});

test('a refund is what was paid: less the discount, with the tax; the last part brings the last cent [I13]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await taxBritain(olga);
  await promote(olga, { id: 'one', name: 'One off', level: 'CART', kind: 'AMOUNT', amountOff: '1.00', currency: 'GBP' });
  const order = await orderMugs(bea);
  expect(order.total.amount).toBe('23.82'); // (20.85 - 1.00) and a fifth
  const refunds: number[] = [];
  for (const key of ['a', 'b', 'c']) {
    const { addReturnLines } = await bea.ask(ADD, oneOf(order));
    const { submitReturn } = await bea.ask(SUBMIT, { id: addReturnLines.id, key });
    expect(submitReturn.refundTotal).toEqual(addReturnLines.refundTotal);
    refunds.push(Math.round(Number(submitReturn.refundTotal.amount) * 100));
  }
  expect(refunds.reduce((a, b) => a + b)).toBe(2382);
});

test('submitted returns are found by number, status, day, order and item [ORD-19]', async () => {
  await using world = await startWorld();
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const [one, other] = [await orderMugs(bea), await orderMugs(bea)];
  const numbers: string[] = [];
  for (const order of [one, other]) {
    const { addReturnLines } = await bea.ask(ADD, oneOf(order));
    numbers.push((await bea.ask(SUBMIT, { id: addReturnLines.id, key: newKey() })).submitReturn.number);
  }
  const FIND = 'query ($search: ReturnSearch) { returns(search: $search) { nodes { number } } }';
  const find = async (search: object): Promise<string[]> => (await bea.ask(FIND, { search })).returns.nodes.map((each: { number: string }) => each.number);
  expect(await find({ number: numbers[0]?.toLowerCase() })).toEqual([numbers[0]]);
  expect(await find({ orderId: other.id, sku: 'MUG-RED' })).toEqual([numbers[1]]);
  expect(await find({ status: ['APPROVED'] })).toEqual([]);
  expect(await find({ status: ['PENDING_APPROVAL'], submittedFrom: '2020-01-01T00:00:00Z' })).toEqual(numbers.toReversed());
  expect(await find({ submittedTo: '2020-01-01T00:00:00Z' })).toEqual([]);
  expect(await find({ sku: 'BAG-JUTE' })).toEqual([]);
  expect((await cat.refused(FIND, { search: { sku: 'MUG-RED' } })).code).toBe('FORBIDDEN');
  expect((await cat.ask(FIND, { search: { number: numbers[0] } })).returns.nodes).toEqual([]);
});
