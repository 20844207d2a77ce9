import fc from 'fast-check';
import { allocate, moneyOf, sum } from '#kernel/money.ts';

/** An order as a buyer confirms it: whole pieces, at any prices, discounts, taxes and freight, paid in one of the ways. */
export interface Bought {
  readonly lines: readonly { readonly quantity: number; readonly totalMinor: bigint; readonly discountMinor: bigint; readonly taxMinor: bigint }[];
  readonly freightMinor: bigint;
  readonly pricesIncludeTax: boolean;
  readonly pays: 'CARD' | 'INVOICE' | 'CASH';
}

const line = fc.record({ quantity: fc.integer({ min: 1, max: 5 }), unit: fc.integer({ min: 1, max: 3_000 }), off: fc.integer({ min: 0, max: 50 }), rate: fc.constantFrom(0, 7, 20) });

/** Unit prices in whole pence, so that a line is what its pieces come to. */
export const bought: fc.Arbitrary<Bought> = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 3 }), freight: fc.integer({ min: 0, max: 999 }), pricesIncludeTax: fc.boolean(), pays: fc.constantFrom('CARD' as const, 'CARD' as const, 'INVOICE' as const, 'CASH' as const) })
  .map(({ lines, freight, pricesIncludeTax, pays }) => ({
    lines: lines.map(({ quantity, unit, off, rate }) => {
      const totalMinor = BigInt(quantity * unit);
      const [discountMinor = 0n] = allocate(totalMinor, [BigInt(off), BigInt(100 - off)], 'GBP');
      const [taxMinor = 0n] = allocate(totalMinor - discountMinor, [BigInt(rate), BigInt(100 - rate)], 'GBP');
      return { quantity, totalMinor, discountMinor, taxMinor };
    }),
    freightMinor: BigInt(freight),
    pricesIncludeTax,
    pays,
  }));

const text = (minor: bigint): string => moneyOf(minor, 'GBP').amount;
const money = (minor: bigint): { amount: string; currency: string } => ({ amount: text(minor), currency: 'GBP' });

/** What carts answer for it when a checkout takes hold. */
export function confirmed({ lines, freightMinor, pricesIncludeTax }: Bought): { lines: unknown[]; totals: object } {
  const subtotal = sum(lines.map((each) => each.totalMinor));
  const discount = sum(lines.map((each) => each.discountMinor));
  const tax = sum(lines.map((each) => each.taxMinor));
  const taxesOf = (taxMinor: bigint, base: bigint): object[] => (taxMinor === 0n ? [] : [{ code: 'VAT', rate: '0.2', base: text(base), amount: text(taxMinor) }]);
  return {
    lines: lines.map(({ quantity, totalMinor, discountMinor, taxMinor }) => ({
      sku: 'BOLT', quantity: String(quantity), uom: 'EACH', unitPrice: text(totalMinor / BigInt(quantity)), total: money(totalMinor), discount: text(discountMinor), taxes: taxesOf(taxMinor, totalMinor - discountMinor), explanation: [],
    })),
    totals: {
      subtotal: money(subtotal), discountTotal: money(discount), taxTotal: money(tax), shippingTotal: money(freightMinor), pricesIncludeTax,
      taxes: taxesOf(tax, subtotal - discount), total: money(subtotal - discount + freightMinor + (pricesIncludeTax ? 0n : tax)),
    },
  };
}
