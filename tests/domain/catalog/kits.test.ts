import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandLines, makeable, takenBy, type Part } from '../../../subgraphs/catalog/domain/expand-kits.ts';
import { sumStockLines } from '../../../subgraphs/catalog/domain/held-lines.ts';
import { findCycle } from '../../../subgraphs/catalog/domain/find-cycle.ts';
import { rollUpPrices } from '../../../subgraphs/catalog/domain/roll-up-price.ts';
import { BEA, OLGA, openCatalog, type Catalog } from './catalog.ts';
import { countStatements } from './count-statements.ts';

const part = (componentSku: string, ratio: bigint, more: Partial<Part> = {}): Part => ({ componentSku, ratioMicro: ratio * 1_000_000n, optional: false, isDefault: false, ...more });
const SET = new Map([
  ['SET', [part('CUP', 6n), part('POT', 1n), part('RIBBON', 1n, { optional: true }), part('TRAY-S', 1n, { optionClass: 'tray' }), part('TRAY-L', 1n, { optionClass: 'tray', isDefault: true })]],
  ['HAMPER', [part('SET', 2n), part('CUP', 1n)]],
]);

test('a kit takes what it needs and the default of each choice, through kits in kits', () => {
  expect([...takenBy('SET', SET).keys()]).toEqual(['CUP', 'POT', 'TRAY-L']);
  const taken = sumStockLines(expandLines([{ sku: 'HAMPER', quantity: '3' }, { sku: 'POT', quantity: '1' }], SET));
  expect(taken).toEqual([{ sku: 'CUP', quantity: '39' }, { sku: 'POT', quantity: '7' }, { sku: 'TRAY-L', quantity: '6' }]);
});

test('as many kits can be had as the scarcest component is enough for, and taking them never takes more than there is', () => {
  const counted = (onHand: number) => ({ onHandMicro: BigInt(onHand) * 1_000_000n, reservedMicro: 0n });
  expect(makeable('SET', SET, new Map([['CUP', counted(20)], ['POT', counted(9)]]), true)?.onHandMicro).toBe(3_000_000n);
  expect(makeable('SET', SET, new Map(), true)).toBeUndefined();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (cups, pots) => {
      const kits = (makeable('HAMPER', SET, new Map([['CUP', counted(cups)], ['POT', counted(pots)]]), true)?.onHandMicro ?? 0n) / 1_000_000n;
      expect(Number(kits) * 13 <= cups && Number(kits) * 2 <= pots).toBe(true);
      expect((Number(kits) + 1) * 13 > cups || (Number(kits) + 1) * 2 > pots).toBe(true);
    }),
  );
});

test('a kit without a price of its own costs its components times their ratios, rounded once; with an unknown part it has no price', () => {
  const cup = { unitPriceMicro: 3_333_333n, ratioMicro: 1_500_000n };
  expect(rollUpPrices([cup, { unitPriceMicro: 1_000_000n, ratioMicro: 2_000_000n }])).toEqual([5_000_000n, 7_000_000n]);
  expect(rollUpPrices([cup, undefined])).toBeUndefined();
});

test('a product that would contain itself is found out', () => {
  const parts: Record<string, string[]> = { A: ['B', 'C'], B: ['D'], C: ['D'], D: ['A'] };
  expect(findCycle('A', (sku) => parts[sku] ?? [])).toEqual(['A', 'B', 'D', 'A']);
  expect(findCycle('A', (sku) => ({ A: ['B', 'C'], B: ['D'], C: ['D'] })[sku] ?? [])).toBeUndefined();
});

const SET_COMPONENTS = 'mutation ($sku: String!, $components: [ComponentInput!]!) { setComponents(sku: $sku, components: $components) { components { sku ratio } availability { available } } }';
const RESERVE = 'mutation ($id: ID!, $lines: [StockLineInput!]!) { reserveStock(reservationId: $id, lines: $lines, expiresAt: "2026-01-05T09:10:00Z") }';

async function withTeaSet(): Promise<Catalog> {
  const catalog = await openCatalog();
  await catalog.ask(OLGA, 'mutation { upsertProducts(products: [{ sku: "TEA-SET", name: "Tea set", itemType: KIT, indivisible: true }]) { sku } }');
  await catalog.ask(OLGA, SET_COMPONENTS, { sku: 'TEA-SET', components: [{ sku: 'MUG-RED', ratio: '6' }, { sku: 'TEAPOT-1L', ratio: '1' }] });
  return catalog;
}

const reservedOf = async (catalog: Catalog, sku: string): Promise<string> => (await catalog.ask(OLGA, 'query ($sku: String!) { product(sku: $sku) { availability { reserved } } }', { sku })).product.availability.reserved;

