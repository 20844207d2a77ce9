import { afterAll, afterEach, expect, test } from 'vitest';
import type { Data } from '../../support/session.ts';
import { honestly, openLyingLine, post } from './lying-line.ts';
import { ADD, CANCEL, CART, confirm, CONFIRM, offered, read, received, REQUEST, startShops, until } from './two-shops.ts';

const line = await openLyingLine();
const shops = await startShops({ via: (url) => ((line.to = url), line.url) });
const { brand, leeds, partnerId, secret, olga, leedsOlga } = shops;
const bea = await brand.as('bea');
afterEach(() => void (line.say = honestly));
afterAll(async () => {
  await shops[Symbol.asyncDispose]();
  await line[Symbol.asyncDispose]();
});

const receivedOf = async (cartId: string): Promise<Data[]> => (await received(leedsOlga)).filter(({ externalKey }) => externalKey === cartId);

test('a signed no to something else is no no: the cart keeps still until the partner says what became of it [XFER-08]', async () => {
  for (const inReplyTo of ['p_another', undefined]) {
    const { cartId, transfer } = await offered(bea, partnerId);
    line.say = async (passing) => {
      const told = await passing.honest(); // he has it, and there is an order
      return passing.name === 'transfers' ? { status: 409, body: { status: 'REFUSED', inReplyTo, code: 'INSUFFICIENT_STOCK', message: 'None left.' }, secret } : told;
    };
    expect(await confirm(bea, transfer)).toMatchObject({ status: 'SENT', failureCode: null });
    line.say = honestly;
    const done = await until(bea, transfer.id, 'ACKNOWLEDGED');
    expect(await receivedOf(cartId)).toMatchObject([{ status: 'ORDERED', order: { number: done.reference } }]);
    await brand.settle();
  }
});

test('a price with more decimals than its currency has is none, and says so of the partner, not of the buyer [XFER-03]', async () => {
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  for (const lie of [{ total: '1.005' }, { subtotal: '999999999999999' }, { discountTotal: '0.001' }]) {
    line.say = async (passing) => {
      const { status, body } = await passing.honest();
      return { status, body: { ...body, offer: { ...body.offer, ...lie } }, secret };
    };
    expect(await bea.refused(REQUEST, { cartId: cart.id, partnerId })).toMatchObject({ code: 'PARTNER_UNAVAILABLE', details: { reason: 'NO_ANSWER' } });
  }
});

test('taken back while the partner is ordering it, both are answered, and his order stands [XFER-09]', async () => {
  const { cartId, transfer } = await offered(bea, partnerId);
  const arrived = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  line.say = async (passing) => {
    const told = await passing.honest();
    if (passing.name === 'transfers') arrived.resolve();
    await goOn.promise;
    return told;
  };
  const confirming = bea.answer(CONFIRM, { transferId: transfer.id, priceHash: transfer.offer.priceHash, key: transfer.id });
  await arrived.promise;
  expect((await bea.ask(CANCEL, { id: transfer.id })).cancelTransfer).toMatchObject({ status: 'SENT', recalled: true });
  goOn.resolve();
  expect((await confirming).data?.confirmTransfer).toMatchObject({ status: 'ACKNOWLEDGED' }); // he has just said so: nobody need ask again
  expect(await receivedOf(cartId)).toMatchObject([{ status: 'ORDERED' }]);
  await brand.settle();
});

test('a partner who was switched off gets no cart, whatever he had offered [XFER-05]', async () => {
  const { cartId, transfer } = await offered(bea, partnerId);
  const switched = (active: boolean): Promise<Data> => olga.ask('mutation ($id: ID!, $active: Boolean!) { savePartner(id: $id, input: { active: $active }) { active } }', { id: partnerId, active });
  await switched(false);
  expect(await bea.refused(CONFIRM, { transferId: transfer.id, priceHash: transfer.offer.priceHash, key: 'off' })).toMatchObject({ code: 'PARTNER_UNAVAILABLE', details: { reason: 'SWITCHED_OFF' } });
  expect((await bea.ask(CART, { id: cartId })).cart.status).toBe('ACTIVE');
  expect(await receivedOf(cartId)).toEqual([]);
  await switched(true);
  expect((await confirm(bea, transfer)).status).toBe('ACKNOWLEDGED');
  await brand.settle();
});

