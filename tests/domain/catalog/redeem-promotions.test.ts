import { expect, test } from 'vitest';
import { isRefusal } from '#kernel/errors.ts';
import { redeemPromotions } from '../../../subgraphs/catalog/use-cases/redeem-promotions.ts';
import { releasePromotions } from '../../../subgraphs/catalog/use-cases/release-promotions.ts';
import { BEA, OLGA, openCatalog, type Catalog } from './catalog.ts';

const UPSERT = 'mutation ($input: PromotionInput!) { upsertPromotion(input: $input) { id version code useLimit } }';
const PRICE = 'query ($input: PriceDocumentInput!) { priceDocument(input: $input) { total promotionsApplied { id code amount } promotionsRefused { code reason } } }';
const one = { promotionCodes: ['once'], lines: [{ id: '1', sku: 'MUG-RED', quantity: '1' }] };

async function withCode(catalog: Catalog, more: Record<string, unknown>): Promise<void> {
  await catalog.ask(OLGA, UPSERT, { input: { id: 'welcome', name: 'Welcome', code: 'ONCE', level: 'CART', kind: 'PERCENT', percentOff: '10', ...more } });
}
const redeem = (catalog: Catalog, checkoutId: string, accountId = 'acme', promotionIds = ['welcome']) => redeemPromotions(catalog.as(null), { checkoutId, accountId, promotionIds });
const codeOf = (result: PromiseSettledResult<boolean>): unknown => (result.status === 'fulfilled' ? result.value : isRefusal(result.reason) ? result.reason.code : result.reason);

test('of fifty checkouts that redeem the last use of a code at once, one does', async () => {
  await using catalog = await openCatalog();
  await withCode(catalog, { useLimit: 1 });
  const results = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => redeem(catalog, `checkout-${i}`, `account-${i}`)));
  expect(results.filter((result) => codeOf(result) === true)).toHaveLength(1);
  expect(results.filter((result) => codeOf(result) === 'PROMOTION_USED_UP')).toHaveLength(49);
  expect((await catalog.ask(BEA, PRICE, { input: one })).priceDocument).toEqual({ total: '6.95', promotionsApplied: [], promotionsRefused: [{ code: 'ONCE', reason: 'USED_UP' }] });
});

test('one account redeems a code once, another still may', async () => {
  await using catalog = await openCatalog();
  await withCode(catalog, { useLimitPerCustomer: 1 });
  const results = await Promise.allSettled(['a', 'b', 'c'].map((checkout) => redeem(catalog, checkout)));
  expect(results.map(codeOf).sort()).toEqual(['PROMOTION_USED_UP', 'PROMOTION_USED_UP', true]);
  expect((await catalog.ask(BEA, PRICE, { input: one })).priceDocument.promotionsRefused).toEqual([{ code: 'ONCE', reason: 'USED_UP_BY_CUSTOMER' }]);
  const { priceDocument } = await catalog.ask(BEA, PRICE, { input: { ...one, accountId: 'globex' } });
  expect(priceDocument).toEqual({ total: '6.25', promotionsApplied: [{ id: 'welcome', code: 'ONCE', amount: '0.70' }], promotionsRefused: [] });
});

test('the same checkout redeems once, however often and at once it asks', async () => {
  await using catalog = await openCatalog();
  await withCode(catalog, { useLimit: 2 });
  expect(await Promise.all(Array.from({ length: 5 }, () => redeem(catalog, 'c1')))).toEqual([true, true, true, true, true]);
  expect(await redeem(catalog, 'c2')).toBe(true);
  expect(codeOf((await Promise.allSettled([redeem(catalog, 'c1', 'acme', [])]))[0])).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('a checkout that failed gives its use back, once', async () => {
  await using catalog = await openCatalog();
  await withCode(catalog, { useLimit: 2 });
  await Promise.all([redeem(catalog, 'c1'), redeem(catalog, 'c2')]);
  expect(await Promise.all([1, 2, 3].map(() => releasePromotions(catalog.as(null), 'c1')))).toEqual([true, true, true]);
  expect(await releasePromotions(catalog.as(null), 'never heard of')).toBe(true);
  expect(codeOf((await Promise.allSettled([redeem(catalog, 'c1')]))[0])).toBe('INVALID_STATE');
  expect((await Promise.allSettled(['c3', 'c4'].map((checkout) => redeem(catalog, checkout)))).map(codeOf)).toEqual([true, 'PROMOTION_USED_UP']);
});

test('all promotions are redeemed or none', async () => {
  await using catalog = await openCatalog();
  await withCode(catalog, { useLimit: 1 });
  await catalog.ask(OLGA, UPSERT, { input: { id: 'abc', name: 'Other', code: 'ABC', level: 'CART', kind: 'PERCENT', percentOff: '1', useLimit: 1 } });
  await redeem(catalog, 'c1');
  expect(codeOf((await Promise.allSettled([redeem(catalog, 'c2', 'acme', ['abc', 'welcome'])]))[0])).toBe('PROMOTION_USED_UP');
  expect(await redeem(catalog, 'c3', 'acme', ['abc'])).toBe(true);
});
