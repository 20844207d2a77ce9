import { expect, test } from 'vitest';
import type { Env } from '#kernel/settings.ts';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { order } from '../fulfilment/fulfilment.ts';
import { ADD, add, APPROVE, back, CHOOSE, lineOf, READ, SEARCH, submit, SUBMIT } from './returning.ts';

const TYPE = { name: 'RMA', category: 'RETURN', lineType: 'RETURN_FOR_CREDIT', workflow: 'RETURN_WITH_RECEIPT' };
const types = (...all: object[]): Env => ({ CARTWRIGHT_RETURNS_TRANSACTION_TYPES: JSON.stringify(all) });
const mugs = async (person: Session): Promise<string> => lineOf(await order(person, [{ sku: 'MUG-RED', quantity: '3' }]));
const SETTINGS = '{ returnSettings { enabled approval reasons otherReasons searchFields } }';

test('without Use Returns nothing is sent back: every way is refused, and the tracker has no such page [RET-01, RET-05]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_RETURNS_ENABLED: 'false' } });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id, lines } = await order(bea, [{ sku: 'MUG-RED', quantity: '3' }]);
  const off = [[ADD, { lines: [back(lines[0]?.id)] }], [CHOOSE, { order: id }], [SEARCH, { field: 'PART_NUMBER', text: 'MUG-RED' }], [SUBMIT, { id, key: 'k' }], ['{ returns { nodes { id } } }', {}]] as const;
  for (const [document, variables] of off) expect((await bea.refused(document, variables)).code, document).toBe('OPERATION_DISABLED');
  expect((await sam.refused(APPROVE, { id })).code).toBe('OPERATION_DISABLED');
  expect((await bea.ask(SETTINGS)).returnSettings.enabled).toBe(false);
  expect((await bea.ask('{ orderTracker { pages } }')).orderTracker.pages).not.toContain('RETURNS');
  expect((await bea.ask('query ($id: ID!) { order(id: $id) { returns { id } } }', { id })).order.returns).toEqual([]);
});

test('what nobody has set up is a clear error, all of it at once, and a transaction type that is mixed will not do [RET-32, RET-33]', async () => {
  await using world = await startWorld({ env: { ...types({ name: 'RMA', category: 'MIXED' }), CARTWRIGHT_RETURNS_DEFAULT_SALES_REP_ID: undefined } });
  const bea = await world.as('bea');
  expect(await bea.refused(ADD, { lines: [back(await mugs(bea))] })).toMatchObject({
    code: 'RETURN_SETUP_MISSING',
    message: expect.stringContaining('Line type Id Is missing'),
    details: { allMissing: ['RETURN_CATEGORY', 'LINE_TYPE', 'WORKFLOW', 'DEFAULT_SALES_REP'], category: 'MIXED' },
  });
  expect((await bea.ask('{ pendingReturn { id } }')).pendingReturn).toBeNull();
});

test('a transaction type has numbers of its own and a price list of fees in several currencies, shown before and after submission [RET-31]', async () => {
  const fees = [{ currency: 'EUR', amount: '9.00' }, { currency: 'GBP', amount: '0.50', reasons: ['DAMAGED'] }, { currency: 'GBP', amount: '2.00', per: 'LINE' }];
  await using world = await startWorld({ env: types({ ...TYPE, sequence: 'RMA', fees }) });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const [mug, bowl] = [await mugs(bea), lineOf(await order(bea, [{ sku: 'WASHER-M4', quantity: '10' }]))];
  const pending = await add(bea, back(mug, '2'), back(bowl, '10', { reason: 'WRONG_ITEM' }));
  const priced = { refundTotal: { amount: '14.16' }, feeTotal: { amount: '1.26' }, creditTotal: { amount: '12.90' }, lines: [{ fee: { amount: '1.00' } }, { fee: { amount: '0.26' }, refund: { amount: '0.26' } }] };
  expect(pending).toMatchObject(priced);
  const submitted = await submit(bea, pending.id);
  expect(submitted).toMatchObject({ ...priced, number: expect.stringMatching(/^RMA-\d{4}-000001$/) });
  expect((await sam.ask(READ, { id: pending.id })).return).toMatchObject(priced);
});

test('reasons are a list the seller makes, and so are the fields to search by [RET-21]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_RETURNS_OTHER_REASONS: 'false', CARTWRIGHT_RETURNS_REASONS: 'DAMAGED, TOO_SMALL', CARTWRIGHT_RETURNS_SEARCH_FIELDS: 'ORDER_NUMBER' } });
  const bea = await world.as('bea');
  expect((await bea.ask(SETTINGS)).returnSettings).toEqual({ enabled: true, approval: true, reasons: ['DAMAGED', 'TOO_SMALL'], otherReasons: false, searchFields: ['ORDER_NUMBER'] });
  const { number, lines } = await order(bea, [{ sku: 'MUG-RED', quantity: '3' }]);
  expect(await bea.refused(ADD, { lines: [back(lines[0]?.id, '1', { reason: 'JUST SO' })] })).toMatchObject({ code: 'BAD_USER_INPUT', details: { reasons: ['DAMAGED', 'TOO_SMALL'] } });
  expect((await add(bea, back(lines[0]?.id, '1', { reason: ' TOO_SMALL ' }))).lines).toMatchObject([{ reason: 'TOO_SMALL' }]);
  expect(await bea.refused(SEARCH, { field: 'PART_NUMBER', text: 'MUG-RED' })).toMatchObject({ code: 'OPERATION_DISABLED', details: { searchFields: ['ORDER_NUMBER'] } });
  expect((await bea.ask(SEARCH, { field: 'ORDER_NUMBER', text: number })).searchReturnableLines).toHaveLength(1);
});
