import { expect, test } from 'vitest';
import { BEA, OLGA, openCatalog, type Catalog } from './catalog.ts';
import { countStatements } from './count-statements.ts';
import { hasData, readData } from './shared-data.ts';

const PRICE = `query ($input: PriceDocumentInput!) { priceDocument(input: $input) {
  currency paymentTerm subtotal discountTotal taxTotal shippingTotal total lines { id problem priceList unitPrice total explanation { kind source sourceVersion losers { source } } }
  freeLines { sku quantity } taxes { code rate amount } shipping { charge problem } agreementsRefused { id reason } sources { type id version } } }`;
const MUG = { id: '1', sku: 'MUG-RED', quantity: '1' };

const price = async (catalog: Catalog, input: object) => (await catalog.ask(BEA, PRICE, { input: { lines: [MUG], ...input } })).priceDocument;

async function eventsOf(catalog: Catalog, aggregateType: string): Promise<unknown[]> {
  const rows = await catalog.as(null).db.kernel.selectFrom('OutboxMessage').selectAll().where('aggregateType', '=', aggregateType).orderBy('aggregateVersion').execute();
  return rows.map(({ type, aggregateId, aggregateVersion, payload }) => ({ type, aggregateId, aggregateVersion, payload }));
}

test('an agreement holds from the next price on, for its accounts alone [CART-68, CART-70]', async () => {
  await using catalog = await openCatalog();
  const input = { id: 'frame', name: 'Frame contract', percentOff: '10', paymentTerm: 'NET60', accountIds: ['acme'], defaultOf: ['acme'] };
  const { upsertAgreement } = await catalog.ask(OLGA, 'mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id version accountIds validFrom } }', { input });
  expect(upsertAgreement).toEqual({ id: 'frame', version: 1, accountIds: ['acme'], validFrom: null });
  expect(await price(catalog, { agreementId: 'frame' })).toMatchObject({ total: '6.26', paymentTerm: 'NET60', sources: [{ type: 'agreement', id: 'frame', version: 1 }, { type: 'priceList' }] });
  expect(await price(catalog, { agreementId: 'frame', accountId: 'globex' })).toMatchObject({ total: '6.95', agreementsRefused: [{ id: 'frame', reason: 'UNKNOWN_AGREEMENT' }] });
  expect(await catalog.ask(BEA, '{ defaultAgreement(accountId: "acme") agreements { nodes { id accountIds } } }')).toEqual({ defaultAgreement: 'frame', agreements: { nodes: [{ id: 'frame', accountIds: null }] } });
  expect((await catalog.ask({ ...BEA, accountId: 'globex' }, '{ agreements(accountId: "acme") { nodes { id } } }')).agreements.nodes).toEqual([]);
  expect(await eventsOf(catalog, 'agreement')).toEqual([{ type: 'AGREEMENT_CHANGED', aggregateId: 'frame', aggregateVersion: 1, payload: { agreementId: 'frame', accountIds: ['acme'] } }]);
});

test('the same promotion again changes nothing and tells nobody; another one moves its version', async () => {
  await using catalog = await openCatalog();
  const upsert = async (percentOff: string) => (await catalog.ask(OLGA, 'mutation ($input: PromotionInput!) { upsertPromotion(input: $input) { version skus } }', { input: { id: 'p', name: 'P', level: 'LINE', kind: 'PERCENT', percentOff, skus: ['MUG-RED'] } })).upsertPromotion;
  expect([await upsert('10'), await upsert('10'), await upsert('20')]).toEqual([{ version: 1, skus: ['MUG-RED'] }, { version: 1, skus: ['MUG-RED'] }, { version: 2, skus: ['MUG-RED'] }]);
  expect((await price(catalog, {})).total).toBe('5.56');
  expect(await eventsOf(catalog, 'promotion')).toHaveLength(2);
});

test('a list opened to a group is the best price for who is in it, until it is closed [CART-64]', async () => {
  await using catalog = await openCatalog();
  await catalog.ask(OLGA, 'mutation { upsertPrices(priceList: "gold", prices: [{ sku: "MUG-RED", unitPrice: "5" }]) { version } setSitePricing(input: { mode: BEST_PRICE, priceList: "default" }) { version } }');
  expect((await price(catalog, {})).total).toBe('6.95');
  await catalog.ask(OLGA, 'mutation { assignPriceList(priceList: "gold", audienceKind: GROUP, audience: "trade") { version } putAccountsInGroup(group: "trade", accountIds: ["acme"]) }');
  expect(await price(catalog, {})).toMatchObject({ total: '5.00', lines: [{ priceList: 'gold', explanation: [{ losers: [{ source: 'default' }] }] }] });
  expect((await price(catalog, { guest: true })).total).toBe('6.95');
  await catalog.ask(OLGA, 'mutation { assignPriceList(priceList: "gold", audienceKind: GROUP, audience: "trade", open: false) { version } }');
  expect((await price(catalog, {})).total).toBe('6.95');
  expect(await eventsOf(catalog, 'accountGroup')).toEqual([{ type: 'ACCOUNT_GROUP_CHANGED', aggregateId: 'trade', aggregateVersion: 1, payload: { accountGroup: 'trade', accountIds: ['acme'] } }]);
});

