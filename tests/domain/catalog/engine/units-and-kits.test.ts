import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineTotal } from '#kernel/money.ts';
import { ratioOf } from '../../../../subgraphs/catalog/domain/convert-quantity.ts';
import type { Part } from '../../../../subgraphs/catalog/domain/expand-kits.ts';
import { price, rowOf } from './documents.ts';

const micro = (text: string): bigint => BigInt(Math.round(Number(text) * 1_000_000));
const factors = new Map([['EA', ratioOf(1n, 1n)], ['BX', ratioOf(12n, 1n)]]);
const boxed = { products: { A: { factors } } };

describe('a product that is priced in one of its units', () => {
  const prices = { default: { A: [rowOf('1', '0.5'), rowOf('24', '0.45')] } };

  test('costs so much times the exact factor in another, tiers chosen by what it comes to', () => {
    const { lines } = price({ lines: ['1', '2'].map((quantity) => ({ sku: 'A', quantity, uom: 'BX' })) }, { ...boxed, prices });
    expect(lines.map(({ listMicro, unitMicro }) => [listMicro, unitMicro])).toEqual([[micro('6'), micro('6')], [micro('6'), micro('5.4')]]);
    expect(lines[0]?.steps.map(({ kind, source, afterMicro, note }) => [kind, source, afterMicro, note])).toEqual([
      ['UNIT', 'EA', micro('0.5'), 'The price of one EA'],
      ['LIST', 'default', micro('6'), 'Priced by EA: 1 BX = 12 EA. Next tier from 2: 5.40'],
    ]);
  });

  test('costs its share in the primary one when only the box has a price', () => {
    const { lines } = price({ lines: [{ sku: 'A', quantity: '3' }] }, { ...boxed, prices: { default: { A: [rowOf('1', '10', { uom: 'BX' })] } } });
    expect(lines[0]).toMatchObject({ unitMicro: 833_333n, problem: null });
  });

  test('costs its own price in a unit that has one, also where the factor would be cheaper', () => {
    const { lines } = price({ lines: [{ sku: 'A', quantity: '1', uom: 'BX' }] }, { ...boxed, prices: { default: { A: [...prices.default.A, rowOf('1', '7', { uom: 'BX' })] } } });
    expect(lines[0]).toMatchObject({ unitMicro: micro('7') });
  });

  test('has no price in a unit whose factor nobody knows', () => {
    expect(price({ lines: [{ sku: 'A', quantity: '1', uom: 'BX' }] }, { prices }).lines[0]).toMatchObject({ problem: 'PRICE_NOT_FOUND' });
  });

  test('steps add up to the price in every unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 500n }), fc.integer({ min: 1, max: 999 }), (unitPriceMicro, numerator, quantity) => {
        const world = { products: { A: { factors: new Map([['BX', ratioOf(numerator, 7n)]]) } }, prices: { default: { A: [{ ...rowOf('1', '1'), unitPriceMicro }] } } };
        const [line] = price({ lines: [{ sku: 'A', quantity: String(quantity), uom: 'BX' }] }, world).lines;
        expect(line?.steps.reduce((sum, { deltaMicro }) => sum + deltaMicro, 0n)).toBe(line?.unitMicro);
        expect(line?.totalMinor).toBe(lineTotal(line?.unitMicro ?? 0n, String(quantity), 'GBP'));
      }),
    );
  });
});

describe('what may be ordered', () => {
  const prices = { default: { A: '1' } };
  const problems = (product: object, quantities: readonly string[], more: object = {}) =>
    price({ ...more, lines: quantities.map((quantity) => ({ sku: 'A', quantity, uom: 'BX' })) }, { prices, products: { A: { factors, ...product } } }).lines.map(({ problem }) => problem);

  test('is counted in the primary unit, whatever unit is asked for', () => {
    expect(problems({ minQuantityMicro: micro('24') }, ['1', '2'])).toEqual(['QUANTITY_BELOW_MINIMUM', null]);
    expect(problems({ stepQuantityMicro: micro('24') }, ['1', '2', '3'])).toEqual(['QUANTITY_NOT_A_STEP', null, 'QUANTITY_NOT_A_STEP']);
    expect(problems({ indivisible: true }, ['0.5', '0.55'])).toEqual([null, 'QUANTITY_INDIVISIBLE']);
  });

  test('is what the site sells; the seller\'s people may have the rest too', () => {
    expect(problems({ sold: false }, ['1'])).toEqual(['UNKNOWN_SKU']);
    expect(problems({ sold: false }, ['1'], { wholeCatalog: true })).toEqual([null]);
  });

  test('is told in the unit asked for, rounded down', () => {
    const stock = { onHandMicro: micro('30'), reservedMicro: micro('5') };
    expect(price({ lines: [{ sku: 'A', quantity: '1', uom: 'BX' }] }, { prices, products: { A: { factors, stock } } }).lines[0]?.available).toBe('2.083333');
  });
});

describe('a kit', () => {
  const part = (componentSku: string, ratio: string, more: Partial<Part> = {}): Part => ({ componentSku, ratioMicro: micro(ratio), optional: false, isDefault: false, ...more });
  const parts = [part('CUP', '6'), part('POT', '1'), part('RIBBON', '1', { optional: true })];
  const products = { SET: { parts }, HAMPER: { parts: [part('SET', '2'), part('CUP', '1')] } };
  const goods = { CUP: [rowOf('1', '2.5'), rowOf('12', '2')], POT: '20' };

  test('costs what its parts cost in the quantity it takes of them, without what is optional', () => {
    const { lines } = price({ lines: ['1', '2'].map((quantity) => ({ sku: 'SET', quantity })) }, { products, prices: { default: goods } });
    expect(lines.map(({ unitMicro }) => unitMicro)).toEqual([micro('35'), micro('32')]);
    expect(lines[0]?.steps).toMatchObject([
      { kind: 'COMPONENT', source: 'CUP', deltaMicro: micro('15'), note: '6 x CUP' },
      { kind: 'COMPONENT', source: 'POT', deltaMicro: micro('20'), note: '1 x POT' },
      { kind: 'LIST', source: 'default', deltaMicro: 0n, afterMicro: micro('35'), note: 'The sum of its parts' },
    ]);
  });

  test('costs its own price where the list has one, also within another kit', () => {
    const { lines } = price({ lines: [{ sku: 'SET', quantity: '1' }, { sku: 'HAMPER', quantity: '1' }] }, { products, prices: { default: { ...goods, SET: '30' } } });
    expect(lines.map(({ unitMicro }) => unitMicro)).toEqual([micro('30'), micro('62.5')]);
  });

  test('has no price when one of its parts has none', () => {
    expect(price({ lines: [{ sku: 'SET', quantity: '1' }] }, { products: { ...products, POT: {} }, prices: { default: { CUP: '2' } } }).lines[0]).toMatchObject({ problem: 'PRICE_NOT_FOUND' });
  });
});
