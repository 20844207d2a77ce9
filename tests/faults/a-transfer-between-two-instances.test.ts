import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fakeClock, type FakeClock } from '#kernel/clock.ts';
import { freePort, startChild, type ChildProduct } from '../support/child-product.ts';
import { report } from '../support/figures.ts';
import { openSession, type Data, type Session } from '../support/session.ts';
import { ADD, CANCEL, CONFIRM, offered, read, received, RECEIVES, REQUEST, SENDS, startShops, until, wire, confirm } from '../stories/partners/two-shops.ts';
import { sign, startWireTap, type TapBehaviour } from '../stories/partners/wire-tap.ts';
import { audit, CLEAN, OVER, type Sent } from './support/audit-transfers.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 2);
const CARTS = 6;

/** A cart of its own, put aside, so that the next one is another. */
async function prepared(buyer: Session, partnerId: string): Promise<Sent> {
  const { addCartLines: cart } = await buyer.ask(ADD, { lines: [{ sku: 'BOLT-M8', quantity: 100 }] });
  await buyer.ask('mutation ($id: ID!) { saveCart(cartId: $id, name: "to a partner") { id } }', { id: cart.id });
  const { requestTransfer: transfer } = await buyer.ask(REQUEST, { cartId: cart.id, partnerId });
  return { buyer, cartId: cart.id, transfer };
}

test(`carts are handed over once, whichever of the two shops is killed in the middle [F02, XFER-04, XFER-08]`, async () => {
  await using folder = temporaryFolder();
  const [brandPort, leedsPort] = [await freePort(), await freePort()];
  const env = { CARTWRIGHT_PARTNERS_TRANSFER_TIMEOUT_MS: '2500' };
  const start = { brand: () => startChild(join(folder.path, 'brand'), brandPort, { env: { ...SENDS, ...env } }), leeds: () => startChild(join(folder.path, 'leeds'), leedsPort, { env: { ...RECEIVES } }) };
  const running: Record<'brand' | 'leeds', ChildProduct> = { leeds: await start.leeds(), brand: await start.brand() };
  const [olga, leedsOlga] = [await openSession(running.brand.url, 'olga'), await openSession(running.leeds.url, 'olga')];
  const { partnerId } = await wire(olga, leedsOlga, running.leeds.url.replace('/graphql', '/partner-transfers'));
  const buyers = await Promise.all((['bea', 'cat', 'gus'] as const).map((name) => openSession(running.brand.url, name)));
  const sent: Sent[] = [];
  let kills = 0;
  let cutOff = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const victim of ['brand', 'leeds'] as const) {
      const batch: Sent[] = [];
      for (let i = 0; i < CARTS; i++) batch.push(await prepared(buyers[i % buyers.length] as Session, partnerId));
      const begun = new Set<string>();
      const confirming = batch.map(async ({ buyer, transfer }, i) => {
        await sleep(i * 40);
        begun.add(transfer.id);
        const input = { transferId: transfer.id, priceHash: transfer.offer.priceHash, key: transfer.id };
        for (let tries = 0; tries < 100; tries++) {
          const answer = await buyer.answer(CONFIRM, input).catch(() => undefined);
          if (answer?.data?.confirmTransfer) return void begun.delete(transfer.id);
          await sleep(300); // nobody is there: the buyer's page tries again, with the same key
        }
      });
      await sleep(30 + Math.random() * 1_500);
      await running[victim].kill();
      kills++;
      cutOff += begun.size; // begun, and not answered yet
      await sleep(Math.random() * 500);
      running[victim] = await start[victim]();
      await Promise.all(confirming);
      sent.push(...batch);
    }
  }
  for (const { buyer, transfer } of sent) await expect.poll(async () => OVER.includes((await read(buyer, transfer.id)).status), { timeout: 60_000, interval: 200 }).toBe(true);
  await expect.poll(async () => (await audit(sent, leedsOlga)).neitherActiveNorTransferred, { timeout: 20_000, interval: 300 }).toBe(0);
  const figures = await audit(sent, leedsOlga);
  report('kill -9 of either shop while carts are handed over', { kills, cutOff, ...figures });
  for (const product of Object.values(running)) await product.stop();
  expect(figures).toMatchObject({ ...CLEAN, transfers: 2 * CARTS * ROUNDS });
  expect(figures.acknowledged).toBeGreaterThan(0);
}, 400_000);

