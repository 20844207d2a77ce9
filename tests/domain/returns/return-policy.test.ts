import { describe, expect, test } from 'vitest';
import type { OrderedLine } from '../../../subgraphs/returns/domain/ordered-line.ts';
import { leftOf, objectionsTo, prohibitionOf, type PolicyReason, type ReturnPolicy } from '../../../subgraphs/returns/domain/return-policy.ts';
import { problemsOfBilling, problemsOfLines, problemsOfParties, refusalOf } from '../../../subgraphs/returns/domain/return-problems.ts';

const NOW = new Date('2026-06-30T12:00:00Z');
const LINE: OrderedLine = {
  id: 'l', orderId: 'o', orderNumber: 'O-1', orderStatus: 'BOOKED', lineStatus: 'SHIPPED', isHeld: false, placedAt: new Date('2026-06-01T12:00:00Z'), shippedAt: null,
  sku: 'MUG', description: 'Mug', accountId: 'a', billToAccountId: 'a', currency: 'GBP', uom: 'EA',
  quantity: '3', shippedQuantity: '0', returnedQuantity: '0', returnableQuantity: '3',
  listPrice: null, paid: '10.00', discount: '0.00', tax: '0.00', billed: '10.00', refunded: '0.00',
  returnable: true, serialControlled: false, serialNumbers: [], parentLineId: null, components: [], shipTo: null, billTo: null,
};
const NONE: ReturnPolicy = { policy: false, finalSaleSkus: [], constrainedStatuses: [], shippedOnly: false };
const STRICT: ReturnPolicy = { policy: true, returnDays: 14, finalSaleSkus: ['SOAP'], constrainedStatuses: ['BACKORDERED'], shippedOnly: false };
const reasons = (line: Partial<OrderedLine>, policy: ReturnPolicy): PolicyReason[] => objectionsTo({ ...LINE, ...line }, policy, NOW).map(({ reason }) => reason);
const shipped = (at: string): Partial<OrderedLine> => ({ shippedAt: new Date(at), shippedQuantity: '3' });

describe.each<[string, Partial<OrderedLine>, PolicyReason[], PolicyReason[]]>([
  ['nothing wrong with it', shipped('2026-06-29T00:00:00Z'), [], []],
  ['a closed order', { orderStatus: 'CLOSED', ...shipped('2026-06-29T00:00:00Z') }, [], []],
  ['an order that is only entered', { orderStatus: 'ENTERED', returnableQuantity: '0', ...shipped('2026-06-29T00:00:00Z') }, ['ORDER_NOT_BOOKED'], ['ORDER_NOT_BOOKED']],
  ['a canceled order', { orderStatus: 'CANCELED', returnableQuantity: '0', ...shipped('2026-06-29T00:00:00Z') }, ['ORDER_NOT_BOOKED'], ['ORDER_NOT_BOOKED']],
  ['a product that never comes back', { returnable: false, returnableQuantity: '0', ...shipped('2026-06-29T00:00:00Z') }, ['PRODUCT_NOT_RETURNABLE'], ['PRODUCT_NOT_RETURNABLE']],
  ['a part of a kit', { parentLineId: 'kit', returnable: false, returnableQuantity: '0' }, ['PART_OF_ANOTHER'], ['PART_OF_ANOTHER']],
  ['a final sale', { sku: 'SOAP', ...shipped('2026-06-29T00:00:00Z') }, [], ['FINAL_SALE']],
  ['shipped a fortnight ago, to the second', shipped('2026-06-16T12:00:00Z'), [], ['WINDOW_OVER']],
  ['shipped a second later', shipped('2026-06-16T12:00:01Z'), [], []],
  ['never shipped and ordered long ago', {}, [], ['WINDOW_OVER']],
  ['at a step in which nothing comes back', { lineStatus: 'BACKORDERED', ...shipped('2026-06-29T00:00:00Z') }, [], ['ORDER_MANAGEMENT']],
  ['held', { isHeld: true, ...shipped('2026-06-29T00:00:00Z') }, [], ['ORDER_MANAGEMENT']],
  ['all of it back', { returnedQuantity: '3', returnableQuantity: '0', ...shipped('2026-06-29T00:00:00Z') }, ['ALREADY_RETURNED'], ['ALREADY_RETURNED']],
  ['no more of it shipped', { returnedQuantity: '1', returnableQuantity: '0', shippedQuantity: '1', shippedAt: NOW }, ['NOT_SHIPPED'], ['NOT_SHIPPED']],
  ['wrong in every way', { sku: 'SOAP', orderStatus: 'ENTERED', returnable: false, isHeld: true, returnableQuantity: '0' }, ['ORDER_NOT_BOOKED', 'PRODUCT_NOT_RETURNABLE'], ['ORDER_NOT_BOOKED', 'PRODUCT_NOT_RETURNABLE', 'FINAL_SALE', 'WINDOW_OVER', 'ORDER_MANAGEMENT']],
])('%s', (_what, line, without, within) => {
  test('without a return policy [RET-15]', () => expect(reasons(line, NONE)).toEqual(without));
  test('with one [RET-15]', () => expect(reasons(line, STRICT)).toEqual(within));
});

