import { expect, test } from 'vitest';
import type { TaxRateFacts } from '../../../../subgraphs/catalog/domain/engine/pricing-facts.ts';
import { TAX_CLASSES } from '../../../../subgraphs/catalog/domain/tax-classes.ts';
import { price, tax } from './documents.ts';

const rates = [tax('VAT', 'FR', '0.2'), tax('VAT', 'FR', '0.055', { taxClass: 'REDUCED' }), tax('VAT', 'FR', '0.021', { taxClass: 'SUPER_REDUCED' })];
const prices = { default: Object.fromEntries(TAX_CLASSES.map((each) => [each, '100'])) };
const products = Object.fromEntries(TAX_CLASSES.map((taxClass) => [taxClass, { taxClass }]));
const taxesOf = (held: readonly TaxRateFacts[], more: { country?: string; region?: string; included?: boolean; taxExempt?: boolean } = {}) =>
  price(
    { lines: TAX_CLASSES.map((sku) => ({ sku, quantity: '1' })), shipTo: { country: more.country ?? 'FR', region: more.region }, taxExempt: more.taxExempt },
    { prices, products, rates: held, site: { pricesIncludeTax: more.included ?? false } },
  );
const ratesPerLine = (held: readonly TaxRateFacts[], more = {}) => taxesOf(held, more).lines.map((line) => line.taxes.map(({ rate }) => rate).join());

test('each class of goods has its own rate, zero is a rate and exempt is none [CART-82]', () => {
  expect(ratesPerLine(rates)).toEqual(['0.2', '0.055', '0.021', '0', '']);
});

test('a territory without a rate for a class taxes it as the next higher class, never at nothing', () => {
  expect(ratesPerLine(rates.slice(0, 2))).toEqual(['0.2', '0.055', '0.055', '0', '']);
  expect(ratesPerLine(rates.slice(0, 1))).toEqual(['0.2', '0.2', '0.2', '0', '']);
});

test('the standard rate of a region stands before the reduced one of its country', () => {
  const islands = [...rates, tax('VAT', 'FR', '0.085', { region: 'RE' })];
  expect(ratesPerLine(islands, { region: 'RE' })).toEqual(['0.085', '0.085', '0.085', '0', '']);
});

test('a document adds up each rate of a code by itself', () => {
  const { taxes, taxTotalMinor, totalMinor } = taxesOf(rates);
  expect(taxes.map(({ rate, baseMinor, amountMinor }) => [rate, baseMinor, amountMinor])).toEqual([['0.2', 10_000n, 2_000n], ['0.055', 10_000n, 550n], ['0.021', 10_000n, 210n], ['0', 10_000n, 0n]]);
  expect([taxTotalMinor, totalMinor]).toEqual([2_760n, 52_760n]);
});

test('a price that includes tax holds that of its class, and who is exempt gets back that much', () => {
  expect(taxesOf(rates, { included: true }).lines.map(({ taxes }) => taxes[0]?.amountMinor ?? 0n)).toEqual([1_667n, 521n, 206n, 0n, 0n]);
  expect(taxesOf(rates, { included: true, taxExempt: true })).toMatchObject({ taxReliefMinor: 2_394n, totalMinor: 47_606n });
});

test('a kit is taxed as the kit, whatever it is made of', () => {
  const kit = { taxClass: 'REDUCED' as const, parts: [{ componentSku: 'PART', ratioMicro: 2_000_000n, optional: false, isDefault: false }] };
  const { taxes } = price({ lines: [{ sku: 'KIT', quantity: '1' }], shipTo: { country: 'FR' } }, { prices: { default: { PART: '50' } }, products: { KIT: kit }, rates });
  expect(taxes).toEqual([{ code: 'VAT', rate: '0.055', baseMinor: 10_000n, amountMinor: 550n }]);
});
