import { describe, expect, test } from 'vitest';
import { NOW, price, promotion, tax } from './documents.ts';

const micro = (amount: number): bigint => BigInt(Math.round(amount * 1_000_000));
const prices = { default: { A: '10.10', B: '4' } };
const one = { lines: [{ sku: 'A', quantity: '1' }] };
const CANADA = [tax('GST', 'CA', '0.05'), tax('PST', 'CA', '0.07', { region: 'BC' }), tax('VAT', 'GB', '0.2')];

describe('taxes', () => {
  test('come upon the price, one amount a code on the line and on the document [CART-82]', () => {
    const { lines, taxes, taxTotalMinor, totalMinor } = price({ ...one, shipTo: { country: 'CA', region: 'BC' } }, { prices, rates: CANADA });
    expect(taxes).toEqual([{ code: 'GST', rate: '0.05', baseMinor: 1_010n, amountMinor: 51n }, { code: 'PST', rate: '0.07', baseMinor: 1_010n, amountMinor: 71n }]);
    expect(lines[0]?.taxes).toEqual(taxes);
    expect([taxTotalMinor, totalMinor]).toEqual([122n, 1_132n]);
  });

  test('are those of the region before those of the country, and of the day', () => {
    const rates = [tax('VAT', 'DE', '0.19'), tax('VAT', 'DE', '0.16', { validFrom: new Date('2026-05-01T00:00:00Z'), validUntil: new Date('2026-06-01T00:00:00Z') }), tax('VAT', 'DE', '0.07', { region: 'HEL' })];
    const rateAt = (at: Date, region?: string) => price({ ...one, at, shipTo: { country: 'DE', region } }, { prices, rates }).taxes[0]?.rate;
    expect([rateAt(NOW), rateAt(new Date('2026-06-01T00:00:00Z')), rateAt(NOW, 'HEL')]).toEqual(['0.16', '0.19', '0.07']);
  });

  test('within the price leave the total as it is', () => {
    const document = price({ ...one, shipTo: { country: 'GB' } }, { prices, rates: CANADA, site: { pricesIncludeTax: true } });
    expect(document).toMatchObject({ totalMinor: 1_010n, taxTotalMinor: 168n, taxes: [{ code: 'VAT', baseMinor: 842n, amountMinor: 168n }] });
  });

  test('are not for who is exempt: they are not added, and come off a price that includes them', () => {
    const exemptions = [{ country: 'CA', code: 'PST', validFrom: new Date(0), validUntil: null }];
    const shipTo = { country: 'CA', region: 'BC' };
    expect(price({ ...one, shipTo }, { prices, rates: CANADA, exemptions })).toMatchObject({ totalMinor: 1_061n, taxes: [{ code: 'GST' }] });
    expect(price({ ...one, shipTo, taxExempt: true }, { prices, rates: CANADA })).toMatchObject({ totalMinor: 1_010n, taxes: [] });
    const included = price({ ...one, shipTo: { country: 'GB' }, taxExempt: true }, { prices, rates: CANADA, site: { pricesIncludeTax: true } });
    expect(included).toMatchObject({ totalMinor: 842n, taxReliefMinor: 168n, taxTotalMinor: 0n });
  });

  test('are reckoned on what promotions leave', () => {
    const promotions = [promotion('off', { level: 'CART', percentOff: '50' })];
    expect(price({ ...one, shipTo: { country: 'GB' } }, { prices, rates: CANADA, promotions })).toMatchObject({ totalMinor: 606n, taxes: [{ baseMinor: 505n, amountMinor: 101n }] });
  });

  test('wait until somebody says where to, unless the site knows', () => {
    expect(price(one, { prices, rates: CANADA }).taxes).toEqual([]);
    expect(price(one, { prices, rates: CANADA, site: { country: 'GB' } }).taxTotalMinor).toBe(202n);
  });
});

describe('freight', () => {
  const post = { code: 'POST', name: 'Post', currency: 'GBP', flatMinor: 350n, perKilogramMinor: 120n, freeFromMinor: 5_000n, countries: ['GB', 'FR'], taxed: true };
  const world = { prices, products: { A: { weightMicro: micro(0.75) } }, shipping: { version: 2, methods: [post] }, rates: CANADA };

  test('is flat and by weight, and taxed as the goods are', () => {
    const { shipping, totalMinor } = price({ lines: [{ sku: 'A', quantity: '3' }], shippingMethod: 'POST', shipTo: { country: 'GB' } }, world);
    expect(shipping).toEqual({ method: 'POST', name: 'Post', chargeMinor: 620n, problem: null, taxes: [{ code: 'VAT', rate: '0.2', baseMinor: 620n, amountMinor: 124n }] });
    expect(totalMinor).toBe(3_030n + 606n + 620n + 124n);
  });

  test('is nothing from an amount on, of what promotions leave', () => {
    const ask = (quantity: string, promotions = [promotion('p', { level: 'CART', percentOff: '10' })]) => price({ lines: [{ sku: 'B', quantity }], shippingMethod: 'POST' }, { ...world, promotions }).shippingTotalMinor;
    expect([ask('12'), ask('13'), ask('14')]).toEqual([350n, 350n, 0n]);
  });

  test.each([['BOAT', 'GB', 'UNKNOWN_METHOD'], ['POST', 'US', 'NOT_SERVED']])('%s to %s is a problem: %s', (shippingMethod, country, problem) => {
    expect(price({ ...one, shippingMethod, shipTo: { country } }, world).shipping).toMatchObject({ chargeMinor: 0n, problem });
  });

  test('is converted with the rest', () => {
    const exchange = { version: 1, rates: [{ base: 'GBP', quote: 'EUR', rate: '1.15', validFrom: new Date(0), decimals: null }] };
    expect(price({ ...one, currency: 'EUR', shippingMethod: 'POST' }, { ...world, exchange }).shippingTotalMinor).toBe(506n);
  });
});

describe('what was agreed to come off the whole', () => {
  const lines = [{ sku: 'A', quantity: '1', override: { unitMicro: micro(10), by: 'CPQ' } }, { sku: 'B', quantity: '5' }];
  const quote = { lines, mode: 'QUOTE', shipTo: { country: 'GB' } } as const;

  test('is spread over every line, after promotions, without losing a penny, and leaves less to tax', () => {
    const promotions = [promotion('off', { level: 'CART', percentOff: '10' })];
    const document = price({ ...quote, discount: '7.01' }, { prices, rates: CANADA, promotions });
    expect(document.adjustments).toMatchObject([{ promotionId: 'off', amountMinor: 200n }, { promotionId: 'agreed-discount', amountMinor: 701n, code: null }]);
    expect([document.subtotalMinor, document.discountTotalMinor, document.lines.map(({ discountMinor }) => discountMinor)]).toEqual([3_000n, 901n, [250n, 651n]]);
    expect(document.taxTotalMinor).toBe(150n + 270n);
    expect(document.promotionsApplied).toMatchObject([{ id: 'off' }]);
    expect(document.sources).not.toContainEqual(expect.objectContaining({ id: 'agreed-discount' }));
  });

  test('is at most all there is, and nothing when it is not said', () => {
    expect(price({ ...quote, discount: '1000' }, { prices })).toMatchObject({ discountTotalMinor: 3_000n, totalMinor: 0n });
    for (const discount of ['0', null]) expect(price({ ...quote, discount }, { prices })).toMatchObject({ discountTotalMinor: 0n, adjustments: [] });
  });
});
