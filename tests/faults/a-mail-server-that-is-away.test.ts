import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeClock, type FakeClock } from '#kernel/clock.ts';
import { fillCart, orderCart } from '../stories/orders/shopping.ts';
import { LIST } from '../stories/notifications/notifying.ts';
import { report } from '../support/figures.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { startWorld, type World } from '../support/world.ts';

const ORDERS = Number(process.env.ROUNDS ?? 12);
const MINUTE_MS = 60_000;
const MUG = [{ sku: 'MUG-RED', quantity: '1' }];
const settings = (mails: MailServer, more: Record<string, string> = {}): Record<string, string> => ({ CARTWRIGHT_MAIL_SMTP_URL: `smtp://127.0.0.1:${mails.port}`, CARTWRIGHT_MAIL_FROM: 'shop@seller.example', CARTWRIGHT_MAIL_TIMEOUT_SECONDS: '1', ...more });

interface Row {
  readonly status: string;
  readonly attempts: number;
  readonly failure: string | null;
}

async function rowsOf(world: World): Promise<readonly Row[]> {
  const db = world.embedded.subgraphs.get('notifications')?.db.kernel as unknown as { selectFrom(name: string): { selectAll(): { execute(): Promise<Row[]> } } };
  return db.selectFrom('NotificationMail').selectAll().execute();
}

async function until<T>(look: () => Promise<T> | T, passes: (seen: T) => boolean): Promise<T> {
  for (const end = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const seen = await look();
    if (passes(seen) || Date.now() > end) return seen;
  }
}

/** Time goes by in steps, and whatever is due then is tried. */
async function passTime(world: World, clock: FakeClock, minutes: number, step = 1): Promise<void> {
  for (let gone = 0; gone < minutes; gone += step) {
    clock.advance(step * MINUTE_MS);
    await world.embedded.subgraphs.get('notifications')?.idle();
    await new Promise((resolve) => setTimeout(resolve, 120)); // a round begins
    await world.settle();
  }
}

const ROUNDS = { CARTWRIGHT_NOTIFICATIONS_ROUND_SECONDS: '0.05' };

test('a mail server is away for an hour: orders and lists know nothing of it, then every e-mail arrives, each once, with its own Message-ID [F56]', async () => {
  const clock = fakeClock(new Date());
  await using mails = await startMailServer();
  await mails.down();
  await using world = await startWorld({ clock, env: settings(mails, ROUNDS) });
  const bea = await world.as('bea');
  const numbers: string[] = [];
  const took: number[] = [];
  for (let i = 0; i < ORDERS; i++) {
    const began = performance.now();
    numbers.push((await orderCart(bea, await fillCart(bea, MUG))).number);
    took.push(performance.now() - began);
    await passTime(world, clock, 60 / ORDERS, 60 / ORDERS);
  }
  expect((await bea.ask(LIST, { first: 100 })).unreadNotificationCount).toBe(ORDERS);
  const waiting = await rowsOf(world);
  expect(waiting.map(({ status }) => status)).toEqual(Array.from({ length: ORDERS }, () => 'PENDING'));
  const attempts = waiting.reduce((sum, row) => sum + row.attempts, 0);
  expect(attempts).toBeGreaterThan(3);
  expect(attempts).toBeLessThanOrEqual(20); // one is tried for all, and at most every few minutes
  await mails.up();
  await passTime(world, clock, 6, 6);
  await until(() => mails.taken.length, (taken) => taken >= ORDERS);
  expect(mails.taken.map(({ subject }) => subject).toSorted()).toEqual(numbers.map((number) => `Your order ${number}`).toSorted());
  expect(new Set(mails.taken.map(({ messageId }) => messageId)).size).toBe(ORDERS);
  for (const { from, to, raw } of mails.taken) expect([from, ...to, /^Auto-Submitted: auto-generated\r?$/m.test(raw)]).toEqual(['shop@seller.example', 'bea@acme.example', true]);
  await passTime(world, clock, 60, 20);
  expect(mails.taken).toHaveLength(ORDERS);
  expect((await rowsOf(world)).every(({ status }) => status === 'SENT')).toBe(true);
  report('a mail server away for an hour', { orders: ORDERS, attempts, arrived: mails.taken.length, slowestOrderMs: Math.round(Math.max(...took)) });
}, 180_000);

