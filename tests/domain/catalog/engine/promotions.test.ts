import { describe, expect, test } from 'vitest';
import { NOW, price, promotion } from './documents.ts';

const micro = (amount: number): bigint => BigInt(Math.round(amount * 1_000_000));
const prices = { default: { A: '10', B: '4', GIFT: '3' } };
const cart = { lines: [{ sku: 'A', quantity: '3' }, { sku: 'B', quantity: '5' }] };

describe('promotions on lines', () => {
  test('are taken off the unit price in the order of their priority, then of their id', () => {
    const promotions = [promotion('tenth', { percentOff: '10' }), promotion('pound', { kind: 'AMOUNT', amountOffMicro: micro(1), currency: 'GBP', priority: 5 })];
    const { lines, promotionsApplied } = price(cart, { prices, promotions });
    expect(lines.map(({ unitMicro }) => unitMicro)).toEqual([micro(8.1), micro(2.7)]);
    expect(lines[0]?.steps.map(({ source, deltaMicro }) => [source, deltaMicro])).toEqual([['default', micro(10)], ['pound', micro(-1)], ['tenth', micro(-0.9)]]);
    expect(promotionsApplied).toEqual([{ id: 'pound', version: 1, code: null, amountMinor: 800n }, { id: 'tenth', version: 1, code: null, amountMinor: 420n }]);
  });

  test('that are exclusive stand alone, and name whom they kept out', () => {
    const promotions = [promotion('half', { percentOff: '50', stacking: 'EXCLUSIVE', priority: 9 }), promotion('more', { code: 'MORE', percentOff: '60' })];
    const { lines, promotionsRefused } = price({ ...cart, promotionCodes: ['more'] }, { prices, promotions });
    expect(lines[0]?.unitMicro).toBe(micro(5));
    expect(lines[0]?.steps.at(-1)?.losers).toEqual([{ source: 'more', unitMicro: micro(4), reason: 'half comes first and they do not combine.' }]);
    expect(promotionsRefused).toEqual([{ code: 'MORE', reason: 'NOT_COMBINABLE' }]);
  });

  test('hold for their products and quantities only', () => {
    const promotions = [promotion('a', { percentOff: '50', skus: ['A'], minQuantityMicro: micro(4) }), promotion('b', { percentOff: '50', skus: ['B'], minQuantityMicro: micro(5) })];
    expect(price(cart, { prices, promotions }).lines.map(({ unitMicro }) => unitMicro)).toEqual([micro(10), micro(2)]);
  });

  test('never take more off than there is', () => {
    const promotions = [promotion('much', { kind: 'AMOUNT', amountOffMicro: micro(99), currency: 'GBP' })];
    expect(price(cart, { prices, promotions }).totalMinor).toBe(0n);
  });

  test('lose to the price a rep sets, which names them', () => {
    const promotions = [promotion('half', { percentOff: '50', code: 'HALF' }), promotion('off', { level: 'CART', percentOff: '10' })];
    const { lines, discountTotalMinor, promotionsRefused } = price(
      { mode: 'QUOTE', promotionCodes: ['HALF'], lines: [{ sku: 'A', quantity: '1', override: { unitMicro: micro(9.5), by: 'sam', reason: 'A regular' } }] },
      { prices, promotions },
    );
    expect(lines[0]?.steps.at(-1)).toEqual({
      kind: 'OVERRIDE', source: 'sam', sourceVersion: null, deltaMicro: micro(-0.5), afterMicro: micro(9.5), note: 'A regular',
      losers: [{ source: 'half', unitMicro: micro(5), reason: 'sam set the price.' }],
    });
    expect(discountTotalMinor).toBe(0n);
    expect(promotionsRefused).toEqual([{ code: 'HALF', reason: 'OVERRIDDEN' }]);
  });
});

