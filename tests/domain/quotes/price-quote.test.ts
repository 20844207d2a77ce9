import { expect, test } from 'vitest';
import { microFrom } from '#kernel/money.ts';
import { priceHash } from '../../../subgraphs/quotes/domain/price-hash.ts';
import { priceQuote, type DraftLine } from '../../../subgraphs/quotes/domain/price-quote.ts';
import type { AnsweredLine, ExplanationStep, PricedAnswer } from '../../../subgraphs/quotes/domain/priced-answer.ts';
import { changeTerms, NO_TERMS, refuseVainTerms } from '../../../subgraphs/quotes/domain/quote-terms.ts';
import { atListPrice, totalsAtListPrice } from '../../../subgraphs/quotes/domain/shown-prices.ts';

const draft = (more: Partial<DraftLine> = {}): DraftLine => ({ id: 'a', position: 1, sku: 'NAIL', description: null, quantityMicro: 3_000_000n, uom: null, agreementId: null, overrideUnitMicro: null, targetUnitMicro: null, ...more });
const step = (kind: string, delta: string, after: string): ExplanationStep => ({ kind, source: 'site', delta: { amount: delta, currency: 'EUR' }, unitPriceAfter: { amount: after, currency: 'EUR' }, note: null });
const vat = { code: 'VAT', rate: '0.2', base: '2.20', amount: '0.44' };
const line = (more: Partial<AnsweredLine> = {}): AnsweredLine => ({
  id: 'a', uom: 'EA', problem: null, name: 'Nail', listPrice: '1.00', unitPrice: '0.9015', total: '2.70', discount: '0.50', taxes: [vat],
  explanation: [step('LIST', '1.00', '1.00'), step('TIER', '-0.0985', '0.9015')],
  ...more,
});
const answer = (more: Partial<PricedAnswer> = {}): PricedAnswer => ({
  currency: 'EUR', pricesIncludeTax: false, paymentTerm: 'NET30', lines: [line()], freeLines: [], adjustments: [{ promotionId: 'spring', name: 'Spring', code: null, amount: '0.50' }],
  shipping: { problem: null }, taxes: [vat], subtotal: '2.70', discountTotal: '0.50', taxRelief: '0.00', taxTotal: '0.44', taxProblem: null, shippingTotal: '4.00', total: '6.64',
  promotionsApplied: [{ id: 'spring' }], promotionsRefused: [], agreementsRefused: [],
  ...more,
});
const code = (name: string): unknown => expect.objectContaining({ code: name });

test('a quote takes the totals of the catalog, and each line its part of the discount and its taxes', () => {
  const { lines, totals, pricing } = priceQuote([draft()], answer());
  expect(lines[0]).toMatchObject({ uom: 'EA', description: 'Nail', listUnitMicro: 1_000_000n, unitMicro: 901_500n, totalMinor: 270n, discountMinor: 50n, taxes: [vat] });
  expect(totals).toEqual({ subtotalMinor: 270n, discountTotalMinor: 50n, shippingTotalMinor: 400n, taxTotalMinor: 44n, totalMinor: 664n, unpricedLines: 0 });
  expect(pricing).toMatchObject({ paymentTerm: 'NET30', promotionIds: ['spring'], pricesIncludeTax: false });
});

test('a custom item has no price until the rep gives it one, then it is added without tax or discount [QUOTE-47]', () => {
  const custom = draft({ id: 'c', sku: null, description: 'Engraving' });
  const waiting = priceQuote([custom, draft()], answer());
  expect(waiting.lines[0]).toMatchObject({ uom: 'EA', unitMicro: null, totalMinor: null, explanation: [] });
  expect(waiting.totals).toMatchObject({ subtotalMinor: 270n, totalMinor: 664n, unpricedLines: 1 });
  const { lines, totals } = priceQuote([{ ...custom, overrideUnitMicro: 2_000_000n }, draft()], answer());
  expect(lines[0]).toMatchObject({ totalMinor: 600n, discountMinor: 0n, taxes: [] });
  expect(microFrom(lines[0]?.explanation[0]?.delta.amount ?? '')).toBe(2_000_000n);
  expect(totals).toMatchObject({ subtotalMinor: 870n, taxTotalMinor: 44n, totalMinor: 1264n, unpricedLines: 0 });
});

