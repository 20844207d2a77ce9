import { expect, test } from 'vitest';
import { chooseEvenly } from '../../cli/replay/choose.ts';
import { judgeInvoice } from '../../cli/replay/judge-invoice.ts';
import { compareBooks } from '../../cli/replay/compare-books.ts';
import { createPace } from '../../cli/replay/pace.ts';
import { planWaves } from '../../cli/replay/plan-waves.ts';
import { createPriceFeed } from '../../cli/replay/price-feed.ts';
import { takeEach } from '../../cli/replay/take-each.ts';
import type { Invoice } from '../../cli/uci/read-invoices.ts';

type Line = [sku: string, quantity: number, pounds: number];

const invoice = (number: string, customerId: string | undefined, ...lines: Line[]): Invoice => ({
  number,
  date: '2010-12-01',
  customerId,
  lines: lines.map(([sku, quantity, pounds]) => ({ sku, quantity, price: BigInt(Math.round(pounds * 1_000_000)) })),
});
const judge = (given: Invoice) => judgeInvoice(given, new Map([[given.number, { total: '0', lines: given.lines.length }]]));
const sale = (given: Invoice) => ({ invoice: given, way: 'cart' as const, total: '0' });

test.for([
  ['a sale', invoice('1', '7', ['A', 6, 2.55], ['POST', 1, 18]), { way: 'cart' }],
  ['a free gift to a customer', invoice('1', '7', ['A', 1, 0]), { way: 'cart' }],
  ['a cheaper price at a larger quantity', invoice('1', undefined, ['A', 1, 2], ['A', 12, 1.5]), { way: 'cart' }],
  ['two prices at one quantity', invoice('1', '7', ['A', 1, 2], ['A', 1, 1.5]), { way: 'quote' }],
  ['a larger quantity that is dearer', invoice('1', '7', ['A', 1, 1.5], ['A', 12, 2]), { way: 'quote' }],
  ['two prices at one quantity for a guest', invoice('1', undefined, ['A', 1, 2], ['A', 1, 1.5]), { leftOut: 'guestPrices' }],
  ['a cancellation', invoice('C1', '7', ['A', -1, 2]), { leftOut: 'credit' }],
  ['a correction of the books', invoice('A1', undefined, ['B', 1, 9]), { leftOut: 'adjustment' }],
  ['a write-off', invoice('1', undefined, ['A', -9, 0]), { leftOut: 'writeOff' }],
  ['stock that was found', invoice('1', undefined, ['A', 9, 0]), { leftOut: 'stockMovement' }],
  ['a discount as a line', invoice('1', '7', ['A', 1, 2], ['D', 1, 1]), { leftOut: 'neverSold' }],
] as const)('%s: %o', ([, given, verdict]) => expect(judge(given)).toEqual(verdict));

test('an invoice whose lines stand apart is left out', () => {
  const given = invoice('1', '7', ['A', 1, 2]);
  expect(judgeInvoice(given, new Map([['1', { total: '4', lines: 2 }]]))).toEqual({ leftOut: 'scattered' });
});

test('some are chosen evenly from first to last', () => {
  const numbers = Array.from({ length: 10 }, (_, i) => String(i));
  expect(chooseEvenly(numbers, { count: 4 })).toEqual(['0', '2', '5', '7']);
  expect(chooseEvenly(numbers, { count: 40 })).toEqual(numbers);
  expect(chooseEvenly(numbers, { every: 3 })).toEqual(['0', '3', '6', '9']);
  expect(chooseEvenly(numbers, { numbers: ['8', '2', 'x'] })).toEqual(['2', '8']);
});

test('a wave ends where a price has to change or a customer comes again', () => {
  const waves = planWaves([
    sale(invoice('1', '7', ['A', 6, 2.55])),
    sale(invoice('2', '8', ['A', 12, 2.55], ['B', 1, 1])),
    sale(invoice('3', '9', ['A', 6, 2.95])),
    sale(invoice('4', '9', ['A', 6, 2.95])),
    sale(invoice('5', undefined, ['A', 6, 2.95])),
    sale(invoice('6', undefined, ['A', 6, 2.95])),
  ]);
  expect(waves.map(({ sales }) => sales.map((each) => each.invoice.number))).toEqual([['1', '2'], ['3'], ['4', '5', '6']]);
});

