import { afterAll, expect, test } from 'vitest';
import type { Data } from '../../support/session.ts';
import { CART, confirm, offered, received, startShops, until } from './two-shops.ts';
import { sign, startWireTap } from './wire-tap.ts';

const tap = await startWireTap('');
const shops = await startShops({ via: (url) => ((tap.to = url), tap.url) });
afterAll(async () => {
  await shops[Symbol.asyncDispose]();
  await tap[Symbol.asyncDispose]();
});
const { brand, leeds, partnerId, secret, leedsOlga } = shops;
const bea = await brand.as('bea');

interface Saying {
  readonly key?: string;
  readonly signWith?: string;
  readonly at?: number;
  readonly sender?: string;
}

/** Says something to the partner as the brand would, or not quite. */
async function say(name: string, message: Data, { signWith = secret, at, sender = 'BRAND' }: Saying = {}): Promise<{ status: number; body: Data; signed: boolean }> {
  const text = JSON.stringify(message);
  const answer = await fetch(`${tap.to}/${name}`, { method: 'POST', body: text, headers: { 'content-type': 'application/json', 'cartwright-sender': sender, ...sign(signWith, 'm', text, at) } });
  const told = await answer.text();
  const headers = Object.fromEntries(answer.headers);
  const signed = headers['webhook-signature'] === sign(secret, headers['webhook-id'] ?? '', told, Number(headers['webhook-timestamp']))['webhook-signature'];
  return { status: answer.status, body: told === '' ? {} : (JSON.parse(told) as Data), signed };
}

/** What the brand would send of a confirmed cart; it gets lost, so that the test may say it in its own way. */
async function message(lines?: Data[]): Promise<Data> {
  const { transfer } = await offered(bea, partnerId, lines);
  await tap.behave('CUT', 'transfers');
  await confirm(bea, transfer);
  const body = tap.passed.findLast(({ name }) => name === 'transfers')?.body as Data;
  await bea.ask('mutation ($id: ID!) { cancelTransfer(transferId: $id) { status } }', { id: transfer.id });
  await until(bea, transfer.id, 'CANCELED');
  await brand.settle();
  await tap.behave('WELL');
  return { ...body, header: { ...body.header, key: crypto.randomUUID(), version: 1 } };
}

const keysAtLeeds = async (): Promise<unknown[]> => (await received(leedsOlga)).filter(({ status }) => status !== 'WITHDRAWN').map(({ externalKey }) => externalKey);

test('a sender that is not authorised, a missing key, another recipient and a stale or altered message are refused and reported, and leave no trace of the key [XFER-10]', async () => {
  const body = await message();
  const header = (changes: Data): Data => ({ ...body, header: { ...body.header, ...changes } });
  const code = async (saying: Promise<{ status: number; body: Data }>): Promise<unknown[]> => ((answer) => [answer.status, answer.body.code])(await saying);
  expect(await code(say('transfers', body, { signWith: 'whsec_bm90IHRoZSBzZWNyZXQgb2YgdGhlIHBhcnRuZXI=' }))).toEqual([401, 'SENDER_NOT_AUTHORISED']);
  expect(await code(say('transfers', body, { sender: 'STRANGER' }))).toEqual([401, 'SENDER_NOT_AUTHORISED']);
  expect(await code(say('transfers', body, { at: Math.floor(Date.now() / 1_000) - 600 }))).toEqual([401, 'SENDER_NOT_AUTHORISED']);
  expect(await code(say('transfers', header({ from: 'ANOTHER' })))).toEqual([403, 'SENDER_NOT_AUTHORISED']);
  expect(await code(say('transfers', header({ to: 'YORK' })))).toEqual([403, 'WRONG_RECIPIENT']);
  expect(await code(say('transfers', header({ key: undefined })))).toEqual([400, 'KEY_MISSING']);
  expect(await code(say('transfers', header({ key: '' })))).toEqual([400, 'KEY_MISSING']);
  expect(await code(say('transfers', { ...body, customer: undefined }))).toEqual([400, 'MALFORMED']);
  expect(await code(say('nonsense', body))).toEqual([404, 'UNKNOWN_MESSAGE']);
  expect(await code(say('transfers', { ...body, offer: crypto.randomUUID() }))).toEqual([409, 'UNKNOWN_OFFER']);
  expect(await code(say('transfers', { ...body, priceHash: 'another' }))).toEqual([409, 'PRICE_MISMATCH']);
  expect(await code(say('transfers', { ...body, total: '0.01' }))).toEqual([409, 'PRICE_MISMATCH']);
  expect(await code(say('transfers', { ...body, content: { ...body.content, lines: [{ ...body.content.lines[0], quantity: '1' }] } }))).toEqual([409, 'CONTENT_MISMATCH']);
  expect(await keysAtLeeds()).toEqual([]);
  expect((await say('transfers', header({ to: 'YORK' }))).signed).toBe(true);
  expect((await leedsOlga.ask('{ orders { nodes { id } } }')).orders.nodes).toEqual([]);
});

