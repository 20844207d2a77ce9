import { expect, test, vi } from 'vitest';
import { takeCpqPrices } from '../../subgraphs/quotes/use-cases/take-cpq-prices.ts';
import { quotesOf } from '../stories/quotes/expiry.ts';
import { taxBritain } from '../stories/quotes/terms.ts';
import type { Answer } from '../support/outside-system.ts';
import type { Data, Session } from '../support/session.ts';
import { BUILTIN_PRICES, BUILTIN_STOCK, startOutsideWorld, TIMEOUT_MS, type OutsideWorld } from './outside-world.ts';

const SETTINGS = { ...BUILTIN_STOCK, ...BUILTIN_PRICES, CARTWRIGHT_QUOTES_CART_MIRROR: 'true', CARTWRIGHT_QUOTES_CPQ_TIMEOUT_MS: String(TIMEOUT_MS), CARTWRIGHT_CARTS_EXTRA_FIELDS: JSON.stringify([{ name: 'costCenter', level: 'cart', type: 'text', label: 'Cost center' }]), CARTWRIGHT_QUOTES_CPQ_ATTRIBUTES: 'costCenter=_cost_center' };
const startWithCpq = (settings: Record<string, string> = {}): Promise<OutsideWorld> => startOutsideWorld(({ url, secret }) => ({ ...SETTINGS, CARTWRIGHT_QUOTES_CPQ_URL: url, CARTWRIGHT_QUOTES_CPQ_SECRET: secret, ...settings }));
const told = ({ system }: OutsideWorld): Data[] => system.calls.filter(({ name }) => name === 'transaction').map(({ question }): Data => question);
const toldAtLast = (outside: OutsideWorld): Data => told(outside).at(-1) ?? {};

const QUOTE = 'id version status priceHash subtotal { amount } discountTotal { amount } shippingTotal { amount } taxTotal { amount } total { amount } adjustments { promotionId amount { amount } } lines { id product { sku } quantity unitPrice { amount } overridePrice { amount } discount { amount } priceExplanation { kind source } }';
const read = async (who: Session, id: string): Promise<Data> => (await who.ask(`query ($id: ID!) { quote(id: $id) { ${QUOTE} } }`, { id })).quote;
const change = (who: Session, id: string, line: object): Promise<Data> => who.ask('mutation ($id: ID!, $lines: [QuoteLineUpdate!]!) { updateQuoteLines(quoteId: $id, lines: $lines) { version } }', { id, lines: [line] });

/** A cart with a way to ship that its buyer has handed over, and a rep has taken. */
async function handedOver({ world }: OutsideWorld): Promise<{ bea: Session; sam: Session; id: string }> {
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  await taxBritain(olga);
  await olga.ask('mutation { upsertShippingMethods(methods: [{ code: "VAN", name: "Van", currency: "GBP", flat: "6.00" }]) { code } }');
  const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: "10" }, { sku: "TEAPOT-1L" }]) { id } }');
  await bea.ask('mutation ($id: ID!) { setShippingMethod(cartId: $id, shippingMethod: "VAN") { id } }', { id: cart.id });
  await bea.ask('mutation ($id: ID!) { setCartFields(cartId: $id, fields: [{ name: "costCenter", value: "4711" }]) { id } }', { id: cart.id });
  await world.settle();
  const { requestAssistance: { id } } = await bea.ask('mutation ($id: ID!) { requestAssistance(cartId: $id) { id } }', { id: cart.id });
  await sam.ask('mutation ($id: ID!) { assignQuote(quoteId: $id) { id } }', { id });
  return { bea, sam, id };
}

/** It has heard of the quote as it stands, and what it said is taken. */
const heard = ({ world }: OutsideWorld, who: Session, id: string): Promise<void> =>
  vi.waitFor(async () => {
    const { toldQuoteVersion } = await quotesOf(world).db.sql.selectFrom('CartMirror').select('toldQuoteVersion').executeTakeFirstOrThrow();
    expect(toldQuoteVersion).toBe((await read(who, id)).version);
  }, { timeout: 5_000 });

