import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, lineTotal, minorFrom, moneyOf, shareOf, sum } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { editLines, editTotals, type EditableLine, type EditableTotals } from '../../../subgraphs/orders/domain/edit-order.ts';

const text = (minor: bigint): string => moneyOf(minor, 'GBP').amount;
const minor = (amount: string): bigint => minorFrom(amount, 'GBP');
const wishes = fc.array(fc.record({ unitMicro: fc.bigInt(0n, 50_000_000n), pieces: fc.bigInt(1n, 9n), left: fc.bigInt(0n, 9n) }), { minLength: 2, maxLength: 6 });

test('what survives an edit keeps its price; totals stay the sums of the lines, and the tax that of them', () => {
  fc.assert(
    fc.property(wishes, fc.integer({ min: 0, max: 60 }), fc.bigInt(0n, 900n), (wanted, percent, freight) => {
      const totals = wanted.map(({ unitMicro, pieces }) => lineTotal(unitMicro, String(pieces), 'GBP'));
      const off = (sum(totals) * BigInt(percent)) / 100n;
      const shares = allocate(off, totals, 'GBP');
      const lines = wanted.map(({ unitMicro, pieces }, i): EditableLine => {
        const discountMinor = shares[i] ?? 0n;
        const base = (totals[i] ?? 0n) - discountMinor;
        const tax = shareOf(base, '0.2', 'GBP');
        return { id: String(i), sku: 'BOLT', depth: 0, shippable: true, quantityMicro: pieces * 1_000_000n, canceledMicro: 0n, pickedMicro: 0n, unitMicro, totalMinor: totals[i] ?? 0n, discountMinor, paidMinor: base + tax, taxes: [{ code: 'VAT', rate: '0.2', base: text(base), amount: text(tax) }] };
      });
      const taxes = lines.flatMap((line) => line.taxes);
      const taxTotalMinor = sum(taxes.map((tax) => minor(tax.amount)));
      const order: EditableTotals = {
        currency: 'GBP', pricesIncludeTax: false, subtotalMinor: sum(totals), discountTotalMinor: off, taxTotalMinor, shippingTotalMinor: freight, totalMinor: sum(totals) - off + taxTotalMinor + freight,
        taxes: [{ code: 'VAT', rate: '0.2', base: text(sum(taxes.map((tax) => minor(tax.base)))), amount: text(taxTotalMinor) }], adjustments: off > 0n ? [{ promotionId: 'p', name: 'Off', code: null, amount: text(off) }] : [],
      };
      const edits = wanted.flatMap(({ pieces, left }, i) => (i > 0 && left < pieces ? { orderLineId: String(i), quantity: String(left) } : [])); // the first line stays
      const edited = editLines(lines, edits, order, []);
      const after = editTotals(order, lines, edited);
      const all = lines.map((line) => edited.find(({ id }) => id === line.id) ?? line);
      expect(after.subtotalMinor).toBe(sum(all.map((line) => line.totalMinor)));
      expect(after.discountTotalMinor).toBe(sum(all.map((line) => line.discountMinor)));
      expect(after.taxTotalMinor).toBe(sum(all.flatMap((line) => line.taxes.map((tax) => minor(tax.amount)))));
      expect(after.totalMinor).toBe(after.subtotalMinor - after.discountTotalMinor + after.taxTotalMinor + freight);
      expect(sum(after.adjustments.map(({ amount }) => minor(amount)))).toBe(after.discountTotalMinor);
      for (const line of all) expect(line.totalMinor).toBe(lineTotal(lines.find(({ id }) => id === line.id)?.unitMicro ?? 0n, fromMicro(line.quantityMicro), 'GBP'));
    }),
  );
});