test('a mail server that says nothing holds up no order and no list, and is given a while before it is asked again', async () => {
  const clock = fakeClock(new Date());
  await using mails = await startMailServer();
  mails.silent = true;
  await using world = await startWorld({ clock, env: settings(mails, ROUNDS) });
  const bea = await world.as('bea');
  await orderCart(bea, await fillCart(bea, MUG));
  await until(async () => (await bea.ask(LIST)).unreadNotificationCount, (count) => count === 1);
  const began = performance.now();
  const { number } = await orderCart(bea, await fillCart(bea, MUG));
  expect(performance.now() - began).toBeLessThan(20_000);
  await until(() => rowsOf(world), (rows) => rows.some(({ failure }) => failure !== null));
  const before = mails.connections();
  await passTime(world, clock, 0.5, 0.25);
  expect(mails.connections()).toBe(before);
  mails.silent = false;
  await passTime(world, clock, 6, 6);
  const taken = await until(() => mails.taken.map(({ subject }) => subject), (subjects) => subjects.length === 2);
  expect(taken).toContain(`Your order ${number}`);
}, 120_000);

test('an address that is refused for good is given up and one that is not taken now is tried again; the others are sent meanwhile', async () => {
  const clock = fakeClock(new Date());
  await using mails = await startMailServer();
  mails.answers = { 'gus@globex.example': '550 5.1.1 nobody here', 'cat@home.example': '451 4.7.1 come again later' };
  await using world = await startWorld({ clock, env: settings(mails, ROUNDS) });
  for (const name of ['gus', 'cat', 'bea'] as const) {
    const person = await world.as(name);
    await orderCart(person, await fillCart(person, MUG));
  }
  await until(() => rowsOf(world), (rows) => rows.length === 3 && rows.every(({ attempts, failure, status }) => attempts === 1 && (failure !== null || status === 'SENT')));
  expect(mails.taken.map(({ to }) => to)).toEqual([['bea@acme.example']]);
  expect((await rowsOf(world)).map(({ status }) => status).toSorted()).toEqual(['FAILED', 'PENDING', 'SENT']);
  expect((await rowsOf(world)).find(({ status }) => status === 'FAILED')?.failure).toContain('550');
  mails.answers = {};
  await passTime(world, clock, 2, 1);
  const taken = await until(() => mails.taken.map(({ to }) => to[0]), (to) => to.length === 2);
  expect(taken).toEqual(['bea@acme.example', 'cat@home.example']);
  clock.advance(200 * 60 * MINUTE_MS);
  mails.answers = { 'bea@acme.example': '451 4.3.0 later' };
  const bea = await world.as('bea');
  await orderCart(bea, await fillCart(bea, MUG));
  await passTime(world, clock, 8 * 60, 8 * 60);
  expect((await rowsOf(world)).filter(({ status }) => status === 'PENDING')).toHaveLength(1);
  await passTime(world, clock, 121 * 60, 121 * 60);
  expect((await until(() => rowsOf(world), (rows) => rows.every(({ status }) => status !== 'PENDING'))).filter(({ status }) => status === 'FAILED')).toHaveLength(2);
}, 120_000);

test('a server that takes an e-mail and hangs up before it says so gets it again as the same one', async () => {
  const clock = fakeClock(new Date());
  await using mails = await startMailServer();
  mails.hangsUp = 1;
  await using world = await startWorld({ clock, env: settings(mails, ROUNDS) });
  const bea = await world.as('bea');
  await orderCart(bea, await fillCart(bea, MUG));
  await until(() => mails.taken.length, (taken) => taken === 1);
  await passTime(world, clock, 6, 2);
  expect(await until(() => mails.taken.length, (taken) => taken === 2)).toBe(2);
  expect(new Set(mails.taken.map(({ messageId }) => messageId)).size).toBe(1);
  await passTime(world, clock, 60, 30);
  expect(mails.taken).toHaveLength(2);
}, 120_000);

test('what waited when the process ended is sent by the next one, once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mails-'));
  await using mails = await startMailServer();
  await mails.down();
  {
    await using world = await startWorld({ dataDir, env: settings(mails) });
    const bea = await world.as('bea');
    for (let i = 0; i < 2; i++) await orderCart(bea, await fillCart(bea, MUG));
    await world.settle();
    expect((await rowsOf(world)).map(({ status }) => status)).toEqual(['PENDING', 'PENDING']);
  }
  await mails.up();
  const later = fakeClock(new Date(Date.now() + 10 * MINUTE_MS));
  await using world = await startWorld({ dataDir, clock: later, env: settings(mails, ROUNDS) });
  expect(await until(() => mails.taken.length, (taken) => taken === 2)).toBe(2);
  await passTime(world, later, 60, 30);
  expect(new Set(mails.taken.map(({ subject }) => subject)).size).toBe(2);
  expect(mails.taken).toHaveLength(2);
  rmSync(dataDir, { recursive: true, force: true });
}, 120_000);