test('an invoice with a price that falls with the quantity keeps its tiers', () => {
  const [wave] = planWaves([sale(invoice('1', '7', ['A', 1, 2], ['A', 12, 1.5]))]);
  const feed = createPriceFeed(new Map([['A', new Map([[1, 3_000_000n], [6, 2_500_000n]])]]));
  expect(feed.pricesFor(wave?.needs ?? new Map()).map(({ minQuantity, unitPrice }) => [minQuantity, unitPrice])).toEqual([['1', '2.00'], ['6', '2.00'], ['12', '1.50']]);
  expect(feed.extraSteps()).toEqual({ A: [12] });
});

test('the feed loads what changes alone, and leaves the list as the catalog has it', () => {
  const feed = createPriceFeed(new Map([['A', new Map([[1, 3_000_000n], [6, 2_500_000n]])]]));
  const needs = new Map([['A', new Map([[1, 3_000_000n], [12, 2_000_000n]])]]);
  expect(feed.pricesFor(needs)).toHaveLength(3);
  expect(feed.pricesFor(needs)).toEqual([]);
  const end = new Date('2026-11-22T00:00:00Z');
  expect(feed.pricesAfter(end)).toEqual([
    { sku: 'A', minQuantity: '6', unitPrice: '2.50', validUntil: null },
    { sku: 'A', minQuantity: '12', unitPrice: '2.00', validUntil: end.toISOString() },
  ]);
});

test('steps that a run left behind when it was cut short are overruled and ended by the next', () => {
  const feed = createPriceFeed(new Map([['A', new Map([[1, 3_000_000n]])]]), { A: [12] });
  expect(feed.pricesFor(new Map([['A', new Map([[20, 2_800_000n]])]])).map(({ minQuantity, unitPrice }) => [minQuantity, unitPrice])).toEqual([['1', '2.80'], ['12', '2.80']]);
  expect(feed.pricesAfter(new Date()).filter(({ validUntil }) => validUntil !== null).map(({ minQuantity }) => minQuantity)).toEqual(['12']);
});

test('so many are worked on at once, and an error stops what has not begun', async () => {
  let running = 0;
  let most = 0;
  const work = async (item: number): Promise<void> => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running -= 1;
    if (item === 5) throw new Error('stop');
    if (item > 8) throw new Error('this had not begun');
  };
  await expect(takeEach([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3, work)).rejects.toThrow('stop');
  expect(most).toBe(3);
});

const told = (month: string, country: string, lines: number, quantity: string, total: string) => ({ month, country, lines, quantity, total, exact: total });
const booked = (lines: number, quantity: bigint, total: string) => ({ lines, quantity, total });

test('orders are held against the file by month and country, and what was left out is told', () => {
  const totals = new Map([
    ['1', told('2010-12', 'Spain', 2, '5', '10.00')],
    ['2', told('2010-12', 'Poland', 1, '3', '4.00')],
    ['3', told('2011-01', 'Spain', 1, '1', '2.00')],
    ['C4', told('2011-01', 'Spain', 1, '-1', '-2.00')],
  ]);
  const reasons = new Map([['C4', 'credit' as const]]);
  const same = compareBooks(totals, reasons, new Map([['1', booked(2, 5n, '10.00')], ['3', booked(1, 1n, '2.00')]]));
  expect(same.differences).toEqual([]);
  expect(same.orders.product).toMatchObject({ invoices: 2, lines: 3, quantity: 6n, micro: 12_000_000n });
  expect([...same.leftOut.keys()]).toEqual(['notChosen', 'credit']);
  expect(same.everything).toMatchObject({ invoices: 4, lines: 5, quantity: 8n, micro: 14_000_000n });

  for (const wrong of [booked(1, 5n, '10.00'), booked(2, 6n, '10.00'), booked(2, 5n, '10.01')]) {
    expect(compareBooks(totals, reasons, new Map([['1', wrong]])).differences).toEqual(['2010-12', 'Spain']);
  }
});

test('the pace is told by tenths of the sales', () => {
  let now = 100;
  const pace = createPace(20, () => now);
  for (let sale = 0; sale < 20; sale++) {
    now += sale < 2 ? 1 : 2;
    pace.note(10);
  }
  expect(pace.tenths()).toHaveLength(10);
  expect(pace.tenths()[0]).toEqual({ orders: 2, lines: 20, seconds: 2 });
  expect(pace.tenths()[9]).toEqual({ orders: 2, lines: 20, seconds: 4 });
});