test('what a rep changes is told to the CPQ as the one transaction it is, and its prices of the whole come back as one: lines, discount, freight and tax [CPQ-03, CPQ-05, CPQ-06]', async () => {
  await using outside = await startWithCpq();
  const { bea, sam, id } = await handedOver(outside);
  await heard(outside, sam, id);
  expect(toldAtLast(outside)).toMatchObject({ transaction: id, cpqId: 'CPQ-1', step: 'IN_PROGRESS', attributes: { _cost_center: '4711' }, discount: '0.00', freight: '6.00' });
  const before = await read(sam, id);
  const watch = await bea.watch('subscription ($id: ID!) { quoteChanged(quoteId: $id) { cause version } }', { id });
  outside.system.behave((honest: Answer) => ({ ...honest, lines: before.lines.slice(0, 1).map((line: Data) => ({ id: line.id, unitPrice: '5', currency: 'GBP' })), discount: '7', freight: '2', subtotal: '99.00', total: '112.80' }), 'transaction');
  await change(sam, id, { lineId: before.lines[1].id, quantity: '2' });
  await watch.until(({ quoteChanged }) => quoteChanged.cause === 'CPQ_PRICED');
  const after = await read(sam, id);
  expect(after).toMatchObject({ version: before.version + 2, status: 'ASSIGNED', subtotal: { amount: '99.00' }, discountTotal: { amount: '7.00' }, shippingTotal: { amount: '2.00' }, taxTotal: { amount: '18.80' }, total: { amount: '112.80' }, adjustments: [{ promotionId: 'agreed-discount', amount: { amount: '7.00' } }] });
  expect(after.lines[0]).toMatchObject({ unitPrice: { amount: '5.00' }, overridePrice: { amount: '5.00' } });
  expect(after.lines[0].priceExplanation.at(-1)).toMatchObject({ kind: 'OVERRIDE', source: 'CPQ' });
  expect(after.lines.map(({ discount }: Data) => Number(discount.amount)).reduce((sum: number, part: number) => sum + part, 0)).toBe(7);

  outside.system.behave('WELL');
  const { publishQuote: offer } = await sam.ask('mutation ($id: ID!) { publishQuote(quoteId: $id) { priceHash } }', { id });
  await heard(outside, sam, id);
  expect(new Set(told(outside).map(({ transaction }) => transaction)).size, 'never a second one').toBe(1);
  expect(toldAtLast(outside)).toMatchObject({ cpqId: 'CPQ-1', step: 'IN_PROGRESS', discount: '7.00', freight: '2.00', tax: '18.80', total: '112.80' });
  const { placeOrder: order } = await bea.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { total { amount } discountTotal { amount } shippingTotal { amount } } } }', { input: { quoteId: id, priceHash: offer.priceHash, idempotencyKey: 'cpq' } });
  expect(order).toMatchObject({ total: { amount: '112.80' }, discountTotal: { amount: '7.00' }, shippingTotal: { amount: '2.00' } });
});

test('an answer that does not fit changes nothing, nor does one that comes for a published offer [CPQ-03]', async () => {
  await using outside = await startWithCpq();
  const { sam, id } = await handedOver(outside);
  await heard(outside, sam, id);
  const { lines: [mug, pot], version } = await read(sam, id);
  outside.system.behave((honest: Answer) => ({ ...honest, lines: [{ id: mug.id, unitPrice: '5', currency: 'GBP' }], total: '1.00' }), 'transaction');
  await change(sam, id, { lineId: pot.id, quantity: '2' });
  await vi.waitFor(() => expect(outside.logged).toContainEqual(expect.objectContaining({ msg: 'the prices of the CPQ system do not fit the quote, and none was taken', fault: 'OTHER_SUM' })));
  expect(await read(sam, id)).toMatchObject({ version: version + 1, lines: [{ unitPrice: { amount: mug.unitPrice.amount } }, {}] });
  outside.system.behave('WELL');
  await sam.ask('mutation ($id: ID!) { addQuoteNote(quoteId: $id, text: "hello") { id } }', { id });
  await heard(outside, sam, id);
  outside.system.behave((honest: Answer) => ({ ...honest, discount: '5' }), 'transaction');
  await sam.ask('mutation ($id: ID!) { publishQuote(quoteId: $id) { id } }', { id });
  await heard(outside, sam, id);
  expect(await read(sam, id)).toMatchObject({ version: version + 3, status: 'PUBLISHED', discountTotal: { amount: '0.00' } });
});

