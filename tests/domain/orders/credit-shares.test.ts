import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextCredit, totalCredit, type ClaimedLine, type CreditedLine } from '../../../subgraphs/orders/domain/credit-shares.ts';
import { billedFor, refundFor } from '../../../subgraphs/orders/domain/refund.ts';

const ONE = 1_000_000n;
const tax = (amount: string) => [{ code: 'VAT', rate: '0.2', base: '10.00', amount }];
const LINE = { id: 'l', quantityMicro: 3n * ONE, totalMinor: 1000n, discountMinor: 100n, taxes: tax('1.80'), paidMinor: 1080n, pickedMicro: 0n };
const GBP = { currency: 'GBP', pricesIncludeTax: false };

test('a line that comes back piece by piece is credited to the cent, and so is all it is made of', () => {
  const claim: ClaimedLine = { orderLineId: 'l', quantityMicro: 3n * ONE, refundMinor: 1080n, creditedMicro: 0n, creditedMinor: 0n };
  const credits: CreditedLine[] = [];
  for (let i = 0; i < 3; i++) {
    const done = { creditedMicro: BigInt(i) * ONE, creditedMinor: credits.reduce((all, each) => all + each.amountMinor, 0n) };
    const credit = nextCredit(LINE, { ...claim, ...done }, credits, ONE, 'GBP');
    if (credit) credits.push(credit);
  }
  expect(credits.map(({ amountMinor, totalMinor }) => [amountMinor, totalMinor])).toEqual([[360n, 333n], [360n, 334n], [360n, 333n]]);
  expect(totalCredit(credits, 0n, GBP)).toMatchObject({ subtotalMinor: 1000n, discountMinor: 100n, taxMinor: 180n, reliefMinor: 0n, amountMinor: 1080n });
  expect(nextCredit(LINE, { ...claim, creditedMicro: 3n * ONE, creditedMinor: 1080n }, credits, ONE, 'GBP')).toBeUndefined();
});

test('a fee is taken off, and never makes the buyer pay', () => {
  const claim: ClaimedLine = { orderLineId: 'l', quantityMicro: ONE, refundMinor: 360n, creditedMicro: 0n, creditedMinor: 0n };
  const credit = nextCredit(LINE, claim, [], 5n * ONE, 'GBP');
  if (!credit) throw new Error('Nothing was credited.');
  expect(credit.quantityMicro).toBe(ONE); // no more than was claimed
  expect(totalCredit([credit], 60n, GBP)).toMatchObject({ feeMinor: 60n, amountMinor: 300n });
  expect(totalCredit([credit], 900n, GBP)).toMatchObject({ feeMinor: 360n, amountMinor: 0n });
});

test('no more comes back than was billed: the cent that rounding leaves comes with a later part', () => {
  const billed = [{ totalMinor: 333n, discountMinor: 33n, taxes: tax('0.59') }];
  const shipped = { ...LINE, pickedMicro: ONE };
  expect(billedFor(shipped, billed, GBP)).toBe(359n);
  expect(billedFor(LINE, [], GBP)).toBe(1080n); // nobody tells of parcels
  expect(refundFor({ ...LINE, returnedMicro: 0n, refundedMinor: 0n }, ONE, 'GBP', 359n)).toBe(359n);
  expect(refundFor({ ...LINE, returnedMicro: ONE, refundedMinor: 359n }, 2n * ONE, 'GBP')).toBe(721n);
});

test('however a claim is cut up, its parts are the claim', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.array(fc.bigInt({ min: 1n, max: 10n ** 7n }), { minLength: 1, maxLength: 8 }), (refundMinor, parts) => {
      const quantityMicro = parts.reduce((all, part) => all + part, 0n);
      let claim: ClaimedLine = { orderLineId: 'l', quantityMicro, refundMinor, creditedMicro: 0n, creditedMinor: 0n };
      const credits: CreditedLine[] = [];
      for (const part of parts) {
        const credit = nextCredit({ ...LINE, quantityMicro }, claim, credits, part, 'GBP');
        if (!credit) return false;
        credits.push(credit);
        claim = { ...claim, creditedMicro: claim.creditedMicro + part, creditedMinor: claim.creditedMinor + credit.amountMinor };
      }
      const all = totalCredit(credits, 0n, GBP);
      return claim.creditedMinor === refundMinor && credits.every(({ amountMinor }) => amountMinor >= 0n) && all.subtotalMinor === LINE.totalMinor && all.taxMinor === 180n;
    }),
  );
});