test.each(['UNKNOWN_SKU', 'UNKNOWN_UOM', 'QUANTITY_INDIVISIBLE', 'PRICE_NOT_FOUND', 'PRICE_UNAVAILABLE', 'EXCHANGE_RATE_NOT_FOUND'] as const)('what the catalog cannot price is refused with its word: %s', (problem) => {
  const refused = (): unknown => priceQuote([draft()], answer({ lines: [line({ problem, unitPrice: null, listPrice: null, total: null })] }));
  expect(refused).toThrow(code(problem));
});

test('at list price nothing tells what was taken off, and the totals still add up [CART-29]', () => {
  const { lines, totals, pricing } = priceQuote([draft({ overrideUnitMicro: 1n })], answer());
  const shown = lines.map((each) => atListPrice(each, 'EUR'));
  expect(shown[0]).toMatchObject({ unitMicro: 1_000_000n, overrideUnitMicro: null, totalMinor: 300n, discountMinor: 0n, explanation: [{ kind: 'LIST' }] });
  expect(totalsAtListPrice({ ...totals, pricing }, shown)).toMatchObject({ subtotalMinor: 300n, discountTotalMinor: 0n, totalMinor: 744n });
});

const BUYER = { maySetPrices: false, currency: 'EUR' };

test('who enters a code that does nothing hears why; a code that no longer does is passed over', () => {
  const refused = answer({ promotionsRefused: [{ code: 'ONCE', reason: 'USED_UP' }] });
  const wanted = changeTerms(NO_TERMS, { promotionCodes: [' once ', 'ONCE'] }, BUYER);
  expect(wanted.promotionCodes).toEqual(['ONCE']);
  expect(() => refuseVainTerms(NO_TERMS, wanted, refused)).toThrow(code('PROMOTION_CODE_REFUSED'));
  expect(() => refuseVainTerms(wanted, changeTerms(wanted, { shippingMethod: 'VAN' }, BUYER), refused)).not.toThrow();
  expect(() => refuseVainTerms(NO_TERMS, changeTerms(NO_TERMS, { shippingMethod: 'SHIP' }, BUYER), answer({ shipping: { problem: 'UNKNOWN_METHOD' } }))).toThrow(code('BAD_USER_INPUT'));
});

test('the price hash changes with every fact of the offer, and with nothing else', () => {
  const end = new Date('2026-02-01T00:00:00Z');
  const each = { id: 'a', sku: 'NAIL', quantityMicro: 1n, uom: 'EA', unitMicro: 5n, totalMinor: 5n };
  const quote = { currency: 'EUR', expiresAt: end, discountTotalMinor: 1n, shippingTotalMinor: 2n, taxTotalMinor: 3n, totalMinor: 4n, pricing: { freeGoods: [] } };
  const hash = priceHash(quote, [each]);
  expect(priceHash({ ...quote, expiresAt: new Date(end) }, [{ ...each, description: 'other words' } as never])).toBe(hash);
  const quotes = [{ currency: 'USD' }, { expiresAt: null }, { discountTotalMinor: 9n }, { shippingTotalMinor: 9n }, { taxTotalMinor: 9n }, { totalMinor: 9n }, { pricing: { freeGoods: [{ sku: 'NAIL', quantity: '1', uom: 'EA' }] } }];
  const lines = [{ id: 'b' }, { sku: 'BOLT' }, { quantityMicro: 2n }, { uom: 'BOX' }, { unitMicro: 6n }, { totalMinor: 6n }];
  const others = [...quotes.map((change) => priceHash({ ...quote, ...change }, [each])), ...lines.map((change) => priceHash(quote, [{ ...each, ...change }]))];
  expect(new Set([hash, ...others]).size).toBe(others.length + 1);
});
