import { afterAll, expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { ADD, CANCEL, CANDIDATES, CART, CONFIRM, confirm, offered, read, REQUEST, SAVE, startShops, TRANSFER, until } from './two-shops.ts';
import { startWireTap } from './wire-tap.ts';

const clock = fakeClock(new Date());
const tap = await startWireTap('');
const shops = await startShops({ clock, via: (url) => ((tap.to = url), tap.url) });
afterAll(async () => {
  await shops[Symbol.asyncDispose]();
  await tap[Symbol.asyncDispose]();
});
const { brand, partnerId, secret, olga, leedsOlga } = shops;
const [bea, cat] = [await brand.as('bea'), await brand.as('cat')];
const setPartner = (input: Record<string, unknown>): Promise<unknown> => olga.ask(SAVE, { id: partnerId, input });
const candidates = async (buyer: Session, cartId: string): Promise<unknown[]> => (await buyer.ask(CANDIDATES, { cartId })).transferCandidates.map(({ partner, reason, skus }: { partner: { name: string }; reason: string | null; skus: string[] }) => [partner.name, reason, skus]);

test('partners who can fulfil a cart come first; who cannot, or does not answer, is there with the reason [XFER-02, XFER-06]', async () => {
  const { addCartLines: cart } = await cat.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 2 }, { sku: 'MUG-BLUE' }] });
  const others = { url: 'http://127.0.0.1:9/partner-transfers', secret, coversAll: true };
  const { savePartner: gone } = await olga.ask(SAVE, { input: { code: 'GONE', name: 'Gone Ltd', ...others } });
  const { savePartner: far } = await olga.ask(SAVE, { input: { code: 'FAR', name: 'Far away', ...others, countries: ['JP'] } });
  const all = await candidates(cat, cart.id);
  expect(all).toHaveLength(3);
  expect(all).toMatchObject([['Leeds Tools', null, []], [expect.anything(), expect.anything(), []], [expect.anything(), expect.anything(), []]]);
  expect(all).toContainEqual(['Gone Ltd', 'NO_ANSWER', []]);
  await setPartner({ coversAll: false, skus: ['MUG-RED'] });
  expect(await candidates(cat, cart.id)).toContainEqual(['Leeds Tools', 'NOT_COVERED', ['MUG-BLUE']]);
  expect(await cat.refused(REQUEST, { cartId: cart.id, partnerId })).toMatchObject({ code: 'PARTNER_UNAVAILABLE', details: { reason: 'NOT_COVERED', skus: ['MUG-BLUE'] } });
  await setPartner({ coversAll: true });
  await leedsOlga.ask('mutation { adjustStock(sku: "MUG-BLUE", onHand: "0") { sku } }');
  expect(await candidates(cat, cart.id)).toContainEqual(['Leeds Tools', 'NOT_AVAILABLE', ['MUG-BLUE']]);
  expect(await cat.refused(REQUEST, { cartId: cart.id, partnerId })).toMatchObject({ code: 'PARTNER_UNAVAILABLE', details: { reason: 'INSUFFICIENT_STOCK', skus: ['MUG-BLUE'] } });
  await leedsOlga.ask('mutation { adjustStock(sku: "MUG-BLUE", onHand: "500") { sku } }');
  for (const { id } of [gone, far]) await olga.ask(SAVE, { id, input: { active: false } });
  expect(await candidates(cat, cart.id)).toEqual([['Leeds Tools', null, []]]);
});

test('a partner covers the categories he was given, with all below them, in the countries he delivers to [XFER-02]', async () => {
  const { outsideCoverage } = await import('../../../subgraphs/partners/domain/coverage.ts');
  const covers = { coversAll: false, categories: ['kitchen'], skus: ['BOLT-M8'], countries: ['GB', 'IE'] };
  const [mug, bolt, lamp] = [{ sku: 'MUG', categories: ['home', 'kitchen', 'cups'] }, { sku: 'BOLT-M8', categories: [] }, { sku: 'LAMP', categories: ['home'] }];
  expect(outsideCoverage(covers, 'GB', [mug, bolt])).toBeUndefined();
  expect(outsideCoverage(covers, null, [mug, bolt])).toBeUndefined();
  expect(outsideCoverage(covers, 'FR', [mug])).toEqual({ reason: 'OUT_OF_REGION', skus: [] });
  expect(outsideCoverage(covers, 'GB', [mug, lamp])).toEqual({ reason: 'NOT_COVERED', skus: ['LAMP'] });
  expect(outsideCoverage({ ...covers, coversAll: true, countries: [] }, 'FR', [lamp])).toBeUndefined();
});