test('while the CPQ is down reps go on, or wait with the offer where the deployment says so, and it hears of everything later, once [CPQ-06]', async () => {
  for (const [settings, code] of [[{}, undefined], [{ CARTWRIGHT_QUOTES_CPQ_PUBLISH_UNHEARD: 'false' }, 'PRICE_UNAVAILABLE']] as const) {
    await using outside = await startWithCpq(settings);
    const { sam, id } = await handedOver(outside);
    await heard(outside, sam, id);
    const { lines: [mug] } = await read(sam, id);
    outside.system.behave('FAILING', 'transaction');
    await change(sam, id, { lineId: mug.id, unitPrice: '6' });
    const { errors } = await sam.answer('mutation ($id: ID!) { publishQuote(quoteId: $id) { id } }', { id });
    expect(errors?.[0]?.extensions?.code).toBe(code);
    await vi.waitFor(() => expect(told(outside).filter(({ lines }) => lines[0]?.unitPrice === '6.00').length).toBeGreaterThan(0));
    outside.system.behave('WELL');
    outside.clock.advance(3_000); // left alone for a moment
    await sam.ask('mutation ($id: ID!) { addQuoteNote(quoteId: $id, text: "hello") { id } }', { id });
    await heard(outside, sam, id);
    expect(toldAtLast(outside)).toMatchObject({ transaction: id, cpqId: 'CPQ-1', lines: [{ unitPrice: '6.00' }, {}] });
    if (code) await vi.waitFor(async () => expect((await sam.answer('mutation ($id: ID!) { publishQuote(quoteId: $id) { status } }', { id })).errors).toBeUndefined());
    expect((await read(sam, id)).status).toBe('PUBLISHED');
  }
});

test('an answer that comes late, about a quote that has moved, is not taken; what was said of a price is the CPQ\'s own, and the CPQ is told once of each version [CPQ-05, CPQ-06]', async () => {
  await using outside = await startWithCpq();
  const { sam, id } = await handedOver(outside);
  await heard(outside, sam, id);
  const before = await read(sam, id);
  const context = quotesOf(outside.world);
  const seen = await context.db.sql.selectFrom('Quote').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  outside.system.behave((honest: Answer) => ({ ...honest, discount: '7' }), 'transaction');
  await change(sam, id, { lineId: before.lines[1].id, quantity: '2' });
  await vi.waitFor(async () => expect((await read(sam, id)).discountTotal.amount).toBe('7.00'), { timeout: 5_000 });
  await heard(outside, sam, id);
  expect(told(outside).filter(({ discount }) => discount === '7.00'), 'it is not told what it said').toEqual([]);
  expect(await takeCpqPrices(context, seen, { cpqId: null, currency: null, lines: [], discount: '3', freight: null, subtotal: null, total: null }), 'late').toBe(seen.version);
  expect((await read(sam, id)).discountTotal.amount).toBe('7.00');
  const times = told(outside).length;
  await outside.world.settle();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told(outside)).toHaveLength(times);
  await change(sam, id, { lineId: before.lines[0].id, unitPrice: '6' });
  expect((await read(sam, id)).lines[0].priceExplanation.at(-1)).toMatchObject({ kind: 'OVERRIDE', source: 'sales rep' });
});