test('a kit is available as far as its components go, and holds them, not itself', async () => {
  await using catalog = await withTeaSet();
  const { product } = await catalog.ask(BEA, '{ product(sku: "TEA-SET") { availability(quantity: 181) { available inStock } components { sku ratio } } }');
  expect(product).toEqual({ availability: { available: '180', inStock: false }, components: [{ sku: 'MUG-RED', ratio: '6' }, { sku: 'TEAPOT-1L', ratio: '1' }] });

  await catalog.ask(BEA, RESERVE, { id: 'tea', lines: [{ sku: 'TEA-SET', quantity: '2' }, { sku: 'MUG-RED', quantity: '1' }] });
  await catalog.ask(BEA, RESERVE, { id: 'tea', lines: [{ sku: 'MUG-RED', quantity: '1' }, { sku: 'TEA-SET', quantity: '2' }] });
  expect([await reservedOf(catalog, 'MUG-RED'), await reservedOf(catalog, 'TEAPOT-1L')]).toEqual(['13', '2']);
  expect(await catalog.refused(BEA, RESERVE, { id: 'more', lines: [{ sku: 'TEA-SET', quantity: '179' }] })).toMatchObject({ code: 'INSUFFICIENT_STOCK', details: { sku: 'TEAPOT-1L' } });
});

test('a kit without a price of its own costs what its parts do, and asking for many costs no more statements than for one', async () => {
  await using catalog = await withTeaSet();
  const ask = (lines: number) =>
    catalog.ask(BEA, 'query ($requests: [OfferRequest!]!) { offers(requests: $requests) { unitPrice available explanation { kind note } } }', {
      requests: Array.from({ length: lines }, () => ({ sku: 'TEA-SET', quantity: '1' })),
    });
  expect((await ask(1)).offers).toEqual([{ unitPrice: '66.20', available: '180', explanation: [{ kind: 'COMPONENT', note: '6 x MUG-RED' }, { kind: 'COMPONENT', note: '1 x TEAPOT-1L' }, { kind: 'LIST', note: 'The sum of its parts' }] }]);
  const [one, many] = [await countStatements(() => ask(1)), await countStatements(() => ask(100))];
  expect(many.statements).toHaveLength(one.statements.length);

  await catalog.ask(OLGA, 'mutation { upsertPrices(priceList: "default", prices: [{ sku: "TEA-SET", unitPrice: "59.90" }]) { version } }');
  expect((await ask(1)).offers).toMatchObject([{ unitPrice: '59.90' }]);
});

test('what a kit is made of can change between two calls of one checkout: it keeps what it held', async () => {
  await using catalog = await withTeaSet();
  const lines = [{ sku: 'TEA-SET', quantity: '1' }];
  await catalog.ask(BEA, RESERVE, { id: 'tea', lines });
  await catalog.ask(OLGA, SET_COMPONENTS, { sku: 'TEA-SET', components: [{ sku: 'MUG-RED', ratio: '4' }] });
  expect(await catalog.ask(BEA, RESERVE, { id: 'tea', lines })).toEqual({ reserveStock: true });
  expect(await reservedOf(catalog, 'MUG-RED')).toBe('6');
});

test.each([
  ['a thing that is no kit', 'MUG-RED', [{ sku: 'MUG-BLUE', ratio: '1' }], 'BAD_USER_INPUT'],
  ['a component nobody knows', 'TEA-SET', [{ sku: 'NOPE', ratio: '1' }], 'BAD_USER_INPUT'],
  ['itself', 'TEA-SET', [{ sku: 'TEA-SET', ratio: '1' }], 'BAD_USER_INPUT'],
  ['nothing of something', 'TEA-SET', [{ sku: 'MUG-RED', ratio: '0' }], 'BAD_USER_INPUT'],
])('components of %s are refused', async (_what, sku, components, code) => {
  await using catalog = await withTeaSet();
  expect(await catalog.refused(OLGA, SET_COMPONENTS, { sku, components })).toMatchObject({ code });
  expect(await catalog.refused(BEA, SET_COMPONENTS, { sku, components })).toMatchObject({ code: 'FORBIDDEN' });
});

test('stock is held in the primary unit, whatever unit was ordered', async () => {
  await using catalog = await openCatalog();
  await catalog.ask(OLGA, 'mutation { adjustStock(sku: "SCREW-M4", onHand: 500) { sku } }');
  await catalog.ask(BEA, RESERVE, { id: 'boxes', lines: [{ sku: 'SCREW-M4', quantity: '2', uom: 'BX' }, { sku: 'SCREW-M4', quantity: '50' }] });
  expect(await reservedOf(catalog, 'SCREW-M4')).toBe('450');
  const { offers } = await catalog.ask(BEA, '{ offers(requests: [{ sku: "SCREW-M4", quantity: 1 }, { sku: "SCREW-M4", quantity: 1, uom: "BX" }]) { available } }');
  expect(offers).toEqual([{ available: '50' }, { available: '0.25' }]);
  expect(await catalog.refused(BEA, RESERVE, { id: 'more', lines: [{ sku: 'SCREW-M4', quantity: '1', uom: 'BX' }] })).toMatchObject({ code: 'INSUFFICIENT_STOCK' });
});
