import { describe, expect, test } from 'vitest';
import { agreement, EVER, NOW, price, rowOf } from './documents.ts';

const micro = (text: string): bigint => BigInt(Math.round(Number(text) * 1_000_000));
const one = { lines: [{ sku: 'A', quantity: '1' }] };
const LISTS = { default: { A: '10' }, gold: { A: '8' }, silver: { A: '9' } };

describe('a site that sells from its list', () => {
  test('asks no other list, whoever buys [CART-63]', () => {
    const { lines } = price(one, { prices: LISTS, openLists: ['gold'] });
    expect(lines[0]).toMatchObject({ priceList: 'default', unitMicro: micro('10') });
  });

  test('has no price for what its list lacks [CART-63]', () => {
    const { lines, totalMinor } = price(one, { prices: { default: {}, gold: { A: '8' } } });
    expect(lines[0]).toMatchObject({ problem: 'PRICE_NOT_FOUND', unitMicro: null, steps: [] });
    expect(totalMinor).toBe(0n);
  });
});

describe('a site that sells at the best price', () => {
  const world = { prices: LISTS, openLists: ['silver', 'gold'], site: { mode: 'BEST_PRICE' as const } };

  test('takes the cheapest list open to the account and names the others [CART-64]', () => {
    const [line] = price(one, world).lines;
    expect(line).toMatchObject({ priceList: 'gold', unitMicro: micro('8') });
    expect(line?.steps[0]?.losers).toEqual([
      { source: 'silver', unitMicro: micro('9'), reason: 'gold is not dearer.' },
      { source: 'default', unitMicro: micro('10'), reason: 'gold is not dearer.' },
    ]);
  });

  test('sells to guests from its list [CART-64]', () => {
    expect(price({ ...one, guest: true }, world).lines[0]).toMatchObject({ priceList: 'default', unitMicro: micro('10') });
  });

  test('finds what the list of the site lacks in another; what no list has, has no price [CART-64]', () => {
    const { lines } = price({ lines: [{ sku: 'B', quantity: '1' }, { sku: 'C', quantity: '1' }] }, { ...world, prices: { ...LISTS, gold: { B: '3' } }, products: { C: {} } });
    expect(lines.map(({ unitMicro, problem }) => unitMicro ?? problem)).toEqual([micro('3'), 'PRICE_NOT_FOUND']);
  });

  test('compares tiers at the quantity asked, not list prices', () => {
    const prices = { default: { A: [rowOf('1', '10'), rowOf('10', '7')] }, gold: { A: '8' } };
    expect(price({ lines: [{ sku: 'A', quantity: '10' }] }, { ...world, prices }).lines[0]).toMatchObject({ priceList: 'default', listMicro: micro('10'), unitMicro: micro('7') });
  });
});

describe('an agreement', () => {
  const contract = agreement('contract', { priceList: 'gold', paymentTerm: 'NET60', percentOff: '5' });
  const world = { prices: LISTS, agreements: new Map([['contract', contract], ['deal', agreement('deal', { amountOffMicro: micro('1.5'), currency: 'GBP' })]]) };

  test('on the cart puts its list and its payment term in the place of the usual ones [CART-67, CART-68]', () => {
    const { lines, paymentTerm } = price({ ...one, agreementId: 'contract' }, world);
    expect(paymentTerm).toBe('NET60');
    expect(lines[0]?.steps.map(({ kind, source, deltaMicro }) => [kind, source, deltaMicro])).toEqual([['LIST', 'gold', micro('8')], ['AGREEMENT', 'contract', micro('-0.4')]]);
    expect(lines[0]?.steps[0]?.losers).toEqual([{ source: 'default', unitMicro: micro('10'), reason: 'The agreement contract sets the list gold.' }]);
  });

  test('cleared, gives the usual payment term back [CART-68]', () => {
    expect(price(one, world).paymentTerm).toBe('NET30');
  });

  test('on a line wins over that of the cart [CART-67]', () => {
    const { lines } = price({ agreementId: 'contract', lines: [{ sku: 'A', quantity: '1', agreementId: 'deal' }, { sku: 'A', quantity: '1' }] }, world);
    expect(lines.map(({ unitMicro }) => unitMicro)).toEqual([micro('8.5'), micro('7.6')]);
  });

  test('of others, or out of its dates, is reported and changes no price [CART-70]', () => {
    const over = agreement('over', { percentOff: '50', validUntil: NOW });
    const { lines, agreementsRefused, paymentTerm } = price(
      { agreementId: 'over', lines: [{ id: 'x', sku: 'A', quantity: '1', agreementId: 'theirs' }] },
      { prices: LISTS, agreements: new Map([['over', over]]) },
    );
    expect([lines[0]?.unitMicro, paymentTerm]).toEqual([micro('10'), 'NET30']);
    expect(agreementsRefused).toEqual([{ id: 'over', lineId: null, reason: 'NOT_IN_FORCE' }, { id: 'theirs', lineId: 'x', reason: 'UNKNOWN_AGREEMENT' }]);
  });
});

describe('another currency', () => {
  const exchange = { version: 4, rates: [
    { base: 'GBP', quote: 'EUR', rate: '1.1512', validFrom: EVER, decimals: 2 },
    { base: 'GBP', quote: 'EUR', rate: '1.2', validFrom: new Date('2026-06-01T00:00:00Z'), decimals: 2 },
  ] };

  test('is converted at the rate of the day, in a step of its own, and rounded in another', () => {
    const { lines, sources } = price({ ...one, currency: 'EUR' }, { prices: { default: { A: '9.99' } }, exchange });
    expect(lines[0]?.steps.map(({ kind, source, deltaMicro }) => [kind, source, deltaMicro])).toEqual([
      ['LIST', 'default', micro('11.500488')], ['CONVERSION', 'GBP/EUR', 0n], ['ROUNDING', 'GBP/EUR', micro('-0.000488')],
    ]);
    expect(sources).toContainEqual({ type: 'exchangeRates', id: 'exchangeRates', version: 4 });
  });

  test('is converted the other way round by the same rate', () => {
    const { lines } = price(one, { prices: { default: { A: '11.512' } }, currencies: { default: 'EUR' }, exchange });
    expect(lines[0]?.unitMicro).toBe(micro('10'));
  });

  test('without a rate is no price, and says so', () => {
    expect(price({ ...one, currency: 'USD' }, { prices: LISTS, exchange }).lines[0]?.problem).toBe('EXCHANGE_RATE_NOT_FOUND');
  });
});