test('a cart that comes in makes customer, contact, quote and order; said again, at the same time too, it is the same order [XFER-04, XFER-08, XFER-11]', async () => {
  const body = await message([{ sku: 'MUG-RED', quantity: 4 }]);
  body.customer.shipTo = { id: 'dock', recipient: 'Acme goods in', line1: '1 Foundry Lane', postalCode: 'LS1 4AP', city: 'Leeds', country: 'GB' };
  body.terms = { purchaseOrderNumber: 'PO-7' };
  const answers = await Promise.all([say('transfers', body), say('transfers', body), say('transfers', body)]);
  answers.push(await say('transfers', body));
  const numbers = answers.map(({ body: told }) => told.order?.number);
  expect(answers.map(({ status, signed, body: told }) => [status, signed, told.status])).toEqual(answers.map(() => [200, true, 'ORDERED']));
  expect(new Set(numbers).size).toBe(1);
  await leeds.settle();
  const row = (await received(leedsOlga)).find(({ externalKey }) => externalKey === body.header.key);
  expect(row).toMatchObject({ status: 'ORDERED', version: 1, account: { name: 'Acme' }, order: { number: numbers[0], status: 'BOOKED', total: { amount: body.total }, purchaseOrderNumber: 'PO-7', shipTo: { city: 'Leeds' } } });
  const sam = await leeds.as('sam');
  const quotes = (await sam.ask('{ quotes(first: 100) { nodes { id status number total { amount } } } }')).quotes.nodes.filter(({ status }: Data) => status === 'SUBMITTED');
  expect(quotes).toHaveLength(1);
  expect(quotes[0].total.amount).toBe(body.total);
  const contact = (await leeds.embedded.subgraphs.get('accounts')?.db.kernel.selectFrom('Contact' as never).selectAll().execute()) as unknown as Data[];
  expect(contact.map(({ name, email }) => [name, email])).toContainEqual(['Bea', 'bea@acme.example']); // who cannot sign in here, and whose address locks nobody out
  expect((await leeds.as('bea')).token).toBeDefined();
  // Sent by somebody who buys again: the same customer.
  const other = await message([{ sku: 'MUG-BLUE' }]);
  await say('transfers', other);
  const rows = (await received(leedsOlga)).filter(({ status }) => status === 'ORDERED');
  expect(new Set(rows.map(({ account }) => account.id)).size).toBe(1);
});

