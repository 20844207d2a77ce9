import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, fromMicro, isWhole, isZero, minus, plus, readQuantity, times, toMicro } from '#kernel/quantity.ts';
import { codeOf } from './support/facts.ts';

const MAX = 10n ** 15n; // a thousand million, in millionths
const micro = fc.bigInt({ min: 0n, max: MAX });

describe('a quantity', () => {
  test('survives the way into a table and back', () => {
    fc.assert(fc.property(micro, (value) => void expect(toMicro(fromMicro(value))).toBe(value)));
  });

  test('is read into one canonical text', () => {
    fc.assert(
      fc.property(micro, (value) => {
        const text = fromMicro(value);
        expect(readQuantity(text)).toBe(text);
        expect(readQuantity(text.includes('.') ? `0${text}` : `${text}.000000`)).toBe(text);
      }),
    );
    expect(['2.50', '007', '+1', '-0', '0.0'].map(readQuantity)).toEqual(['2.5', '7', '1', '0', '0']);
  });

  test.each(['-1', '-0.000001', '0.0000001', '1000000000.000001', 'Infinity', 'NaN', 'abc', ''])('of "%s" is refused', async (text) => {
    expect(await codeOf(() => readQuantity(text))).toBe('QUANTITY_INVALID');
  });

  test('may be a thousand million', () => expect(readQuantity('1000000000')).toBe('1000000000'));

  test('adds, takes away and compares without loss', () => {
    fc.assert(
      fc.property(micro, micro, (a, b) => {
        expect(toMicro(plus(fromMicro(a), fromMicro(b)))).toBe(a + b);
        expect(toMicro(minus(fromMicro(a), fromMicro(b)))).toBe(a - b);
        expect(compare(fromMicro(a), fromMicro(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  test('multiplies without loss', () => {
    fc.assert(
      fc.property(micro, micro, (a, b) => {
        const [whole = '', decimals = ''] = times(fromMicro(a), fromMicro(b)).split('.');
        expect(BigInt(whole + decimals.padEnd(12, '0'))).toBe(a * b);
      }),
    );
  });

  test('knows whether it is nothing, and whether it is whole', () => {
    expect([isZero('0.0'), isZero('0.000001'), isWhole('3.0'), isWhole('2.5')]).toEqual([true, false, true, false]);
  });
});