test('without the interface set up nobody can transfer anything, and no price is an estimate [XFER-01, XFER-05]', async () => {
  await using plain = await startWorld();
  const buyer = await plain.as('bea');
  const { addCartLines: cart } = await buyer.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  expect(cart.priceIsEstimate).toBe(false);
  expect((await buyer.refused(CANDIDATES, { cartId: cart.id })).code).toBe('OPERATION_DISABLED');
  expect((await buyer.refused(REQUEST, { cartId: cart.id, partnerId })).code).toBe('OPERATION_DISABLED');
  expect((await buyer.ask(CART, { id: cart.id })).cart.availableActions.map(({ name }: { name: string }) => name)).not.toContain('requestTransfer');
  const answer = await fetch(plain.url.replace('/graphql', '/partner-transfers/transfers'), { method: 'POST', body: '{}' });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'RECEIVING_DISABLED']);
});

test('guests, people who may not order, and strangers are refused; the seller looks on [XFER-05]', async () => {
  const [guest, ben, gus, ann] = [await brand.as('guest'), await brand.as('ben'), await brand.as('gus'), await brand.as('ann')];
  for (const someone of [guest, ben]) {
    const { addCartLines: cart } = await someone.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
    expect((await someone.refused(REQUEST, { cartId: cart.id, partnerId })).code).toBe('FORBIDDEN');
  }
  const { cartId, transfer } = await offered(bea, partnerId);
  for (const stranger of [gus, ann]) {
    expect((await stranger.refused(TRANSFER, { id: transfer.id })).code).toBe('NOT_FOUND');
    expect((await stranger.refused(CONFIRM, { transferId: transfer.id, priceHash: transfer.offer.priceHash, key: 'k' })).code).toBe('NOT_FOUND');
    expect((await stranger.refused(CANCEL, { id: transfer.id })).code).toBe('NOT_FOUND');
    expect((await stranger.refused(REQUEST, { cartId, partnerId })).code).toBe('NOT_FOUND');
  }
  expect(await read(olga, transfer.id)).toMatchObject({ status: 'OFFERED' });
  for (const document of ['{ partners { id } }', '{ trustedSenders { id } }', '{ receivedTransfers { nodes { id } } }', 'mutation { savePartner(input: { name: "x" }) { id } }', 'mutation { trustSender(input: { code: "X1", name: "x", tradeAccountId: "x" }) { secret } }']) expect((await bea.refused(document)).code).toBe('FORBIDDEN');
  expect((await bea.refused('mutation ($id: ID!) { abandonTransfer(transferId: $id, reason: "x") { id } }', { id: transfer.id })).code).toBe('FORBIDDEN');
  await bea.ask(CANCEL, { id: transfer.id });
});

test('only the price that was seen can be confirmed, for the content it was named for, while it stands [XFER-03]', async () => {
  const { transfer } = await offered(bea, partnerId);
  expect((await bea.refused(CONFIRM, { transferId: transfer.id, priceHash: 'another', key: 'a' })).code).toBe('PRICE_CHANGED');
  await bea.ask(ADD, { lines: [{ sku: 'MUG-BLUE' }] });
  const changed = await confirm(bea, transfer);
  expect(changed).toMatchObject({ status: 'FAILED', failureCode: 'CART_CHANGED' });
  await brand.settle();
  expect((await bea.ask(ADD, { lines: [{ sku: 'MUG-BLUE' }] })).addCartLines.id).toBe(changed.cart.id); // the cart is the buyer's again
  const late = await offered(bea, partnerId);
  clock.advance(31 * 60_000);
  expect((await bea.refused(CONFIRM, { transferId: late.transfer.id, priceHash: late.transfer.offer.priceHash, key: 'late' })).code).toBe('OFFER_EXPIRED');
  expect((await bea.ask(CANCEL, { id: late.transfer.id })).cancelTransfer.status).toBe('CANCELED');
  expect((await bea.refused(CONFIRM, { transferId: late.transfer.id, priceHash: late.transfer.offer.priceHash, key: 'later' })).code).toBe('INVALID_STATE');
});

