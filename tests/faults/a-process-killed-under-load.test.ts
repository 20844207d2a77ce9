import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort, startChild, type ChildProduct } from '../support/child-product.ts';
import { createDice } from '../support/dice.ts';
import { report, rounded } from '../support/figures.ts';
import { followCart } from '../support/follow-cart.ts';
import { openSession, type PersonName } from '../support/session.ts';
import { gapsOf, lostOf, undeliveredOf, wrongContentsOf, wrongEffectsOf } from './support/audit.ts';
import { gather } from './support/crowd.ts';
import { openLedger } from './support/ledger.ts';
import { readRecords } from './support/records.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const ROUNDS = Number(process.env.ROUNDS ?? (process.env.BRIEF ? 6 : 20));
const RATE = 130; // offered; waiting for answers leaves about a hundred
const BOLTS = 18_000;
const VERSION_OF = 'query ($cartId: ID!) { cart(id: $cartId) { version } }';

test('a process killed again and again under a hundred mutations a second loses nothing and does nothing twice [I2, I3, I6, I7, I8, I10]', async () => {
  await using folder = temporaryFolder();
  const dice = createDice();
  const port = await freePort();
  const starts: number[] = [];
  const start = async (): Promise<ChildProduct> => {
    const started = await startChild(folder.path, port);
    starts.push(started.startedInMs);
    return started;
  };

  let product = await start();
  const gate = createGate();
  const ledger = openLedger();
  const records = readRecords(folder.path);
  const token = async (person: PersonName): Promise<string> => (await openSession(product.url, person)).token ?? '';
  const tokens = { bea: await token('bea'), cat: await token('cat'), gus: await token('gus'), ann: await token('ann'), sam: await token('sam') };
  const crowd = await gather({ url: product.url, tokens, ledger, outages: gate, dice, rate: RATE });
  const followers = (['socket', 'events'] as const).map((by) => followCart({ url: product.url, token: tokens.ann, cartId: crowd.sharedCartId, by }));

  const lost: string[] = [];
  let upMs = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const upSince = performance.now();
    await sleep(dice.between(1_500, 4_000));
    await product.kill();
    upMs += performance.now() - upSince;
    gate.close();
    product = await start();
    lost.push(...lostOf(ledger, records));
    gate.open();
  }
  await crowd.leave();
  while (!records.atRest()) await sleep(20);

  const bea = await openSession(product.url, 'ann');
  const { version } = (await bea.ask(VERSION_OF, { cartId: crowd.sharedCartId })).cart;
  for (const follower of followers) await follower.reach(version);
  const doubled = await repeatSome(product.url, tokens, ledger, records);
  lost.push(...lostOf(ledger, records));
  const found = {
    lost,
    gaps: gapsOf(records),
    wrongContents: wrongContentsOf(ledger, records),
    undelivered: undeliveredOf(records),
    wrongEffects: wrongEffectsOf(ledger, records, BOLTS),
    doubled,
    followers: followers.flatMap(({ breaches }) => breaches),
  };
  report(`kill -9 under load, ${ROUNDS} rounds`, {
    seed: dice.seed,
    acknowledged: ledger.acknowledged,
    acknowledgedPerSecond: rounded((ledger.acknowledged * 1000) / upMs),
    orders: ledger.orders.length,
    quotes: ledger.quotes.size,
    inDoubt: gate.inDoubt,
    notYet: gate.notYet,
    events: records.outbox().length,
    sharedCartVersion: version,
    followerFrames: followers.map(({ frames }) => frames.length),
    startMs: { median: rounded([...starts].sort((a, b) => a - b)[Math.floor(starts.length / 2)] ?? 0, 0), longest: rounded(Math.max(...starts), 0) },
    ...Object.fromEntries(Object.entries(found).map(([name, list]) => [name, list.length])),
  });
  for (const follower of followers) follower.stop();
  expect(found).toEqual({ lost: [], gaps: [], wrongContents: [], undelivered: [], wrongEffects: [], doubled: [], followers: [] });
  expect(ledger.acknowledged).toBeGreaterThan(ROUNDS * 20);
  expect(await product.stop()).toBe(0);
}, 240_000);

/** Sends commands again that were acknowledged long ago, with their keys. @returns the carts that moved */
async function repeatSome(url: string, tokens: Record<string, string>, ledger: ReturnType<typeof openLedger>, records: ReturnType<typeof readRecords>): Promise<string[]> {
  const versionOf = (cartId: string): number | undefined => records.rows<{ version: number }>('carts', 'select version from cart where id = ?', cartId)[0]?.version;
  const moved: string[] = [];
  const every = Math.max(1, Math.floor(ledger.keyed.length / 100));
  for (const { person, query, variables, cartId } of ledger.keyed.filter((_, i) => i % every === 0)) {
    const before = versionOf(cartId);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[person]}` };
    const answer = (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json()) as { errors?: unknown };
    if (answer.errors || versionOf(cartId) !== before) moved.push(`${cartId}: ${JSON.stringify(answer.errors)}`);
  }
  return moved;
}

/** Holds requests back while the server is known to be down. */
function createGate(): { inDoubt: number; notYet: number; up(): Promise<void>; close(): void; open(): void } {
  let closed: Promise<void> | undefined;
  let release = (): void => undefined;
  return {
    inDoubt: 0,
    notYet: 0,
    up: () => closed ?? Promise.resolve(),
    close: () => void (closed = new Promise((resolve) => (release = resolve))),
    open() {
      closed = undefined;
      release();
    },
  };
}
