import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { exactly, inverse, ONE, plus, ratioOf, ratioText, readRatio, roundedDown, roundedUp, times } from '../../../subgraphs/catalog/domain/convert-quantity.ts';
import { completeUnits } from '../../../subgraphs/catalog/domain/complete-units.ts';
import { orderProblem } from '../../../subgraphs/catalog/domain/order-problem.ts';
import { UNITS } from '../../../subgraphs/catalog/domain/units-of-measure.ts';

const part = fc.bigInt({ min: 1n, max: 1_000_000_000n });
const ratio = fc.tuple(part, part).map(([a, b]) => ratioOf(a, b));
const micro = fc.bigInt({ min: 0n, max: 10n ** 15n });
const REFERENCE = new URL('../../../../shared/data/reference/unece_rec20_units_of_measure.csv.gz', import.meta.url);

describe('conversion', () => {
  test('there and back is where it began, exactly', () => {
    fc.assert(fc.property(ratio, ratio, (a, b) => void expect(times(times(a, b), inverse(b))).toEqual(a)));
    fc.assert(
      fc.property(micro, ratio, (quantity, factor) => {
        const there = exactly(quantity, factor);
        if (there !== undefined) expect(exactly(there, inverse(factor))).toBe(quantity);
      }),
    );
  });

  test('what is taken is never less than was ordered, what is promised never more than there is', () => {
    fc.assert(
      fc.property(micro, ratio, (quantity, factor) => {
        expect(roundedUp(quantity, factor) * factor.denominator).toBeGreaterThanOrEqual(quantity * factor.numerator);
        expect(roundedUp(quantity, factor) - roundedDown(quantity, factor)).toBeLessThanOrEqual(1n);
        expect(roundedUp(roundedDown(quantity, inverse(factor)), factor)).toBeLessThanOrEqual(quantity);
      }),
    );
  });

  test('a factor reads as it is written', () => {
    fc.assert(fc.property(ratio, (factor) => void expect(readRatio(ratioText(factor))).toEqual(factor)));
    fc.assert(fc.property(ratio, ratio, (a, b) => void expect(plus(a, b)).toEqual(plus(b, a))));
    expect([readRatio('0.5'), readRatio('12'), readRatio('2/24')]).toEqual([ratioOf(1n, 2n), ratioOf(12n, 1n), ratioOf(1n, 12n)]);
    for (const text of ['0', '-1', '1/0', '0/3', 'twelve', '', '1e3']) expect(() => readRatio(text)).toThrow();
  });
});

describe('units of a product', () => {
  test('units of one class need no factor, a package does', () => {
    const text = (primary: string, units: Parameters<typeof completeUnits>[1]) => completeUnits(primary, units).map((unit) => `${unit.uom} ${ratioText(unit)}`);
    expect(text('EA', [{ uom: 'DZN' }, { uom: 'BX', factor: '200' }])).toEqual(['EA 1', 'DZN 12', 'BX 200']);
    expect(text('DZN', [{ uom: 'EA' }])).toEqual(['DZN 1', 'EA 1/12']);
    expect(text('KGM', [{ uom: 'LBR' }, { uom: 'GRM' }])).toEqual(['KGM 1', 'LBR 45359237/100000000', 'GRM 1/1000']);
    for (const bad of [{ uom: 'BX' }, { uom: 'MTR' }, { uom: 'EA', factor: '2' }, { uom: 'per box', factor: '2' }]) expect(() => text('EA', [bad])).toThrow();
  });

  test.runIf(existsSync(REFERENCE))('codes, names and symbols are those of UN/ECE Recommendation 20', () => {
    const rows: { CommonCode: string; Name: string; Symbol: string; Status: string }[] = parse(gunzipSync(readFileSync(REFERENCE)), { columns: true, bom: true });
    const byCode = new Map(rows.map((row) => [row.CommonCode, row]));
    for (const { code, name, symbol } of UNITS) {
      expect(byCode.get(code)?.Name, code).toBe(name);
      if (byCode.get(code)?.Symbol) expect(byCode.get(code)?.Symbol.split(' or ')[0]).toBe(symbol);
    }
  });
});

describe('a quantity', () => {
  const tile = { uoms: ['EA', 'BX'], indivisible: true, minQuantityMicro: 6_000_000n, stepQuantityMicro: 3_000_000n };
  const box = ratioOf(12n, 1n);

  test.each([
    ['6', 'EA', undefined],
    ['9', 'EA', undefined],
    ['3', 'EA', 'QUANTITY_BELOW_MINIMUM'],
    ['7', 'EA', 'QUANTITY_NOT_A_STEP'],
    ['7.5', 'EA', 'QUANTITY_INDIVISIBLE'],
    ['0.5', 'BX', undefined],
    ['0.25', 'BX', 'QUANTITY_BELOW_MINIMUM'],
    ['0.7', 'BX', 'QUANTITY_INDIVISIBLE'],
    ['1', 'KGM', 'UNKNOWN_UOM'],
    ['0', 'EA', undefined],
  ] as const)('%s %s of a tile sold whole, from 6, by threes: %s [CART-80]', (quantity, uom, problem) => {
    expect(orderProblem(tile, uom, quantity, uom === 'BX' ? box : ONE)).toBe(problem);
  });

  test('a divisible product takes decimals [CART-80]', () => {
    expect(orderProblem({ uoms: ['MTR'], indivisible: false }, 'MTR', '0.333333')).toBeUndefined();
  });
});
