import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UnitPricedLine } from '../../../../subgraphs/catalog/domain/engine/priced-document.ts';
import type { PriceRow, TierRule } from '../../../../subgraphs/catalog/domain/engine/pricing-facts.ts';
import { listPriceOnly, seesNetPrice } from '../../../../subgraphs/catalog/domain/show-price.ts';
import { price } from './documents.ts';

const NOW = new Date('2026-05-03T12:00:00Z');
const EVER = new Date(0);
const micro = (units: number): bigint => BigInt(Math.round(units * 1_000_000));
const row = (from: number, price: number, more: Partial<PriceRow> = {}): PriceRow => ({ uom: 'EA', minQuantityMicro: micro(from), unitPriceMicro: micro(price), validFrom: EVER, validUntil: null, ...more });
const find = (rows: readonly PriceRow[], quantity: number, at = NOW, tierRule: TierRule = 'CHEAPEST'): (UnitPricedLine & { listMicro: bigint; unitMicro: bigint }) | undefined => {
  const line = price({ at, lines: [{ sku: 'A', quantity: String(quantity), uom: 'EA' }] }, { prices: { default: { A: rows } }, tierRule }).lines[0];
  return line && line.listMicro !== null && line.unitMicro !== null ? { ...line, listMicro: line.listMicro, unitMicro: line.unitMicro } : undefined;
};

const TIERS = [row(1, 2.5), row(10, 2.3), row(100, 2.1)];

test('a quantity below the second tier costs the list price, and learns where the next tier begins', () => {
  expect(find(TIERS, 9)).toMatchObject({
    listMicro: micro(2.5),
    unitMicro: micro(2.5),
    steps: [{ kind: 'LIST', deltaMicro: micro(2.5), note: 'Next tier from 10: 2.30' }],
  });
});

test('a quantity that reaches a tier costs the tier, told as a step down from the list price', () => {
  expect(find(TIERS, 10)?.steps).toMatchObject([
    { kind: 'LIST', source: 'default', deltaMicro: micro(2.5), afterMicro: micro(2.5), note: null },
    { kind: 'TIER', source: 'default', deltaMicro: micro(-0.2), afterMicro: micro(2.3), note: 'From 10: 2.30. Next tier from 100: 2.10' },
  ]);
});

test('a fraction of one unit costs the price from one on', () => {
  expect(find(TIERS, 0.25)?.unitMicro).toBe(micro(2.5));
});

test('below the smallest quantity a list sells there is no price', () => {
  expect(find([row(10, 2)], 9)).toBeUndefined();
  expect(find([row(10, 2)], 10)?.unitMicro).toBe(micro(2));
});

test('a tier that is dearer than a smaller one never wins', () => {
  expect(find([row(1, 2), row(10, 3)], 10)).toMatchObject({ unitMicro: micro(2), steps: [{ kind: 'LIST', note: null }] });
});

test('of two prices for the same quantity the one that began last holds, though it costs more', () => {
  const raised = row(1, 3, { validFrom: new Date('2026-05-01T00:00:00Z') });
  expect(find([row(1, 2.5), raised], 1)?.unitMicro).toBe(micro(3));
  expect(find([row(1, 2.5), raised], 1, new Date('2026-04-30T23:59:59Z'))?.unitMicro).toBe(micro(2.5));
});

test('a price holds up to its end and not at it; then the one before holds again', () => {
  const until = new Date('2026-05-04T00:00:00Z');
  const offer = row(1, 2, { validFrom: new Date('2026-05-01T00:00:00Z'), validUntil: until });
  expect(find([row(1, 2.5), offer], 1)).toMatchObject({ unitMicro: micro(2), validUntil: until });
  expect(find([row(1, 2.5), offer], 1, until)).toMatchObject({ unitMicro: micro(2.5), validUntil: null });
});

test('a price of nothing is a price', () => {
  expect(find([row(1, 0)], 1)).toMatchObject({ unitMicro: 0n, steps: [{ kind: 'LIST', deltaMicro: 0n }] });
});

