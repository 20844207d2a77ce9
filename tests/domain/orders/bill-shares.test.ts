import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, minorFrom, moneyOf, shareOf, sum } from '#kernel/money.ts';
import { nextBill, type Bill, type BillableLine, type ToBill } from '../../../subgraphs/orders/domain/bill-shares.ts';

const text = (minor: bigint): string => moneyOf(minor, 'GBP').amount;
const minor = (amount: string): bigint => minorFrom(amount, 'GBP');

const wishedLines = fc.array(fc.record({ totalMinor: fc.bigInt(0n, 1_000_000n), quantity: fc.bigInt(1n, 9n) }), { minLength: 1, maxLength: 6 });
const wished = fc.record({
  lines: wishedLines,
  percentOff: fc.integer({ min: 0, max: 100 }),
  rate: fc.constantFrom('0', '0.05', '0.2'),
  freightMinor: fc.bigInt(0n, 5_000n),
  freightOffMinor: fc.bigInt(0n, 500n),
  reliefPercent: fc.integer({ min: 0, max: 20 }),
  pricesIncludeTax: fc.boolean(),
});

/** An order as it was confirmed: taxes a line, a discount that is shared out, freight with a tax of its own. */
const orders = wished.map(({ lines: wishes, percentOff, rate, freightMinor, freightOffMinor, reliefPercent, pricesIncludeTax }): Omit<ToBill, 'billed' | 'billedLines' | 'upTo'> => {
  const subtotalMinor = sum(wishes.map((line) => line.totalMinor));
  const offMinor = (subtotalMinor * BigInt(percentOff)) / 100n;
  const shares = allocate(offMinor, wishes.map((line) => line.totalMinor), 'GBP');
  const lines = wishes.map(({ totalMinor, quantity }, i): BillableLine => {
    const discountMinor = shares[i] ?? 0n;
    const base = totalMinor - discountMinor;
    return { id: `line-${i}`, quantityMicro: quantity * 1_000_000n, totalMinor, discountMinor, taxes: [{ code: 'VAT', rate, base: text(base), amount: text(shareOf(base, rate, 'GBP')) }] };
  });
  const freightTax = { code: 'VAT', rate, base: text(freightMinor), amount: text(shareOf(freightMinor, rate, 'GBP')) };
  const taxTotalMinor = sum([...lines.flatMap((line) => line.taxes), freightTax].map((tax) => minor(tax.amount)));
  const baseMinor = sum([...lines.flatMap((line) => line.taxes), freightTax].map((tax) => minor(tax.base)));
  const grossMinor = subtotalMinor - offMinor + freightMinor;
  const reliefMinor = pricesIncludeTax ? (grossMinor * BigInt(reliefPercent)) / 100n : 0n;
  const discountTotalMinor = offMinor + (freightOffMinor < freightMinor ? freightOffMinor : 0n);
  const totalMinor = subtotalMinor - discountTotalMinor + freightMinor + (pricesIncludeTax ? 0n : taxTotalMinor) - reliefMinor;
  const taxes = [{ code: 'VAT', rate, base: text(baseMinor), amount: text(taxTotalMinor) }];
  return { order: { currency: 'GBP', subtotalMinor, discountTotalMinor, shippingTotalMinor: freightMinor, taxTotalMinor, totalMinor, pricesIncludeTax, taxes }, lines };
});

/** Bills an order parcel by parcel: each cut says how many pieces of which line leave. */
function billAll({ order, lines }: Omit<ToBill, 'billed' | 'billedLines' | 'upTo'>, cuts: readonly { line: number; pieces: bigint }[]): Bill[] {
  const bills: Bill[] = [];
  const shipped = new Map(lines.map((line) => [line.id, 0n]));
  const bill = (): void => void bills.push(nextBill({ order, lines, billed: bills, billedLines: bills.flatMap((each) => each.lines), upTo: new Map(shipped) }));
  for (const { line: index, pieces } of cuts) {
    const line = lines[index % lines.length];
    if (!line) continue;
    const upTo = (shipped.get(line.id) ?? 0n) + pieces * 1_000_000n;
    shipped.set(line.id, upTo < line.quantityMicro ? upTo : line.quantityMicro);
    bill();
  }
  for (const line of lines) shipped.set(line.id, line.quantityMicro);
  bill();
  return bills;
}

const cuts = fc.array(fc.record({ line: fc.nat(20), pieces: fc.bigInt(1n, 4n) }), { maxLength: 12 });

test('however an order is cut into parcels, its invoices add up to it, part by part; none is less than nothing [ORD-35]', () => {
  fc.assert(
    fc.property(orders, cuts, (whole, wanted) => {
      const bills = billAll(whole, wanted);
      const { order, lines } = whole;
      expect(sum(bills.map((bill) => bill.amountMinor))).toBe(order.totalMinor);
      expect(sum(bills.map((bill) => bill.subtotalMinor))).toBe(order.subtotalMinor);
      expect(sum(bills.map((bill) => bill.discountMinor))).toBe(order.discountTotalMinor);
      expect(sum(bills.map((bill) => bill.freightMinor))).toBe(order.shippingTotalMinor);
      expect(sum(bills.map((bill) => bill.taxMinor))).toBe(order.taxTotalMinor);
      for (const line of lines) {
        const parts = bills.flatMap((bill) => bill.lines).filter(({ orderLineId }) => orderLineId === line.id);
        expect(sum(parts.map((part) => part.quantityMicro))).toBe(line.quantityMicro);
        expect(sum(parts.map((part) => part.totalMinor))).toBe(line.totalMinor);
      }
      for (const bill of bills) for (const part of bill.lines) expect(part.totalMinor).toBeGreaterThanOrEqual(0n);
    }),
  );
});

test('what is billed once is not billed again', () => {
  fc.assert(
    fc.property(orders, (whole) => {
      const bills = billAll(whole, []);
      const upTo = new Map(whole.lines.map((line) => [line.id, line.quantityMicro]));
      const again = nextBill({ ...whole, billed: bills, billedLines: bills.flatMap((bill) => bill.lines), upTo });
      expect(again).toMatchObject({ lines: [], amountMinor: 0n, taxes: [] });
    }),
  );
});
