import fc from 'fast-check';
import { expect, test } from 'vitest';
import { microFrom } from '#kernel/money.ts';
import { priceFromOutside, stepsFromOutside, stockFromOutside, type AnsweredOffer } from '../../../../subgraphs/catalog/domain/offer-from-outside.ts';
import { promotionsApply } from '../../../../subgraphs/catalog/domain/promotions-apply.ts';

const OFFER: AnsweredOffer = {
  sku: 'MUG-RED', uom: 'EA', quantity: '10', problem: null, name: 'Mug', currency: 'GBP', listPrice: '6.95', unitPrice: '6.25',
  explanation: [], priceList: 'default', priceListVersion: 3, available: '5', indivisible: false, returnable: true,
};

test('with prices from outside, local promotions are off [EXT-13]', () => {
  expect([promotionsApply('builtin'), promotionsApply('http')]).toEqual([true, false]);
});

test('the outside price takes the place of ours, tiers and all; the list price stays', () => {
  const answered = priceFromOutside(OFFER, { unitPrice: '4.00', currency: 'GBP', validUntil: null, cacheable: true });
  expect(answered).toMatchObject({ problem: null, listPrice: '6.95', unitPrice: '4.00' });
  expect(answered.explanation.map(({ kind, delta }) => [kind, delta.amount])).toEqual([['LIST', '6.95'], ['OUTSIDE', '-2.95']]);
});

test.each(['PRICE_NOT_FOUND', 'PRICE_UNAVAILABLE'] as const)('without an outside price there is none of ours either: %s', (problem) => {
  expect(priceFromOutside(OFFER, { problem })).toMatchObject({ problem, unitPrice: null, listPrice: null, currency: null, explanation: [] });
});

test('stock that is not known is not "not tracked"', () => {
  expect(stockFromOutside(OFFER, { problem: 'AVAILABILITY_UNKNOWN' })).toMatchObject({ available: null, stockUnknown: true });
  expect(stockFromOutside(OFFER, { available: null, validUntil: null, cacheable: true }).stockUnknown).toBeUndefined();
});

test('the steps add up to the outside price to the last digit, dearer or cheaper', () => {
  const price = fc.tuple(fc.nat(999_999), fc.nat(999_999)).map(([whole, micro]) => `${whole}.${String(micro).padStart(6, '0')}`);
  fc.assert(
    fc.property(price, price, (listPrice, unitPrice) => {
      const steps = stepsFromOutside({ listPrice, currency: 'GBP', priceList: 'default' }, unitPrice);
      expect(steps.reduce((total, { delta }) => total + microFrom(delta.amount), 0n)).toBe(microFrom(unitPrice));
      expect(microFrom(steps.at(-1)?.unitPriceAfter.amount ?? '')).toBe(microFrom(unitPrice));
    }),
  );
});