test('a partner who is down for an hour loses nothing and gets nothing twice, and nobody else notices [XFER-08, XFER-09, V.35]', async () => {
  const clock = fakeClock(new Date());
  const taps: Awaited<ReturnType<typeof startWireTap>>[] = [];
  const tap = await startWireTap('');
  taps.push(tap);
  await using _taps = { [Symbol.asyncDispose]: async () => void (await Promise.all(taps.map((each) => each[Symbol.asyncDispose]()))) };
  await using shops = await startShops({ clock, via: (url) => ((tap.to = url), tap.url) });
  const { brand, partnerId, leedsOlga } = shops;
  const [bea, cat, gus, ann] = [await brand.as('bea'), await brand.as('cat'), await brand.as('gus'), await brand.as('ann')];
  const sent: Sent[] = [];
  const send = async (buyer: Session, behaviour: TapBehaviour): Promise<Sent> => {
    const one = { buyer, ...(await offered(buyer, partnerId)) };
    sent.push(one);
    await tap.behave(behaviour, 'transfers');
    expect((await confirm(buyer, one.transfer)).status).toBe('SENT');
    await tap.behave('WELL');
    return one;
  };
  // Arrived and never answered; lost on the way; and never sent, for nobody listened.
  const arrived = await send(bea, 'CUT_AFTER');
  await tap.behave('WELL');
  const lost = await send(cat, 'CUT');
  await tap.behave('DOWN');
  const unsent = { buyer: gus, ...(await prepareBehind(tap, gus, partnerId)) };
  sent.push(unsent);
  const before = tap.passed.length;
  let addMs = 0;
  for (let minute = 0; minute < 60; minute++) {
    const began = performance.now();
    await ann.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
    addMs = Math.max(addMs, performance.now() - began);
    clock.advance(60_000);
    await sleep(60);
  }
  expect((await ticking(clock, gus, unsent.transfer.id, 'FAILED')).failureCode).toBe('NO_ANSWER'); // after a quarter of an hour
  // Held still all the while: neither changed nor ordered here besides.
  for (const { buyer, cartId, transfer } of [arrived, lost]) {
    expect((await read(buyer, transfer.id)).status).toBe('SENT');
    expect((await buyer.refused('mutation ($id: ID!, $lines: [CartLineInput!]!) { addCartLines(cartId: $id, lines: $lines) { id } }', { id: cartId, lines: [{ sku: 'MUG-RED' }] })).code).toBe('INVALID_STATE');
  }
  await tap.behave('WELL');
  expect((await ticking(clock, bea, arrived.transfer.id, 'ACKNOWLEDGED')).reference).toMatch(/^O-/);
  expect((await ticking(clock, cat, lost.transfer.id, 'FAILED')).failureCode).toBe('OFFER_EXPIRED'); // the price stood for half an hour
  await brand.settle();
  const again = await offered(gus, partnerId); // the same cart once more, to the same partner
  expect(again.cartId).toBe(unsent.cartId);
  await confirm(gus, again.transfer);
  expect(await until(gus, again.transfer.id, 'ACKNOWLEDGED')).toMatchObject({ failureCode: null });
  await brand.settle();
  const rows = await received(leedsOlga);
  expect(rows.map(({ externalKey, version, status }) => [externalKey, version, status])).toEqual(expect.arrayContaining([[arrived.cartId, 1, 'ORDERED'], [again.cartId, 2, 'ORDERED']]));
  const figures = await audit([arrived, lost, { buyer: gus, ...again }], leedsOlga);
  report('a partner down for an hour', { ...figures, messagesMeanwhile: tap.passed.length - before, slowestAddMs: Math.round(addMs) });
  expect(figures).toMatchObject({ ...CLEAN, acknowledged: 2, ordersAtThePartner: 2 });
}, 120_000);

/** Until a transfer is so far, as time goes by. */
async function ticking(clock: FakeClock, buyer: Session, id: string, status: string): Promise<Data> {
  await expect
    .poll(
      async () => {
        clock.advance(15_000);
        return (await read(buyer, id)).status;
      },
      { timeout: 20_000, interval: 100 },
    )
    .toBe(status);
  return read(buyer, id);
}

/** Confirmed while nobody listens: it is asked for before. */
async function prepareBehind(tap: { behave(behaviour: TapBehaviour): Promise<void> }, buyer: Session, partnerId: string): Promise<{ cartId: string; transfer: Data }> {
  await tap.behave('WELL');
  const one = await offered(buyer, partnerId);
  await tap.behave('DOWN');
  expect((await confirm(buyer, one.transfer)).status).toBe('SENT');
  return one;
}

