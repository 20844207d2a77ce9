import { expect, test } from 'vitest';
import { explodeParts } from '../../../subgraphs/catalog/domain/explode-parts.ts';
import type { Part } from '../../../subgraphs/catalog/domain/expand-kits.ts';

const part = (componentSku: string, ratio: number, more: Partial<Part> = {}): Part => ({ componentSku, ratioMicro: BigInt(ratio * 1_000_000), optional: false, isDefault: false, ...more });
const SET = [part('POT', 1), part('RED', 2, { optionClass: 'MUGS', isDefault: true }), part('BLUE', 2, { optionClass: 'MUGS' }), part('TEA', 0.5)];
const PARTS = new Map([['HAMPER', [part('SET', 3), part('BOW', 1, { optional: true })]], ['SET', SET]]);
const shown = (sku: string, classes: string[]): string[] => explodeParts(sku, PARTS, new Set(classes)).map(({ sku: each, depth, ratioMicro, share }) => `${'.'.repeat(depth)}${each} ${Number(ratioMicro) / 1e6} ${Number(share.numerator) / Number(share.denominator)}`);

test('a kit in a kit is taken apart level by level, each thing before what is in it, with what the whole takes of it [ORD-47]', () => {
  expect(shown('HAMPER', [])).toEqual(['.SET 3 3', '..POT 1 3', '..RED 2 6', '..TEA 0.5 1.5']);
  expect(shown('POT', [])).toEqual([]);
});

test('options are within their class where that is a thing of the catalog [ORD-48]', () => {
  expect(shown('SET', ['MUGS'])).toEqual(['.POT 1 1', '.MUGS 1 1', '..RED 2 2', '.TEA 0.5 0.5']);
});