test('taxes, freight and another currency are in the total, each from its table', async () => {
  await using catalog = await openCatalog();
  await catalog.ask(OLGA, `mutation {
    upsertTaxRates(rates: [{ code: "VAT", country: "FR", rate: "0.2" }]) { version }
    upsertExchangeRates(rates: [{ base: "GBP", quote: "EUR", rate: "1.2", decimals: 2 }]) { version }
    upsertShippingMethods(methods: [{ code: "POST", name: "Post", currency: "GBP", flat: "5", freeFrom: "100" }]) { code flat { amount } freeFrom { amount } } }`);
  const document = await price(catalog, { currency: 'EUR', shipTo: { country: 'FR' }, shippingMethod: 'POST', lines: [{ ...MUG, quantity: '2' }] });
  expect(document).toMatchObject({ currency: 'EUR', subtotal: '16.68', shippingTotal: '6.00', taxes: [{ code: 'VAT', rate: '0.2', amount: '4.54' }], taxTotal: '4.54', total: '27.22' });
  await catalog.ask(OLGA, 'mutation { upsertTaxExemptions(exemptions: [{ accountId: "acme", country: "FR" }]) { version } }');
  expect((await price(catalog, { shipTo: { country: 'FR' } })).taxTotal).toBe('0.00');
  expect((await eventsOf(catalog, 'taxTable')).map((event) => (event as { payload: unknown }).payload).slice(-2)).toEqual([{ countries: ['FR'] }, { accountIds: ['acme'] }]);
});

test('a document costs at most one statement a table, however many lines it has', async () => {
  await using catalog = await openCatalog();
  await catalog.ask(OLGA, `mutation { setSitePricing(input: { mode: BEST_PRICE, priceList: "default", country: "GB" }) { version } upsertTaxRates(rates: [{ code: "VAT", country: "GB", rate: "0.2" }]) { version }
    upsertPromotion(input: { id: "p", name: "P", level: LINE, kind: PERCENT, percentOff: "1", useLimit: 9 }) { id } upsertAgreement(input: { id: "a", name: "A", percentOff: "1", accountIds: ["acme"] }) { id } }`);
  const ask = (lines: number) => price(catalog, { agreementId: 'a', lines: Array.from({ length: lines }, (_, i) => ({ ...MUG, id: String(i) })) });
  await ask(1);
  for (const lines of [1, 10, 1_000]) {
    const { statements } = await countStatements(() => ask(lines));
    const froms = statements.map((sql) => /from ["`](\w+)["`]/.exec(sql.replaceAll(/\([^()]*\)/g, ''))?.[1]);
    expect(froms.toSorted()).toEqual(['agreement', 'price', 'price_list_assignment', 'product', 'promotion_use', 'rule_version', 'tax_exemption']);
  }
});

test.each([
  ['upsertPromotion(input: { id: "p", name: "P", level: LINE, kind: PERCENT, percentOff: "101" }) { id }'],
  ['upsertPromotion(input: { id: "p", name: "P", level: LINE, kind: AMOUNT, amountOff: "1" }) { id }'],
  ['upsertPromotion(input: { id: "p", name: "P", level: CART, kind: BUY_GET, buyQuantity: 1, getQuantity: 1, getSku: "MUG-RED" }) { id }'],
  ['upsertAgreement(input: { id: "a", name: "A", accountIds: [] }) { id }'],
  ['upsertAgreement(input: { id: "a", name: "A", priceList: "nowhere", accountIds: [] }) { id }'],
  ['upsertTaxRates(rates: [{ code: "VAT", country: "GB", rate: "20" }]) { version }'],
  ['upsertExchangeRates(rates: [{ base: "GBP", quote: "GBP", rate: "1" }]) { version }'],
  ['upsertShippingMethods(methods: [{ code: "X", name: "X", currency: "GBP", flat: "-1" }]) { code }'],
  ['assignPriceList(priceList: "nowhere", audienceKind: SITE, audience: "default") { version }'],
])('%s is refused', async (mutation) => {
  await using catalog = await openCatalog();
  expect(await catalog.refused(OLGA, `mutation { ${mutation} }`)).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await catalog.refused(BEA, `mutation { ${mutation} }`)).toMatchObject({ code: 'FORBIDDEN' });
});

test.skipIf(!hasData('reference/vat_rates.csv.gz'))('the VAT rates of two territories over the years are those of the reference table (skipped where the data is absent)', async () => {
  await using catalog = await openCatalog();
  const rows = readData<Record<string, string>>('reference/vat_rates.csv.gz').filter(({ territory_codes, rate_type }) => ['FR', 'DE', 'AT'].includes(territory_codes ?? '') && rate_type === 'standard');
  const day = (text: string | undefined) => (text ? `${text}T00:00:00Z` : null);
  const rates = rows.map(({ territory_codes, rate, start_date, stop_date }) => ({ code: 'VAT', country: territory_codes, rate, validFrom: day(start_date), validUntil: day(stop_date) }));
  await catalog.ask(OLGA, 'mutation ($rates: [TaxRateInput!]!) { upsertTaxRates(rates: $rates) { version } }', { rates });
  const rateOf = async (country: string, at: string) => (await price(catalog, { at, shipTo: { country } })).taxes[0]?.rate;
  for (const row of rows) expect(await rateOf(row.territory_codes ?? '', `${row.start_date}T12:00:00Z`)).toBe(row.rate);
  expect(rows.length).toBeGreaterThan(10);
});
