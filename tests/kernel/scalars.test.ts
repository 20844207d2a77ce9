import { GraphQLError, parseValue } from 'graphql';
import { describe, expect, test } from 'vitest';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';

const literal = (text: string) => parseValue(text, { noLocation: true });

describe('Decimal', () => {
  test.each([['12.50', '12.5'], ['-0.010', '-0.01'], ['+3', '3'], ['-0', '0'], [7, '7'], ['123456789012345678901234567890.12345678901234567890', '123456789012345678901234567890.1234567890123456789']])('reads %s as %s', (value, text) => {
    expect(DecimalScalar.parseValue(value)).toBe(text);
  });
  test.each([1.5, 2 ** 53, Number.NaN, '', '1e5', '0x10', 'Infinity', '1,5', '.5', '5.', ' 1', true, null, {}, '1'.repeat(31), `0.${'1'.repeat(21)}`])('refuses %s', (value) => {
    expect(() => DecimalScalar.parseValue(value)).toThrow(GraphQLError);
  });
  test('in a document is text or a whole number, never a float', () => {
    expect(DecimalScalar.parseLiteral(literal('"12.50"'))).toBe('12.5');
    expect(DecimalScalar.parseLiteral(literal('12'))).toBe('12');
    for (const text of ['12.5', 'true', 'TWELVE', '[1]']) expect(() => DecimalScalar.parseLiteral(literal(text))).toThrow(GraphQLError);
  });
});

describe('DateTime', () => {
  test.each([['2026-05-03T12:00:00Z', '2026-05-03T12:00:00.000Z'], ['2026-05-03T12:00:00.123+02:00', '2026-05-03T10:00:00.123Z'], ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z']])('reads %s', (text, iso) => {
    expect(DateTimeScalar.serialize(DateTimeScalar.parseValue(text))).toBe(iso);
    expect(DateTimeScalar.serialize(DateTimeScalar.parseLiteral(literal(`"${text}"`)))).toBe(iso);
  });
  test('refuses a moment without an offset: it would mean another one on each server', () => {
    expect(() => DateTimeScalar.parseValue('2026-05-03T12:00:00')).toThrow(GraphQLError);
  });
  test.each(['2026-05-03', '03/05/2026', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-05-03T25:00:00Z', 'now', '', 1_777_000_000_000, null])('refuses %s', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow(GraphQLError);
  });
});

describe('CurrencyCode', () => {
  test('is three capital letters', () => {
    expect(CurrencyCodeScalar.parseValue('GBP')).toBe('GBP');
    expect(CurrencyCodeScalar.parseLiteral(literal('"EUR"'))).toBe('EUR');
    for (const value of ['gbp', 'GB', 'GBPP', '', 826, null]) expect(() => CurrencyCodeScalar.parseValue(value)).toThrow(GraphQLError);
  });
});
