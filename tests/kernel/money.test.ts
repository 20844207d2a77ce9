import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, lineTotal, MAX_AMOUNT, microFrom, minorDigits, minorFrom, moneyOf, sum, unitMoneyOf, within } from '#kernel/money.ts';
import { codeOf } from './support/facts.ts';

const CURRENCIES = ['GBP', 'EUR', 'JPY', 'KWD', 'CLF'] as const;
const currency = fc.constantFrom(...CURRENCIES);
const amount = fc.bigInt({ min: -MAX_AMOUNT, max: MAX_AMOUNT });

/** Half-up in whole numbers only, sharing no line with the code under test. */
function expectedTotal(unitMicro: bigint, quantityMicro: bigint, digits: number): bigint {
  const scale = 10n ** BigInt(12 - digits);
  const product = unitMicro * quantityMicro;
  const size = product < 0n ? -product : product;
  const rounded = (size * 2n + scale) / (scale * 2n);
  return product < 0n ? -rounded : rounded;
}

const decimalText = (micro: bigint): string => {
  const size = micro < 0n ? -micro : micro;
  return `${micro < 0n ? '-' : ''}${size / 1_000_000n}.${String(size % 1_000_000n).padStart(6, '0')}`;
};

describe('allocation', () => {
  test('loses nothing and makes nothing, whatever the weights', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 40 }), currency, (minor, weights, code) => {
        const parts = allocate(minor, weights, code);
        expect(parts).toHaveLength(weights.length);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(minor);
      }),
    );
  });

  test('gives each weight its share to the minor unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 12 }), (minor, weights) => {
        const all = weights.reduce((a, b) => a + b, 0n);
        if (all === 0n) return;
        for (const [i, part] of allocate(minor, weights, 'GBP').entries()) {
          const off = part * all - minor * (weights[i] ?? 0n);
          expect(off < 0n ? -off : off).toBeLessThanOrEqual(all);
        }
      }),
    );
  });

  test('gives nothing to a weight of zero beside others', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 8 }), fc.nat(8), (minor, weights, at) => {
        const withZero = [...weights.slice(0, at), 0n, ...weights.slice(at)];
        expect(allocate(minor, withZero, 'EUR')[Math.min(at, weights.length)]).toBe(0n);
      }),
    );
  });

  test('shares alike when all weights are zero, and is empty without weights', () => {
    expect(allocate(10n, [0n, 0n, 0n], 'GBP')).toEqual([4n, 3n, 3n]);
    expect(allocate(10n, [], 'GBP')).toEqual([]);
  });
});

describe('a line total', () => {
  test('is unit price times quantity, rounded half-up once', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), fc.bigInt({ min: 0n, max: 10n ** 8n }), currency, (unit, quantity, code) => {
        expect(lineTotal(unit, decimalText(quantity), code)).toBe(expectedTotal(unit, quantity, minorDigits(code)));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    [5_000n, '1', 'GBP', 1n],
    [4_999n, '1', 'GBP', 0n],
    [-5_000n, '1', 'GBP', -1n],
    [12_500n, '1000', 'GBP', 1_250n],
    [333_333n, '3', 'EUR', 100n],
    [500_000n, '1', 'JPY', 1n],
    [500n, '1', 'KWD', 1n],
  ] as const)('of %s millionths x %s %s is %s', (unit, quantity, code, total) => {
    expect(lineTotal(unit, quantity, code)).toBe(total);
  });

  test('beyond what a document may hold is refused', async () => {
    expect(await codeOf(() => lineTotal(MAX_AMOUNT, '1000000000', 'GBP'))).toBe('AMOUNT_TOO_LARGE');
  });
});

describe('text', () => {
  test('of an amount reads back as the same amount', () => {
    fc.assert(fc.property(amount, currency, (minor, code) => void expect(minorFrom(moneyOf(minor, code).amount, code)).toBe(minor)));
  });

  test('of a unit price reads back as the same price, with at least the digits of the currency and at most six', () => {
    fc.assert(
      fc.property(amount, currency, (micro, code) => {
        const { amount: text } = unitMoneyOf(micro, code);
        expect(microFrom(text)).toBe(micro);
        const decimals = text.split('.')[1]?.length ?? 0;
        expect(decimals).toBeGreaterThanOrEqual(minorDigits(code));
        expect(decimals).toBeLessThanOrEqual(6);
      }),
    );
  });

  test.each([
    [2_500_000n, 'EUR', '2.50'],
    [12_500n, 'EUR', '0.0125'],
    [1n, 'GBP', '0.000001'],
    [-1_000_000n, 'JPY', '-1'],
    [0n, 'KWD', '0.000'],
  ] as const)('of %s millionths of %s is %s', (micro, code, text) => {
    expect(unitMoneyOf(micro, code)).toEqual({ amount: text, currency: code });
  });

  test('of an amount always carries the digits of the currency', () => {
    expect([moneyOf(5n, 'GBP'), moneyOf(-5n, 'GBP'), moneyOf(5n, 'JPY'), moneyOf(0n, 'KWD')].map((money) => money.amount)).toEqual(['0.05', '-0.05', '5', '0.000']);
  });

  test.each(['0.0000001', 'abc', '', 'Infinity', 'NaN', '1,5'])('"%s" is no unit price', async (text) => {
    expect(await codeOf(() => microFrom(text))).toBe('BAD_USER_INPUT');
  });

  test('with more decimals than the currency knows is no amount', async () => {
    expect(await codeOf(() => minorFrom('1.001', 'GBP'))).toBe('BAD_USER_INPUT');
    expect(await codeOf(() => minorFrom('1.5', 'JPY'))).toBe('BAD_USER_INPUT');
    expect(minorFrom('1.001', 'KWD')).toBe(1_001n);
  });
});

describe('what is too large or unknown is refused', () => {
  test('just past the limit, on either side', async () => {
    expect(within(MAX_AMOUNT)).toBe(MAX_AMOUNT);
    expect(within(-MAX_AMOUNT)).toBe(-MAX_AMOUNT);
    expect(await codeOf(() => within(MAX_AMOUNT + 1n))).toBe('AMOUNT_TOO_LARGE');
    expect(await codeOf(() => within(-MAX_AMOUNT - 1n))).toBe('AMOUNT_TOO_LARGE');
    expect(await codeOf(() => sum([MAX_AMOUNT, 1n]))).toBe('AMOUNT_TOO_LARGE');
    expect(await codeOf(() => minorFrom('90071992547409.92', 'GBP'))).toBe('AMOUNT_TOO_LARGE');
    expect(await codeOf(() => microFrom('9007199254.740992'))).toBe('AMOUNT_TOO_LARGE');
  });

  test('a code that is no currency', async () => {
    for (const code of ['XXY', '', 'toString', 'default']) expect(await codeOf(() => moneyOf(1n, code))).toBe('BAD_USER_INPUT');
  });
});