test('strangers, guests and colleagues learn nothing of a transfer; a sales rep looks on, and is offered nothing to do [XFER-05]', async () => {
  const { cartId, transfer } = await offered(bea, partnerId);
  for (const person of ['gus', 'ben', 'ann', 'guest', 'cat', 'pia'] as const) {
    const stranger = await brand.as(person);
    for (const [query, more] of [['query ($id: ID!) { transfer(id: $id) { id } }', {}], [CANCEL, {}]] as const) expect((await stranger.refused(query, { id: transfer.id, ...more })).code).toBe('NOT_FOUND');
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain((await stranger.refused(CONFIRM, { transferId: transfer.id, priceHash: transfer.offer.priceHash, key: person })).code);
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain((await stranger.refused(REQUEST, { cartId, partnerId })).code);
    expect((await stranger.refused('mutation ($id: ID!) { abandonTransfer(transferId: $id, reason: "mine") { id } }', { id: transfer.id })).code).toBe('FORBIDDEN');
    const frames = await stranger.watch('subscription ($id: ID!) { transferChanged(transferId: $id) { version } }', { id: transfer.id });
    await expect(frames.next()).rejects.toThrow('NOT_FOUND');
  }
  const rob = await brand.as('rob');
  const allowed = (seen: Data): string[] => seen.availableActions.filter((action: Data) => action.allowed).map((action: Data) => action.name);
  expect(allowed(await read(rob, transfer.id))).toEqual([]);
  expect(allowed(await read(bea, transfer.id))).toEqual(['confirmTransfer', 'cancelTransfer']);
  line.say = async ({ name, honest }) => (name === 'transfers' ? undefined : honest());
  await confirm(bea, transfer);
  expect(allowed(await read(rob, transfer.id))).toEqual([]);
  expect(allowed(await read(olga, transfer.id))).toEqual(['abandonTransfer']);
  expect((await rob.refused('mutation ($id: ID!) { abandonTransfer(transferId: $id, reason: "mine") { id } }', { id: transfer.id })).code).toBe('FORBIDDEN');
  line.say = honestly;
  await until(bea, transfer.id, 'ACKNOWLEDGED');
  await brand.settle();
});

/** A message that never arrived, to be sent by hand; its cart is put aside. */
async function intercepted(): Promise<Data> {
  const { cartId, transfer } = await offered(bea, partnerId);
  const caught = Promise.withResolvers<Data>();
  line.say = async ({ name, message, honest }) => {
    if (name !== 'transfers') return honest();
    caught.resolve(message);
    return undefined;
  };
  await confirm(bea, transfer);
  const message = await caught.promise;
  await olga.ask('mutation ($id: ID!) { abandonTransfer(transferId: $id, reason: "by hand") { id } }', { id: transfer.id });
  line.say = honestly;
  await brand.settle();
  await bea.ask('mutation ($id: ID!) { saveCart(cartId: $id, name: "by hand") { id } }', { id: cartId });
  return message;
}

test('a message that names another source or destination is for somebody else, and a promise is for one key: neither leaves a trace [XFER-07, XFER-10]', async () => {
  const message = await intercepted();
  const key = String(message.header.key);
  expect(await post(line.to, secret, 'transfers', { ...message, destination: { code: 'YORK' } })).toMatchObject({ status: 403, body: { code: 'WRONG_RECIPIENT' } });
  expect(await post(line.to, secret, 'transfers', { ...message, source: { ...message.source, code: 'ANOTHER' } })).toMatchObject({ status: 403, body: { code: 'SENDER_NOT_AUTHORISED' } });
  expect(await post(line.to, secret, 'transfers', { ...message, header: { ...message.header, to: 'YORK' } })).toMatchObject({ status: 403, body: { code: 'WRONG_RECIPIENT' } });
  expect(await post(line.to, secret, 'transfers', { ...message, header: { ...message.header, key: undefined } })).toMatchObject({ status: 400, body: { code: 'KEY_MISSING' } });
  expect(await post(line.to, `whsec_${Buffer.from('somebody else').toString('base64')}`, 'transfers', message)).toMatchObject({ status: 401, body: { code: 'SENDER_NOT_AUTHORISED' } });
  expect(await receivedOf(key)).toEqual([]);
  expect(await post(line.to, secret, 'transfers', message)).toMatchObject({ status: 200, body: { status: 'ORDERED' } });
  expect(await post(line.to, secret, 'transfers', { ...message, header: { ...message.header, key: 'another' } })).toMatchObject({ status: 409, body: { code: 'UNKNOWN_OFFER' } });
  expect(await receivedOf('another')).toEqual([]);
  expect(await receivedOf(key)).toHaveLength(1);
});

test('nobody of one customer becomes somebody of another, however their ids are chosen; what the buyer noted is there [XFER-07, XFER-11]', async () => {
  const customers = [['a b', 'c'], ['a', 'b c']] as const;
  for (const [accountId, contactId] of customers) {
    const message = await intercepted();
    const customer = { account: { id: accountId, name: `Account ${accountId}`, kind: 'ORGANISATION', country: 'GB' }, contact: { id: contactId, name: `Contact ${contactId}`, email: 'c@example.com' } };
    expect(await post(line.to, secret, 'transfers', { ...message, customer, terms: { note: 'Ring the bell' } })).toMatchObject({ status: 200, body: { status: 'ORDERED' } });
  }
  const people = await leeds.embedded.subgraphs.get('accounts')?.db.orm.em.getConnection().execute("select u.name, a.name as account from app_user u join account a on a.id = u.account_id where a.name like 'Account %' order by u.name");
  expect(people).toEqual([{ name: 'Contact b c', account: 'Account a' }, { name: 'Contact c', account: 'Account a b' }]);
  const { receivedTransfers } = await leedsOlga.ask('{ receivedTransfers(first: 1) { nodes { note account { name } quote { id } } } }');
  expect(receivedTransfers.nodes).toMatchObject([{ note: 'Ring the bell', account: { name: 'Account a' } }]);
});