test('a partner who is slow, lies, or hears everything twice makes one order or none of each cart, at the price that was confirmed [XFER-03, XFER-08, XFER-09]', async () => {
  const tap = await startWireTap('');
  await using _tap = tap;
  await using shops = await startShops({ via: (url) => ((tap.to = url), tap.url), sends: { CARTWRIGHT_PARTNERS_TRANSFER_TIMEOUT_MS: '1500', CARTWRIGHT_PARTNERS_QUESTION_TIMEOUT_MS: '1500' } });
  const { brand, partnerId, secret, leedsOlga } = shops;
  const bea = await brand.as('bea');
  const lies: { readonly [name: string]: TapBehaviour } = {
    'signed by nobody': ({ status, body }) => ({ status, body }),
    'signed with another secret': ({ status, body }) => ({ status, body, secret: 'whsec_bm90IHRoZSBzZWNyZXQgb2YgdGhlIHBhcnRuZXI=' }),
    'an acknowledgement without an order': ({ body }) => ({ status: 200, body: { ...body, order: undefined }, secret }),
    'an order at another price': ({ body }) => ({ status: 200, body: { ...body, total: '1.00' }, secret }),
    'an order of something else': ({ body }) => ({ status: 200, body: { ...body, priceHash: 'another' }, secret }),
    'an order of another cart': ({ body }) => ({ status: 200, body: { ...body, key: 'another' }, secret }),
    'a status of 500': ({ body }) => ({ status: 500, body, secret }),
    slow: 'SLOW',
    'cut off': 'CUT_AFTER',
  };
  const sent: Sent[] = [];
  const orderedFirst: Sent[] = [];
  for (const lie of Object.values(lies)) {
    const one = { buyer: bea, ...(await offered(bea, partnerId)) };
    orderedFirst.push(one);
    await tap.behave(lie, 'transfers');
    const { status } = await confirm(bea, one.transfer);
    expect(status).toBe('SENT'); // not believed, and not given up
    await sleep(100);
    expect((await read(bea, one.transfer.id)).status).toBe('SENT');
    await tap.behave('WELL');
    sent.push(one);
    await until(bea, one.transfer.id, 'ACKNOWLEDGED');
    await brand.settle();
  }
  await tap.behave('TWICE');
  for (let i = 0; i < 5; i++) {
    const one = { buyer: bea, ...(await offered(bea, partnerId)) };
    sent.push(one);
    await confirm(bea, one.transfer);
    await until(bea, one.transfer.id, 'ACKNOWLEDGED');
    await brand.settle();
  }
  // A price that does not add up, or is of something else, is none to confirm.
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 2 }] });
  const prices: TapBehaviour[] = [({ body }) => ({ status: 200, body: { ...body, offer: { ...body.offer, total: '0.01' } }, secret }), ({ body }) => ({ status: 200, body: { ...body, offer: { ...body.offer, contentHash: 'another' } }, secret }), ({ status, body }) => ({ status, body }), 'SLOW'];
  for (const lie of prices) {
    await tap.behave(lie, 'prices');
    expect(await bea.refused(REQUEST, { cartId: cart.id, partnerId })).toMatchObject({ code: 'PARTNER_UNAVAILABLE', details: { reason: 'NO_ANSWER' } });
  }
  // Taken back while the partner, who has it, is not heard: his word decides once he is.
  await tap.behave('WELL');
  const recalled = { buyer: bea, cartId: cart.id as string, transfer: (await bea.ask(REQUEST, { cartId: cart.id, partnerId })).requestTransfer as Data };
  sent.push(recalled);
  await tap.behave('CUT_AFTER');
  await confirm(bea, recalled.transfer);
  expect((await bea.ask(CANCEL, { id: recalled.transfer.id })).cancelTransfer).toMatchObject({ status: 'SENT', recalled: true });
  await tap.behave('WELL');
  await until(bea, recalled.transfer.id, 'ACKNOWLEDGED'); // it came too late
  // Taken back before it arrived: whatever arrives late is refused.
  const early = { buyer: bea, ...(await offered(bea, partnerId)) };
  sent.push(early);
  await tap.behave('CUT');
  await confirm(bea, early.transfer);
  await bea.ask(CANCEL, { id: early.transfer.id });
  await tap.behave('WELL');
  await until(bea, early.transfer.id, 'CANCELED');
  await brand.settle();
  const late = tap.passed.findLast(({ name, body }) => name === 'transfers' && body.header.key === early.cartId)?.body;
  const text = JSON.stringify(late);
  const toldLate = await fetch(`${tap.to}/transfers`, { method: 'POST', body: text, headers: { 'content-type': 'application/json', 'cartwright-sender': 'BRAND', ...sign(secret, 'late', text) } });
  expect([toldLate.status, ((await toldLate.json()) as Data).status]).toEqual([200, 'WITHDRAWN']);
  const figures = await audit(sent, leedsOlga);
  report('a partner who is slow, lies or hears everything twice', { lies: Object.keys(lies).length + prices.length, ...figures });
  expect(figures).toMatchObject({ ...CLEAN, acknowledged: sent.length - 1, ordersAtThePartner: sent.length - 1 });
}, 180_000);
