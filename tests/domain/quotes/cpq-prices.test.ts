import { expect, test } from 'vitest';
import { comesTo, withCpqPrices } from '../../../subgraphs/quotes/domain/cpq-prices.ts';
import type { CpqAnswer } from '../../../subgraphs/quotes/domain/cpq-transaction.ts';
import type { DraftLine } from '../../../subgraphs/quotes/domain/price-quote.ts';
import { NO_TERMS } from '../../../subgraphs/quotes/domain/quote-terms.ts';

const line = (id: string, more: Partial<DraftLine> = {}): DraftLine => ({ id, position: 1, sku: 'NAIL', description: null, quantityMicro: 1_000_000n, uom: 'EA', agreementId: null, overrideUnitMicro: null, targetUnitMicro: null, ...more });
const NOTHING: CpqAnswer = { cpqId: null, currency: null, lines: [], discount: null, freight: null, subtotal: null, total: null };
const QUOTE = { currency: 'GBP', lines: [line('a'), line('b', { overrideUnitMicro: 2_000_000n })], terms: { ...NO_TERMS, shippingMethod: 'VAN' } };
const price = (id: string, unitPrice: string, currency = 'GBP'): CpqAnswer['lines'][number] => ({ id, unitPrice, currency });

test('all of what a CPQ says is taken: the lines it names at its price and under its name, its discount and freight; the rest stays', () => {
  const taken = withCpqPrices(QUOTE, { ...NOTHING, lines: [price('a', '1.5')], discount: '3', freight: '0' });
  expect(taken).toEqual({ lines: [line('a', { overrideUnitMicro: 1_500_000n, overrideBy: 'CPQ' }), QUOTE.lines[1]], terms: { ...QUOTE.terms, discount: '3.00', freight: '0.00' } });
});

test('what stands at its prices already is left alone, so that telling and taking come to rest', () => {
  expect(withCpqPrices(QUOTE, NOTHING)).toBeUndefined();
  expect(withCpqPrices(QUOTE, { ...NOTHING, lines: [price('b', '2.000')] })).toBeUndefined();
  expect(withCpqPrices({ ...QUOTE, terms: { ...QUOTE.terms, discount: '3.00', freight: '4.00' } }, { ...NOTHING, discount: '3', freight: '4.0' })).toBeUndefined();
});

test.each<[string, Partial<CpqAnswer>, string]>([
  ['another currency', { currency: 'EUR', discount: '1' }, 'OTHER_CURRENCY'],
  ['a line in another currency', { lines: [price('a', '1'), price('b', '1', 'EUR')] }, 'OTHER_CURRENCY'],
  ['a line that is not there', { lines: [price('a', '1'), price('c', '1')] }, 'UNKNOWN_LINE'],
])('of an answer with %s nothing is taken', (_what, more, fault) => expect(withCpqPrices(QUOTE, { ...NOTHING, ...more })).toBe(fault));

test('a freight is for a way to ship', () => {
  expect(withCpqPrices({ ...QUOTE, terms: NO_TERMS }, { ...NOTHING, freight: '4' })).toBe('FREIGHT_WITHOUT_METHOD');
});

test('sums that are named must be what the prices come to, to the penny', () => {
  const totals = { subtotalMinor: 1_000n, totalMinor: 1_200n };
  const sums = (subtotal: string | null, total: string | null): boolean => comesTo(totals, { subtotal, total }, 'GBP');
  expect([sums(null, null), sums('10', '12.00'), sums('10.00', null), sums('10', '12.01'), sums('9.99', '12')]).toEqual([true, true, true, false, false]);
});
