import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { order } from '../fulfilment/fulfilment.ts';
import { newKey, type PlacedOrder } from '../orders/shopping.ts';
import { ADD, add, back, CANCEL, lineOf, PARTIES, PENDING, READ, RECALCULATE, submit, SUBMIT, UPDATE } from './returning.ts';

const BEA = '01900000-0000-7000-8000-0000000000b1';
const HOME = '01900000-0000-7000-8000-0000000000c1';

let world: World;
let bea: Session;
let ann: Session;
beforeAll(async () => {
  world = await startWorld();
  [bea, ann] = [await world.as('bea'), await world.as('ann')];
});
afterAll(() => world[Symbol.asyncDispose]());

const mugs = (person: Session, quantity = '3'): Promise<PlacedOrder> => order(person, [{ sku: 'MUG-RED', quantity }]);

test('on review quantity, reason and pieces of each line are changed, lines taken out, and every refund reckoned anew [RET-23]', async () => {
  const [one, two] = [await mugs(bea), await order(bea, [{ sku: 'TEAPOT-1L', quantity: '2' }])];
  const pending = await add(bea, back(lineOf(one)), back(lineOf(two), '2'));
  expect(pending).toMatchObject({ status: 'PENDING', number: null, pendingAs: 'WORKING', refundTotal: { amount: '55.95' }, problems: [] });

  const { updateReturnLines: changed } = await bea.ask(UPDATE, { id: pending.id, version: 1, lines: [{ lineId: pending.lines[0]?.id, quantity: '3', reason: 'WRONG_ITEM' }, { lineId: pending.lines[1]?.id, quantity: '1' }] });
  expect(changed).toMatchObject({ version: 2, refundTotal: { amount: '45.35' }, lines: [{ quantity: '3', reason: 'WRONG_ITEM', refund: { amount: '20.85' } }, { quantity: '1', reason: 'DAMAGED', refund: { amount: '24.50' } }] });
  expect((await bea.ask(RECALCULATE, { id: pending.id })).recalculateReturn).toMatchObject({ version: 3, refundTotal: { amount: '45.35' } });
  const { updateReturnLines: less } = await bea.ask(UPDATE, { id: pending.id, lines: [{ lineId: pending.lines[0]?.id, quantity: '0' }] });
  expect(less).toMatchObject({ version: 4, refundTotal: { amount: '24.50' }, lines: [{ quantity: '1' }] });
  expect((await bea.refused(UPDATE, { id: pending.id, lines: [{ lineId: pending.lines[1]?.id, reason: ' ' }] })).code).toBe('BAD_USER_INPUT');
  expect((await bea.refused(UPDATE, { id: pending.id, lines: [{ lineId: pending.lines[0]?.id, quantity: '1' }] })).code).toBe('NOT_FOUND');
  await bea.ask(CANCEL, { id: pending.id });
});

test('the last line taken out deletes the return, and so does giving it up; nobody finds it again [RET-10]', async () => {
  const purchase = await mugs(bea);
  const first = await add(bea, back(lineOf(purchase)));
  const watch = await bea.watch('subscription ($id: ID!) { returnChanged(returnId: $id) { cause } }', { id: first.id });
  expect((await watch.next()).returnChanged.cause).toBe('SNAPSHOT');
  expect((await bea.ask(UPDATE, { id: first.id, lines: [{ lineId: first.lines[0]?.id, quantity: '0' }] })).updateReturnLines).toBeNull();
  await expect(watch.next()).rejects.toThrow(/no longer see this return/);
  expect((await bea.ask(PENDING)).pendingReturn).toBeNull();
  expect((await bea.refused(READ, { id: first.id })).code).toBe('NOT_FOUND');

  const second = await add(bea, back(lineOf(purchase)));
  expect(second.id).not.toBe(first.id);
  expect((await bea.ask(CANCEL, { id: second.id, version: 1 })).cancelReturn).toBeNull();
  expect((await bea.refused(CANCEL, { id: second.id })).code).toBe('NOT_FOUND');
  expect((await bea.ask('{ returns { nodes { id } } }')).returns.nodes).toEqual([]);
});

test('whoever saves on top of what changed or was submitted elsewhere is told to refresh, and by whom [RET-12]', async () => {
  const purchase = await mugs(bea);
  const { id, lines } = await add(bea, back(lineOf(purchase)));
  await add(bea, back(lineOf(purchase)));
  const line = [{ lineId: lines[0]?.id, quantity: '1' }];
  for (const [document, variables] of [[UPDATE, { id, lines: line, version: 1 }], [ADD, { lines: [back(lineOf(purchase))], version: 1 }], [RECALCULATE, { id, version: 1 }], [CANCEL, { id, version: 1 }], [SUBMIT, { id, key: newKey(), version: 1 }]] as const) {
    expect(await bea.refused(document, variables), document).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 2, changedBy: BEA } });
  }
  expect((await bea.refused(PARTIES, { input: { returnId: id, shipToAddressId: HOME, expectedVersion: 1 } })).code).toBe('STALE_VERSION');
  await submit(bea, id);
  expect(await bea.refused(UPDATE, { id, lines: line })).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 3, status: 'PENDING_APPROVAL' } });
  expect(await bea.refused(SUBMIT, { id, key: newKey() })).toMatchObject({ code: 'STALE_VERSION' });
});

test('only who began a return changes, submits or gives it up; colleagues who see it hear that there is none [RET-13, RET-11]', async () => {
  const { id, lines } = await add(bea, back(lineOf(await mugs(bea))));
  const attempts = [[UPDATE, { id, lines: [{ lineId: lines[0]?.id, quantity: '1' }] }], [PARTIES, { input: { returnId: id, shipToAddressId: HOME } }], [RECALCULATE, { id }], [CANCEL, { id }], [SUBMIT, { id, key: newKey() }]] as const;
  for (const [document, variables] of attempts) expect((await ann.refused(document, variables)).code, document).toBe('NOT_FOUND');
  expect((await ann.refused(READ, { id })).code).toBe('NOT_FOUND');
  await submit(bea, id);
  expect((await ann.ask(READ, { id })).return.status).toBe('PENDING_APPROVAL');
  for (const [document, variables] of attempts) expect((await ann.refused(document, variables)).code, document).toBe('NOT_FOUND');
});

