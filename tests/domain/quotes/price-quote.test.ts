import { expect, test } from 'vitest';
import { microFrom, unitMoneyOf } from '#kernel/money.ts';
import { priceHash } from '../../../subgraphs/quotes/domain/price-hash.ts';
import { priceLines, totalsOf, type DraftLine, type Offer, type PricedLine } from '../../../subgraphs/quotes/domain/price-quote.ts';

const draft = (more: Partial<DraftLine> = {}): DraftLine => ({ id: 'a', position: 1, sku: 'NAIL', description: null, quantityMicro: 3_000_000n, uom: null, overrideUnitMicro: null, ...more });
const step = (kind: string, delta: string, after: string): Offer['explanation'][number] => ({ kind, source: 'site', delta: { amount: delta, currency: 'EUR' }, unitPriceAfter: { amount: after, currency: 'EUR' }, note: null });
const offer = (more: Partial<Offer> = {}): Offer => ({
  sku: 'NAIL', uom: 'EA', problem: null, name: 'Nail', currency: 'EUR', listPrice: '1.00', unitPrice: '0.9015',
  explanation: [step('LIST', '1.00', '1.00'), step('TIER', '-0.0985', '0.9015')],
  ...more,
});

const stepsAddUp = (line: PricedLine): void => {
  const sum = line.explanation.reduce((total, each) => total + microFrom(each.delta.amount), 0n);
  expect(sum).toBe(line.unitMicro);
  expect(line.explanation.at(-1)?.unitPriceAfter).toEqual(unitMoneyOf(line.unitMicro ?? 0n, 'EUR'));
};

test("an offer prices a line; the total is rounded once, and the steps add up to the unit price", () => {
  const [line] = priceLines([draft()], [offer()], 'EUR') as [PricedLine];
  expect(line).toMatchObject({ uom: 'EA', description: 'Nail', listUnitMicro: 1_000_000n, unitMicro: 901_500n, totalMinor: 270n });
  stepsAddUp(line);
});

test.each(['0.5', '1.2', '0'])("a rep's price of %s is one more step of the waterfall, which still adds up [QUOTE-21]", (price) => {
  const [line] = priceLines([draft({ overrideUnitMicro: microFrom(price) })], [offer()], 'EUR') as [PricedLine];
  expect(line.unitMicro).toBe(microFrom(price));
  expect(line.explanation.at(-1)?.kind).toBe('OVERRIDE');
  stepsAddUp(line);
});

test('a custom item has no price until the rep gives it one, and counts nothing until then [QUOTE-47]', () => {
  const custom = draft({ id: 'c', sku: null, description: 'Engraving' });
  const lines = priceLines([custom, draft()], [offer()], 'EUR');
  expect(lines[0]).toMatchObject({ uom: 'EA', unitMicro: null, totalMinor: null, explanation: [] });
  expect(totalsOf(lines)).toEqual({ subtotalMinor: 270n, taxTotalMinor: 0n, totalMinor: 270n, unpricedLines: 1 });
  const [priced] = priceLines([{ ...custom, overrideUnitMicro: 2_000_000n }], [], 'EUR') as [PricedLine];
  expect(priced.totalMinor).toBe(600n);
  stepsAddUp(priced);
});

test.each(['UNKNOWN_SKU', 'UNKNOWN_UOM', 'QUANTITY_INDIVISIBLE', 'PRICE_NOT_FOUND'] as const)('what the catalog cannot price is refused with its word: %s', (problem) => {
  const refused = (): unknown => priceLines([draft()], [offer({ problem, unitPrice: null, listPrice: null, currency: null })], 'EUR');
  expect(refused).toThrow(expect.objectContaining({ code: problem }));
});

const mixed = (): unknown => priceLines([draft()], [offer({ currency: 'USD' })], 'EUR');

test('a price in another currency does not enter the document', () => {
  expect(mixed).toThrow(expect.objectContaining({ code: 'AMOUNT_CURRENCY_MISMATCH' }));
});

test('the price hash changes with every fact of the offer, and with nothing else', () => {
  const end = new Date('2026-02-01T00:00:00Z');
  const line = { id: 'a', sku: 'NAIL', quantityMicro: 1n, uom: 'EA', unitMicro: 5n, totalMinor: 5n };
  const hash = priceHash('EUR', end, [line]);
  expect(priceHash('EUR', new Date(end), [{ ...line, description: 'other words' } as never])).toBe(hash);
  const others = [
    priceHash('USD', end, [line]),
    priceHash('EUR', null, [line]),
    priceHash('EUR', new Date('2026-02-02T00:00:00Z'), [line]),
    ...[{ id: 'b' }, { sku: 'BOLT' }, { quantityMicro: 2n }, { uom: 'BOX' }, { unitMicro: 6n }, { totalMinor: 6n }].map((change) => priceHash('EUR', end, [{ ...line, ...change }])),
  ];
  expect(new Set([hash, ...others]).size).toBe(others.length + 1);
});