test('a later version takes the place of one that led to no order, and never of one that did [XFER-08]', async () => {
  const first = await message([{ sku: 'TEAPOT-1L', quantity: 2 }]);
  await leedsOlga.ask('mutation { adjustStock(sku: "TEAPOT-1L", onHand: "0") { sku } }');
  expect((await say('transfers', first)).body).toMatchObject({ status: 'REFUSED', code: 'INSUFFICIENT_STOCK' });
  expect((await say('transfers', first)).body).toMatchObject({ status: 'REFUSED', code: 'INSUFFICIENT_STOCK' }); // whatever is in stock by now
  await leedsOlga.ask('mutation { adjustStock(sku: "TEAPOT-1L", onHand: "50") { sku } }');
  const second = await message([{ sku: 'TEAPOT-1L', quantity: 3 }]);
  const again = { ...second, header: { ...second.header, key: first.header.key, version: 2 } };
  expect((await say('transfers', again)).body).toMatchObject({ status: 'ORDERED', version: 2, total: second.total });
  const rows = (await received(leedsOlga)).filter(({ externalKey }) => externalKey === first.header.key);
  expect(rows).toMatchObject([{ version: 2, status: 'ORDERED' }]);
  expect(rows[0]?.order.lines.map(({ product, quantity }: Data) => [product.sku, quantity])).toEqual(second.content.lines.map(({ sku, quantity }: Data) => [sku, quantity]));
  expect((await say('transfers', first)).body.code).toBe('SUPERSEDED');
  const third = await message([{ sku: 'MUG-RED' }]);
  expect((await say('transfers', { ...third, header: { ...third.header, key: first.header.key, version: 3 } })).body).toMatchObject({ code: 'ALREADY_ORDERED', message: expect.stringContaining(rows[0]?.order.number) });
  expect((await say('transfers', { ...third, header: { ...third.header, key: first.header.key, version: 2 } })).body.code).toBe('CONTENT_MISMATCH');
});

test('what is withdrawn before there is an order cannot become one, and what was ordered stays so [XFER-09]', async () => {
  const body = await message();
  const withdrawal = { header: { ...body.header, message: 'w' } };
  expect((await say('withdrawals', withdrawal)).body).toMatchObject({ status: 'WITHDRAWN', version: 1 });
  expect((await say('transfers', body)).body).toMatchObject({ status: 'WITHDRAWN' }); // it had been on its way all the while
  const later = { ...(await message()), header: { ...body.header, version: 2 } };
  expect((await say('transfers', later)).body).toMatchObject({ status: 'ORDERED', version: 2 });
  expect((await say('withdrawals', { header: { ...later.header, message: 'w2' } })).body).toMatchObject({ status: 'ORDERED', inReplyTo: 'w2' });
});

test('while a secret is changed both are good, and then the new one alone [XFER-10]', async () => {
  const body = await message();
  const { trustedSenders } = await leedsOlga.ask('{ trustedSenders { id } }');
  const rotate = async (overlapHours: number): Promise<string> => (await leedsOlga.ask('mutation ($id: ID!, $overlapHours: Float) { rotateTrustedSenderSecret(id: $id, overlapHours: $overlapHours) { secret } }', { id: trustedSenders[0].id, overlapHours })).rotateTrustedSenderSecret.secret;
  const fresh = await rotate(1);
  const question = { header: body.header, content: body.content };
  expect([(await say('availability', question)).status, (await say('availability', question, { signWith: fresh })).status]).toEqual([200, 200]);
  const latest = await rotate(0);
  expect([(await say('availability', question, { signWith: fresh })).status, (await say('availability', question, { signWith: latest })).status]).toEqual([401, 200]);
  expect((await leedsOlga.refused('mutation ($id: ID!) { rotateTrustedSenderSecret(id: $id, overlapHours: 1000) { secret } }', { id: trustedSenders[0].id })).code).toBe('BAD_USER_INPUT');
  await shops.olga.ask('mutation ($id: ID!, $secret: String) { savePartner(id: $id, input: { secret: $secret }) { version } }', { id: partnerId, secret: latest });
  const done = await confirm(bea, (await offered(bea, partnerId)).transfer);
  expect((await until(bea, done.id, 'ACKNOWLEDGED')).status).toBe('ACKNOWLEDGED');
  await brand.settle();
  expect((await bea.ask(CART, { id: done.cart.id })).cart.status).toBe('TRANSFERRED');
});
