import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Every change to rules that counts its versions: made with a number in it, so that each is another change. */
const CHANGES: readonly (readonly [string, (n: number, expected: string) => string])[] = [
  ['an agreement', (n, v) => `upsertAgreement(input: { id: "frame", name: "Frame", percentOff: "${n}", accountIds: [] }, ${v}) { version }`],
  ['a promotion', (n, v) => `upsertPromotion(input: { id: "p", name: "P", level: CART, kind: PERCENT, percentOff: "${n}" }, ${v}) { version }`],
  ['tax rates', (n, v) => `upsertTaxRates(rates: [{ code: "VAT", country: "IT", rate: "0.${n}" }], ${v}) { version }`],
  ['tax exemptions', (n, v) => `upsertTaxExemptions(exemptions: [{ accountId: "a", country: "IT", certificate: "${n}" }], ${v}) { version }`],
  ['exchange rates', (n, v) => `upsertExchangeRates(rates: [{ base: "GBP", quote: "CHF", rate: "1.${n}" }], ${v}) { version }`],
  ['ways to ship', (n, v) => `upsertShippingMethods(methods: [{ code: "VAN", name: "Van", currency: "GBP", flat: "${n}" }], ${v}) { code }`],
  ['the pricing of a site', (n, v) => `setSitePricing(input: { mode: SITE_LIST, priceList: "default", paymentTerm: "NET${n}" }, ${v}) { version }`],
  ['prices of a list', (n, v) => `upsertPrices(priceList: "trade", prices: [{ sku: "MUG-RED", unitPrice: "${n}" }], ${v}) { version }`],
  ['who a list is open to', (n, v) => `assignPriceList(priceList: "default", audienceKind: ACCOUNT, audience: "a${n}", ${v}) { version }`],
  ['a group of accounts', (n, v) => `putAccountsInGroup(group: "trade", accountIds: ["a${n}"], ${v})`],
];

test.each(CHANGES)('%s: a change for another version than the present one is refused and nothing is written', async (_, change) => {
  const olga = await world.as('olga');
  const refusedAt = async (n: number, expected: number): Promise<number> => {
    const { code, details } = await olga.refused(`mutation { ${change(n, `expectedVersion: ${expected}`)} }`);
    expect([code, details.expectedVersion]).toEqual(['STALE_VERSION', expected]);
    return details.currentVersion as number;
  };
  const seen = await refusedAt(1, 9_999);
  await olga.ask(`mutation { ${change(2, `expectedVersion: ${seen}`)} }`);
  expect(await refusedAt(3, seen)).toBe(seen + 1);
  expect(await refusedAt(4, 9_999)).toBe(seen + 1);
  const both = await Promise.allSettled([5, 6].map((n) => olga.ask(`mutation { ${change(n, `expectedVersion: ${seen + 1}`)} }`)));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await olga.ask(`mutation { ${change(7, 'expectedVersion: null')} }`); // who does not say changes what is there
  expect(await refusedAt(8, 9_999)).toBe(seen + 3);
});

test('administrators read the versions of the sets of rules, and nobody else does', async () => {
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const { version } = (await olga.ask('mutation { upsertTaxRates(rates: [{ code: "VAT", country: "IT", rate: "0.22" }]) { version } }')).upsertTaxRates;
  await olga.ask('mutation { putAccountsInGroup(group: "retail", accountIds: ["a"]) }');
  const { pricingRules } = await olga.ask('{ pricingRules { name version } }');
  expect(pricingRules).toEqual(expect.arrayContaining([{ name: 'taxTable', version }, { name: 'group retail', version: 1 }]));
  expect((await bea.refused('{ pricingRules { name version } }')).code).toBe('FORBIDDEN');
});