describe('promotions that give goods', () => {
  const gift = promotion('gift', { kind: 'BUY_GET', skus: ['A'], buyMicro: micro(2), getMicro: micro(1), getSku: 'GIFT' });

  test('add a line for nothing, so many times as all lines together earn it', () => {
    const { freeLines, totalMinor, promotionsApplied } = price({ lines: [{ sku: 'A', quantity: '3' }, { sku: 'A', quantity: '2' }, { sku: 'B', quantity: '9' }] }, { prices, promotions: [gift] });
    expect(freeLines).toEqual([{ sku: 'GIFT', name: 'A thing', uom: 'EA', quantity: '2', promotionId: 'gift', promotionVersion: 1, freeGoodsOf: ['line-0', 'line-1'], available: null }]);
    expect(totalMinor).toBe(8_600n);
    expect(promotionsApplied).toEqual([{ id: 'gift', version: 1, code: null, amountMinor: 0n }]);
  });

  test('that are not earned yet keep nobody else out', () => {
    const promotions = [{ ...gift, stacking: 'EXCLUSIVE' as const, priority: 9, buyMicro: micro(20) }, promotion('half', { percentOff: '50' })];
    const { freeLines, lines } = price(cart, { prices, promotions });
    expect([freeLines, lines[0]?.unitMicro]).toEqual([[], micro(5)]);
  });
});

describe('promotions on the cart', () => {
  test('are spread over the lines to the last penny', () => {
    const { lines, adjustments, totalMinor } = price(cart, { prices, promotions: [promotion('off', { level: 'CART', kind: 'AMOUNT', amountOffMicro: micro(10.01), currency: 'GBP' })] });
    expect(lines.map(({ discountMinor }) => discountMinor)).toEqual([601n, 400n]);
    expect([adjustments[0]?.amountMinor, totalMinor]).toEqual([1_001n, 3_999n]);
  });

  test('follow each other, each on what is left', () => {
    const promotions = [promotion('a', { level: 'CART', percentOff: '10' }), promotion('b', { level: 'CART', percentOff: '10', skus: ['A'] })];
    expect(price(cart, { prices, promotions }).adjustments.map(({ promotionId, amountMinor }) => [promotionId, amountMinor])).toEqual([['a', 500n], ['b', 270n]]);
  });

  test('wait for their amount', () => {
    const big = promotion('big', { level: 'CART', percentOff: '10', code: 'BIG', minSubtotalMicro: micro(50.01), currency: 'GBP' });
    expect(price({ ...cart, promotionCodes: [' big '] }, { prices, promotions: [big] }).promotionsRefused).toEqual([{ code: 'BIG', reason: 'NOT_APPLICABLE' }]);
    expect(price({ ...cart, promotionCodes: ['big'] }, { prices, promotions: [{ ...big, minSubtotalMicro: micro(50) }] }).discountTotalMinor).toBe(500n);
  });
});

test.each([
  ['nobody made', [], new Map(), 'UNKNOWN_CODE'],
  ['for others, and they learn nothing of it', [promotion('p', { code: 'P', percentOff: '1', accountIds: ['globex'] })], new Map(), 'UNKNOWN_CODE'],
  ['that is over', [promotion('p', { code: 'P', percentOff: '1', validUntil: NOW })], new Map(), 'NOT_IN_FORCE'],
  ['that is used up', [promotion('p', { code: 'P', percentOff: '1', useLimit: 3 })], new Map([['p', { byAll: 3, byAccount: 0 }]]), 'USED_UP'],
  ['that this account used up', [promotion('p', { code: 'P', percentOff: '1', useLimitPerCustomer: 1 })], new Map([['p', { byAll: 3, byAccount: 1 }]]), 'USED_UP_BY_CUSTOMER'],
])('a code %s is refused with its reason and takes nothing off [CART-72]', (_name, promotions, uses, reason) => {
  const { promotionsRefused, totalMinor } = price({ ...cart, promotionCodes: ['p'] }, { prices, promotions, uses });
  expect([promotionsRefused, totalMinor]).toEqual([[{ code: 'P', reason }], 5_000n]);
});

test('a code that was not entered does nothing', () => {
  expect(price(cart, { prices, promotions: [promotion('p', { code: 'P', percentOff: '50' })] })).toMatchObject({ totalMinor: 5_000n, promotionsApplied: [], promotionsRefused: [] });
});
