import { expect, test } from 'vitest';
import { isRefusal } from '#kernel/errors.ts';
import { changeLines, type LineChange, type LineChanger } from '../../../subgraphs/quotes/domain/change-lines.ts';
import type { DraftLine } from '../../../subgraphs/quotes/domain/price-quote.ts';

let made = 0;
const newId = (): string => `new-${++made}`;
const BUYER: LineChanger = { maySetPrices: false, customItemsOnly: false, newId };
const REP: LineChanger = { ...BUYER, maySetPrices: true };

const line = (id: string, more: Partial<DraftLine> = {}): DraftLine => ({ id, position: 1, sku: 'NAIL', description: null, quantityMicro: 2_000_000n, uom: 'EA', agreementId: null, overrideUnitMicro: null, targetUnitMicro: null, ...more });
const custom = line('c', { position: 2, sku: null, description: 'Engraving' });

function codeOf(lines: DraftLine[], changes: LineChange[], by: LineChanger): string | undefined {
  try {
    changeLines(lines, changes, by);
    return undefined;
  } catch (error) {
    return isRefusal(error) ? error.code : String(error);
  }
}

test('lines are added, changed and removed in the order asked', () => {
  const changed = changeLines([line('a'), custom], [{ lineId: 'a', quantity: '5' }, { sku: 'BOLT', quantity: '3' }, { lineId: 'c', remove: true }], BUYER);
  expect(changed.map(({ sku, quantityMicro }) => [sku, quantityMicro])).toEqual([['NAIL', 5_000_000n], ['BOLT', 3_000_000n]]);
});

test('a quantity of zero removes the line', () => {
  expect(changeLines([line('a'), line('b')], [{ lineId: 'b', quantity: '0' }], BUYER)).toHaveLength(1);
});

test("a rep's price is an override and null takes it back; a buyer's is ignored on custom items and refused on products [QUOTE-21, QUOTE-47]", () => {
  const [priced] = changeLines([line('a')], [{ lineId: 'a', unitPrice: '1.25' }], REP);
  expect(priced?.overrideUnitMicro).toBe(1_250_000n);
  expect(changeLines([line('a', { overrideUnitMicro: 1n })], [{ lineId: 'a', unitPrice: null }], REP)[0]?.overrideUnitMicro).toBeNull();
  expect(changeLines([line('a'), custom], [{ lineId: 'c', unitPrice: '1' }], BUYER)[1]?.overrideUnitMicro).toBeNull();
  expect(codeOf([line('a')], [{ lineId: 'a', unitPrice: '1' }], BUYER)).toBe('FORBIDDEN');
  expect(codeOf([line('a')], [{ lineId: 'a', unitPrice: '-1' }], REP)).toBe('BAD_USER_INPUT');
});

test('a custom item can be swapped for a product, which drops its words and its price [QUOTE-21]', () => {
  const swapped = changeLines([line('a'), { ...custom, overrideUnitMicro: 5n }], [{ lineId: 'c', sku: 'BOLT' }], REP)[1];
  expect(swapped).toMatchObject({ id: 'c', sku: 'BOLT', description: null, overrideUnitMicro: null });
});

test('the last product stays while custom items remain, unless the setting says otherwise [QUOTE-48]', () => {
  expect(codeOf([line('a'), custom], [{ lineId: 'a', remove: true }], BUYER)).toBe('BAD_USER_INPUT');
  expect(codeOf([], [{ description: 'Engraving' }], BUYER)).toBe('BAD_USER_INPUT');
  expect(codeOf([line('a'), custom], [{ lineId: 'a', remove: true }], { ...BUYER, customItemsOnly: true })).toBeUndefined();
});

test.each([
  ['no change at all', [], 'BAD_USER_INPUT'],
  ['a line that is not there', [{ lineId: 'x', quantity: '1' }], 'NOT_FOUND'],
  ['a new line without SKU and description', [{ quantity: '1' }], 'BAD_USER_INPUT'],
  ['a negative quantity', [{ lineId: 'a', quantity: '-1' }], 'QUANTITY_INVALID'],
  ['nothing of a new product', [{ sku: 'BOLT', quantity: '0' }], 'QUANTITY_INVALID'],
  ['the last line out', [{ lineId: 'a', remove: true }], 'BAD_USER_INPUT'],
  ['words for a product', [{ lineId: 'a', description: 'x' }], 'BAD_USER_INPUT'],
] as [string, LineChange[], string][])('refused: %s', (_what, changes, code) => {
  expect(codeOf([line('a')], changes, BUYER)).toBe(code);
});