test('while a cart is on its way it cannot be ordered here, and on refusal another partner may be chosen; every step is seen live [XFER-09, V.35]', async () => {
  const { cartId, transfer } = await offered(bea, partnerId);
  const live = await bea.watch(`subscription { transferChanged(transferId: "${transfer.id}") { cause version transfer { status } } }`);
  expect((await live.next()).transferChanged).toMatchObject({ cause: 'SNAPSHOT', version: 1 });
  await tap.behave('CUT', 'transfers');
  expect((await confirm(bea, transfer)).status).toBe('SENT');
  const { cart } = await bea.ask('query ($id: ID!) { cart(id: $id) { priceHash } }', { id: cartId });
  expect((await bea.refused('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }', { input: { cartId, priceHash: cart.priceHash, idempotencyKey: 'here' } })).code).toBe('INVALID_STATE');
  expect((await bea.refused(REQUEST, { cartId, partnerId })).code).toBe('INVALID_STATE');
  await leedsOlga.ask('mutation { adjustStock(sku: "MUG-RED", onHand: "0") { sku } }'); // sold to somebody else meanwhile
  await tap.behave('WELL');
  clock.advance(10_000);
  expect(await until(bea, transfer.id, 'FAILED')).toMatchObject({ failureCode: 'INSUFFICIENT_STOCK', reference: null });
  await brand.settle();
  expect((await bea.ask(CART, { id: cartId })).cart).toMatchObject({ status: 'ACTIVE', priceIsEstimate: true });
  expect([await live.next(), await live.next(), await live.next()].map(({ transferChanged }) => transferChanged.cause)).toEqual(['TRANSFER_CONFIRMED', 'TRANSFER_SENT', 'TRANSFER_FAILED']);
  await leedsOlga.ask('mutation { adjustStock(sku: "MUG-RED", onHand: "500") { sku } }');
  const { requestTransfer: again } = await bea.ask(REQUEST, { cartId, partnerId });
  await confirm(bea, again);
  await until(bea, again.id, 'ACKNOWLEDGED');
});

test('a partner who does not let the shop in is given up at once; one who is gone for good, by an administrator [XFER-09]', async () => {
  const shut = await offered(cat, partnerId);
  const { trustedSenders } = await leedsOlga.ask('{ trustedSenders { id version } }');
  const allow = (active: boolean): Promise<unknown> => leedsOlga.ask('mutation ($id: ID!, $active: Boolean) { updateTrustedSender(id: $id, input: { active: $active }) { active } }', { id: trustedSenders[0].id, active });
  await allow(false);
  expect(await confirm(cat, shut.transfer)).toMatchObject({ status: 'FAILED', failureCode: 'NOT_AUTHORISED' });
  await brand.settle();
  expect(await candidates(cat, shut.cartId)).toEqual([['Leeds Tools', 'NOT_AUTHORISED', []]]);
  await allow(true);
  const gone = await offered(cat, partnerId);
  await tap.behave('CUT', 'transfers');
  await confirm(cat, gone.transfer);
  const abandon = 'mutation ($id: ID!, $reason: String!) { abandonTransfer(transferId: $id, reason: $reason) { status failureCode } }';
  expect((await olga.refused(abandon, { id: gone.transfer.id, reason: ' ' })).code).toBe('BAD_USER_INPUT');
  expect((await olga.ask(abandon, { id: gone.transfer.id, reason: 'Leeds says that it never came.' })).abandonTransfer).toEqual({ status: 'FAILED', failureCode: 'ABANDONED' });
  expect((await olga.refused(abandon, { id: gone.transfer.id, reason: 'again' })).code).toBe('INVALID_STATE');
  await brand.settle();
  expect((await cat.ask(CART, { id: gone.cartId })).cart.status).toBe('ACTIVE');
  await tap.behave('WELL');
});

test('what is wrong with a partner is said when he is registered: a URL that leads inside, a short secret, a code that is taken [XFER-05]', async () => {
  const wrong = async (input: Record<string, unknown>, by: Session = olga): Promise<unknown> => (await by.refused(SAVE, { input: { code: 'NEW', name: 'New', url: 'https://new.example/partner-transfers', secret, ...input } })).details.field;
  expect([await wrong({ code: 'LEEDS' }), await wrong({ code: 'no' }), await wrong({ secret: 'short' }), await wrong({ url: 'ftp://new.example' }), await wrong({ countries: ['Britain'] })]).toEqual(['code', 'code', 'secret', 'url', 'countries']);
  await using strict = await startWorld({ env: { CARTWRIGHT_PARTNERS_ENABLED: 'true', CARTWRIGHT_PARTNERS_CODE: 'BRAND', CARTWRIGHT_CARTS_PARTNER_TRANSFER: 'true' } });
  const strictOlga = await strict.as('olga');
  for (const url of ['http://new.example/p', 'https://127.0.0.1/p', 'https://[::1]/p', 'https://169.254.169.254/p', 'https://user:pass@new.example/p']) expect(await wrong({ url }, strictOlga)).toBe('url');
  const { partners } = await olga.ask('{ partners { id version code } }');
  const leeds = partners.find(({ code }: { code: string }) => code === 'LEEDS');
  expect((await olga.refused('mutation ($id: ID!, $v: Int) { savePartner(id: $id, input: { name: "x" }, expectedVersion: $v) { id } }', { id: partnerId, v: leeds.version + 5 })).code).toBe('STALE_VERSION');
  expect(JSON.stringify(await olga.ask('{ __type(name: "Partner") { fields { name } } }').catch(() => ({})))).not.toContain('secret');
});
