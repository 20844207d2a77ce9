import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, minorFrom, moneyOf, shareOf, sum } from '#kernel/money.ts';
import type { Confirmed } from '../../../subgraphs/orders/domain/confirmation.ts';
import { paidForLines } from '../../../subgraphs/orders/domain/paid-for-lines.ts';
import { refundFor } from '../../../subgraphs/orders/domain/refund.ts';

const text = (minor: bigint): string => moneyOf(minor, 'GBP').amount;
const minor = (amount: string): bigint => minorFrom(amount, 'GBP');

const totals = fc.array(fc.bigInt(0n, 10_000_000n), { minLength: 1, maxLength: 20 });
const wish = fc.record({ totals, discountPercent: fc.integer({ min: 0, max: 100 }), rate: fc.constantFrom('0', '0.05', '0.2'), freight: fc.bigInt(0n, 10_000n) });

/** An order as the price engine would confirm it: taxes a line, upon what is left of it. */
const confirmed = wish.map(({ totals, discountPercent, rate, freight }): Confirmed => {
  const subtotal = sum(totals);
  const discount = (subtotal * BigInt(discountPercent)) / 100n;
  const shares = allocate(discount, totals, 'GBP');
  const lines = totals.map((total, i) => {
    const base = total - (shares[i] ?? 0n);
    const taxes = [{ code: 'VAT', rate, base: text(base), amount: text(shareOf(base, rate, 'GBP')) }];
    return { sku: 'BOLT', description: null, quantity: '7', uom: 'EA', unitPrice: '1', total: text(total), discount: text(shares[i] ?? 0n), taxes, explanation: [] };
  });
  const freightTax = shareOf(freight, rate, 'GBP');
  const taxTotal = sum([...lines.flatMap((line) => line.taxes.map((tax) => minor(tax.amount))), freightTax]);
  return {
    accountId: 'a', ownerId: 'o', currency: 'GBP', subtotal: text(subtotal), discountTotal: text(discount), taxTotal: text(taxTotal), shippingTotal: text(freight),
    total: text(subtotal - discount + freight + taxTotal), pricesIncludeTax: false, taxRelief: '0', taxes: [], adjustments: [], promotionIds: [], paymentTerm: null, shippingMethod: null, lines,
  };
});

test('lines less discount, with shipping and tax, are the total; what was paid for the lines is all of it but the freight and its tax', () => {
  fc.assert(
    fc.property(confirmed, (order) => {
      const lineTotals = sum(order.lines.map((line) => minor(line.total)));
      expect(lineTotals - minor(order.discountTotal) + minor(order.shippingTotal) + minor(order.taxTotal)).toBe(minor(order.total));
      const lineTaxes = sum(order.lines.flatMap((line) => line.taxes.map((tax) => minor(tax.amount))));
      expect(sum(paidForLines(order))).toBe(minor(order.total) - minor(order.shippingTotal) - (minor(order.taxTotal) - lineTaxes));
    }),
  );
});

test('tax within the prices that an exempt buyer was spared is not refunded', () => {
  fc.assert(
    fc.property(confirmed, fc.integer({ min: 0, max: 20 }), (order, percent) => {
      const gross = sum(order.lines.map((line) => minor(line.total) - minor(line.discount)));
      const relief = ((gross + minor(order.shippingTotal)) * BigInt(percent)) / 100n;
      const paid = paidForLines({ ...order, pricesIncludeTax: true, taxRelief: text(relief) });
      expect(sum(paid)).toBeLessThanOrEqual(gross);
      expect(sum(paid) + minor(order.shippingTotal)).toBeGreaterThanOrEqual(gross + minor(order.shippingTotal) - relief);
      for (const minor of paid) expect(minor).toBeGreaterThanOrEqual(0n);
    }),
  );
});

test('parts of a line returned one by one bring back what was paid for it, to the cent and never more [I13]', () => {
  const parts = fc.array(fc.bigInt(1n, 5_000_000n), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.bigInt(0n, 10_000_000n), parts, (paidMinor, quantities) => {
      const quantityMicro = sum(quantities);
      let [returnedMicro, refundedMinor] = [0n, 0n];
      for (const quantity of quantities) {
        const refund = refundFor({ paidMinor, quantityMicro, returnedMicro, refundedMinor }, quantity, 'GBP');
        expect(refund).toBeGreaterThanOrEqual(0n);
        returnedMicro += quantity;
        refundedMinor += refund;
        expect(refundedMinor).toBeLessThanOrEqual(paidMinor);
      }
      expect(refundedMinor).toBe(paidMinor);
    }),
  );
});
