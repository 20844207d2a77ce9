import { describe, expect, test } from 'vitest';
import { applyActions, readActions } from '../../../subgraphs/carts/domain/apply-actions.ts';
import type { CartAction, Editing } from '../../../subgraphs/carts/domain/cart-actions.ts';
import type { CartDraft } from '../../../subgraphs/carts/domain/cart-draft.ts';
import { isDay, missingFields, setFields, type FieldDefinition } from '../../../subgraphs/carts/domain/extra-fields.ts';

let ids = 0;
const editing: Editing = {
  viewer: { id: 'bea', kind: 'BUYER', accountId: 'acme', permissions: [] },
  newId: () => `line ${++ids}`,
  allowed: { lineShipping: true, agreements: true, lineAgreements: true, promotionCodes: true, endCustomer: true },
  extraFields: [],
  payment: { types: ['INVOICE'], methods: new Map() },
  known: { customers: new Set(), contacts: new Map(), addresses: new Map([['leeds', { country: 'GB', customerId: null, contactId: null }]]) },
};
const EMPTY: CartDraft = { settings: { promotionCodes: [] }, lines: [] };
const run = (draft: CartDraft, ...actions: CartAction[]) => applyActions(draft, readActions(actions), editing, true);

describe('actions', () => {
  test('leave lines they do not change the very same, and say who changed the others', () => {
    const { draft } = run(EMPTY, { addLines: [{ sku: 'A', quantity: '1' }, { sku: 'B', quantity: '2' }] });
    const [a, b] = draft.lines;
    const next = run(draft, { setNote: { note: 'x' } }, { updateLines: [{ lineId: b?.id ?? '', quantity: '3' }] }, { addLines: [{ sku: 'C', quantity: '1' }] });
    expect(next.draft.lines[0]).toBe(a);
    expect([...next.changedBy]).toEqual([[b?.id, 1], [next.draft.lines[2]?.id, 2]]);
    expect(draft.lines).toEqual([a, b]);
  });

  test('are exactly one thing each', () => {
    for (const action of [{}, { addLines: null }, { setNote: {}, removeLines: ['x'] }, { toString: 'x' }]) {
      expect(() => readActions([{ setNote: {} }, action as CartAction])).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', details: { action: 1 } }));
    }
  });

  test('split a line without losing or making anything, in place', () => {
    const { draft } = run(EMPTY, { addLines: [{ sku: 'A', quantity: '10' }, { sku: 'B', quantity: '1' }] });
    const split = run(draft, { splitLine: { lineId: draft.lines[0]?.id ?? '', quantities: ['3.3', '3.3', '3.4'] } }).draft.lines;
    expect(split.map(({ sku, quantityMicro }) => [sku, quantityMicro])).toEqual([['A', 3_300_000n], ['A', 3_300_000n], ['A', 3_400_000n], ['B', 1_000_000n]]);
    expect(split.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });
});

describe('additional information', () => {
  const field = (type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({ name: 'f', level: 'cart', type, label: 'F', required: false, ...more });

  test.each([
    ['text', 'a b', 'a b'],
    ['integer', '+007', '7'],
    ['integer', '-12', '-12'],
    ['decimal', '2.50', '2.5'],
    ['date', '2028-02-29', '2028-02-29'],
    ['boolean', 'true', 'true'],
  ] as const)('of type %s takes %s as %s [CART-73]', (type, given, kept) => {
    expect(setFields([], [{ name: 'f', value: given }], [field(type)], 'cart')).toEqual([{ name: 'f', value: kept }]);
  });

  test.each([
    ['text', 'x'.repeat(241)],
    ['integer', '1.0'],
    ['integer', '9'.repeat(19)],
    ['decimal', '1.1234567'],
    ['decimal', '1e3'],
    ['date', '2027-02-29'],
    ['date', '03/05/2027'],
    ['boolean', 'yes'],
    ['choice', 'green'],
  ] as const)('of type %s refuses %s [CART-73]', (type, given) => {
    const definition = field(type, type === 'choice' ? { choices: ['red'] } : {});
    expect(() => setFields([], [{ name: 'f', value: given }], [definition], 'cart')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  test('keeps the order it is declared in, forgets what is declared no more, and knows what is missing', () => {
    const definitions = [field('text', { name: 'a', required: true }), field('text', { name: 'b' }), field('text', { name: 'c', level: 'line', required: true })];
    const values = setFields([{ name: 'b', value: '1' }, { name: 'old', value: '2' }], [{ name: 'a', value: '3' }], definitions, 'cart');
    expect(values).toEqual([{ name: 'a', value: '3' }, { name: 'b', value: '1' }]);
    expect(missingFields(definitions, 'cart', setFields(values, [{ name: 'a', value: ' ' }], definitions, 'cart')).map(({ name }) => name)).toEqual(['a']);
    expect(() => setFields([], [{ name: 'c', value: 'x' }], definitions, 'cart')).toThrow('There is no field c here.');
    expect(isDay('2026-13-01')).toBe(false);
  });
});