test('where only what was shipped comes back, as much is left as left and has not come back', () => {
  const only = { ...NONE, shippedOnly: true };
  expect(leftOf({ ...LINE, shippedQuantity: '2', returnedQuantity: '1' }, only)).toBe('1');
  expect(leftOf({ ...LINE, shippedQuantity: '1', returnedQuantity: '2' }, only)).toBe('0');
  expect(leftOf({ ...LINE, shippedQuantity: '3', returnableQuantity: '1' }, only)).toBe('1');
  expect(reasons({}, only)).toEqual(['NOT_SHIPPED']);
  expect(prohibitionOf(LINE, only, NOW)).toBeUndefined();
});

const wanted = (id: string, quantityMicro: bigint, sku = 'MUG') => ({ orderLineId: id, orderNumber: 'O-1', sku, quantityMicro });
const ordered = (...lines: Partial<OrderedLine>[]) => new Map(lines.map((line) => ({ ...LINE, ...line })).map((line) => [line.id, line]));

test('every failing line is told with what remains, a kit without, and what is fine is not [RET-16, RET-25]', () => {
  const facts = ordered({ id: 'a' }, { id: 'b', returnableQuantity: '0', returnedQuantity: '3' }, { id: 'c', components: [{ orderLineId: 'n', parentLineId: 'c', sku: 'NUT', quantity: '6' }] }, { id: 'd', returnable: false });
  const problems = problemsOfLines([wanted('a', 3_000_000n), wanted('b', 1n), wanted('c', 3_000_001n), wanted('d', 1n)], facts, NONE, NOW);
  expect(problems.map(({ code, orderLineId, reason, returnableQuantity }) => [code, orderLineId, reason, returnableQuantity])).toEqual([
    ['RETURN_QUANTITY_EXCEEDED', 'b', null, '0'],
    ['RETURN_QUANTITY_EXCEEDED', 'c', null, null],
    ['NOT_RETURNABLE', 'd', 'PRODUCT_NOT_RETURNABLE', null],
  ]);
  expect(refusalOf([], { detailed: true })).toBeUndefined();
  expect(refusalOf(problems, { detailed: true })).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', message: problems[0]?.message, details: { orderLineId: 'b', returnableQuantity: '0', lines: problems } });
  expect(refusalOf(problems, { detailed: false })?.message).not.toBe(problems[0]?.message);
});

test('what was billed to another customer does not go into the same return [RET-29]', () => {
  const facts = ordered({ id: 'a' }, { id: 'b', billToAccountId: 'other' });
  expect(problemsOfBilling('a', [wanted('a', 1n), wanted('b', 1n)], facts)).toMatchObject([{ code: 'RETURN_BILL_TO_INVALID', reason: 'CUSTOMER', orderLineId: 'b' }]);
});

test('billed and sent, addresses and contacts, the whole and the lines are judged apart; contacts of businesses only [RET-26]', () => {
  const at = (id: string) => ({ id, recipient: '', line1: '', line2: null, postalCode: '', city: '', country: 'GB' });
  const who = (id: string) => ({ id, name: '', email: null, phone: null });
  const known = { addressIds: new Set(['here']), contactIds: new Set(['bea']), isBusiness: true };
  const root = { billToAccountId: 'a', shipTo: at('here'), billTo: at('here'), shipToContact: who('bea'), billToContact: who('bea') };
  const codes = (...args: Parameters<typeof problemsOfParties>): string[] => problemsOfParties(...args).map(({ code, reason, orderLineId }) => `${code.slice(7, 11)} ${reason} ${orderLineId ?? '-'}`);
  expect(codes(root, [{ ...wanted('l', 1n), shipTo: at('here'), billTo: null }], known)).toEqual([]);
  expect(codes({ ...root, billTo: at('gone') }, [], known)).toEqual(['BILL ADDRESS -']);
  expect(codes({ ...root, billToContact: null }, [], known)).toEqual(['BILL CONTACT -']);
  expect(codes({ ...root, shipTo: null, shipToContact: who('gone') }, [], known)).toEqual(['SHIP ADDRESS -', 'SHIP CONTACT -']);
  expect(codes({ ...root, shipToContact: null, billToContact: null }, [], { ...known, isBusiness: false })).toEqual([]);
  expect(codes(root, [{ ...wanted('l', 1n), shipTo: at('gone'), billTo: at('gone') }], known)).toEqual(['BILL ADDRESS l', 'SHIP ADDRESS l']);
});
