import { expect, test } from 'vitest';
import type { DraftLine } from '../../../subgraphs/quotes/domain/price-quote.ts';
import { isAlternative, withAlternative } from '../../../subgraphs/quotes/domain/quote-alternatives.ts';

const line: DraftLine = { id: 'l', position: 1, sku: 'MUG-RED', description: 'As agreed', quantityMicro: 10_000_000n, uom: 'EA', agreementId: 'gold', overrideUnitMicro: 5_000_000n, overrideBy: 'CPQ', configuration: null, targetUnitMicro: 4_000_000n };
const blue = { sku: 'MUG-BLUE', quantityMicro: 3_000_000n, uom: 'EA', configuration: null, overrideUnitMicro: null };

test('an alternative takes the place of a line, and what was wished or agreed for the other goes [QUOTE-27]', () => {
  expect(withAlternative(line, blue)).toEqual({ id: 'l', position: 1, ...blue, description: null, overrideBy: null, agreementId: null, targetUnitMicro: null });
});

test('only the very same goods, in the same number and at the same price, are the alternative already [QUOTE-27]', () => {
  const taken = withAlternative(line, blue);
  expect(isAlternative(taken, blue)).toBe(true);
  for (const other of [{ sku: 'MUG-RED' }, { quantityMicro: 1n }, { uom: 'BX' }, { overrideUnitMicro: 1n }, { configuration: [{ optionClass: 'COLOUR', sku: 'X', quantity: '1' }] as never }]) expect(isAlternative({ ...taken, ...other }, blue)).toBe(false);
});