test('prices in another unit do not count', () => {
  expect(find([row(1, 2, { uom: 'BX' })], 1)).toBeUndefined();
});

test('who sees list prices only learns nothing of tiers [CART-29]', () => {
  const found = find(TIERS, 50);
  expect(found && listPriceOnly(found)).toMatchObject({
    listMicro: micro(2.5),
    unitMicro: micro(2.5),
    steps: [{ kind: 'LIST', source: 'default', deltaMicro: micro(2.5), afterMicro: micro(2.5), note: null, losers: [] }],
    validUntil: null,
  });
  const buyer = { id: 'b', kind: 'BUYER' as const, accountId: 'a', permissions: [] };
  expect([seesNetPrice(buyer), seesNetPrice({ ...buyer, permissions: ['VIEW_NET_PRICE'] }), seesNetPrice({ ...buyer, kind: 'INDIVIDUAL' }), seesNetPrice(null)]).toEqual([false, true, true, true]);
});

const moments = fc.constantFrom(EVER, new Date('2026-05-01T00:00:00Z'), NOW, new Date('2026-06-01T00:00:00Z'));
const anyRow: fc.Arbitrary<PriceRow> = fc.record({
  uom: fc.constantFrom('EA', 'BX'),
  minQuantityMicro: fc.bigInt({ min: 1n, max: 20_000_000n }),
  unitPriceMicro: fc.bigInt({ min: 0n, max: 9_000_000n }),
  validFrom: moments,
  validUntil: fc.option(moments),
});
const rows = fc.uniqueArray(anyRow, { selector: (each) => `${each.uom} ${each.minQuantityMicro} ${each.validFrom.getTime()}`, maxLength: 12 });
const quantities = fc.integer({ min: 1, max: 30_000 }).map((thousandths) => thousandths / 1_000);

test('the steps add up to the unit price, which is never above the list price', () => {
  fc.assert(
    fc.property(rows, quantities, (some, quantity) => {
      const found = find(some, quantity);
      fc.pre(found !== undefined);
      expect(found.steps.reduce((total: bigint, step) => total + step.deltaMicro, 0n)).toBe(found.unitMicro);
      expect(found.steps.at(-1)?.afterMicro).toBe(found.unitMicro);
      expect(found.steps[0]).toMatchObject({ kind: 'LIST', deltaMicro: found.listMicro });
      expect(found.unitMicro <= found.listMicro).toBe(true);
    }),
  );
});

test('more never costs more a unit', () => {
  const priceOr = (found: ReturnType<typeof find>, none: bigint): bigint => found?.unitMicro ?? none;
  fc.assert(
    fc.property(rows, quantities, quantities, (some, one, other) => {
      const few = find(some, Math.min(one, other));
      const many = find(some, Math.max(one, other));
      expect(few !== undefined && many === undefined).toBe(false);
      expect(priceOr(many, 0n) <= priceOr(few, 9_000_000n)).toBe(true);
    }),
  );
});

test('the order of the rows makes no difference', () => {
  fc.assert(fc.property(rows, quantities, (some, quantity) => void expect(find(some.toReversed(), quantity)).toEqual(find(some, quantity))));
});

test('a row that is over, not yet begun or in another unit makes no difference', () => {
  const inForce = (each: PriceRow): boolean => each.uom === 'EA' && each.validFrom <= NOW && (!each.validUntil || each.validUntil > NOW);
  fc.assert(fc.property(rows, quantities, (some, quantity) => void expect(find(some.filter(inForce), quantity)).toEqual(find(some, quantity))));
});

test('a list whose last tier holds charges it though it is dearer', () => {
  const rows = [row(1, 2), row(10, 3), row(20, 1)];
  expect([5, 10, 20].map((quantity) => find(rows, quantity, NOW, 'REACHED')?.unitMicro)).toEqual([micro(2), micro(3), micro(1)]);
  expect(find(rows, 20)?.steps[1]?.losers).toEqual([{ source: 'default from 10', unitMicro: micro(3), reason: 'A tier that the quantity reaches is cheaper.' }]);
});
