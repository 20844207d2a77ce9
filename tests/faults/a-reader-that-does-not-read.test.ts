import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort, startChild } from '../support/child-product.ts';
import { percentile, report, rounded } from '../support/figures.ts';
import { followCart, type Follower } from '../support/follow-cart.ts';
import { openSession, type Session } from '../support/session.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const CHANGES = 5_000;
const READERS = 3;
const WIDE = 'name total { amount } lines { id quantity uom listPrice { amount currency } unitPrice { amount currency } total { amount currency } priceExplanation { kind source note delta { amount } unitPriceAfter { amount } } product { sku name } }';
const SKUS = ['MUG-RED', 'MUG-BLUE', 'MUG-WHITE', 'PLATE-27', 'BOWL-16', 'CARD-BDAY', 'WRAP-STAR', 'SOAP-LAV', 'TOWEL-TEA', 'BAG-JUTE', 'GOGGLES', 'TAPE-5M'];
const ADD = 'mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id version lines { id } } }';
const UPDATE = 'mutation ($cartId: ID!, $lineId: ID!, $n: Decimal!) { updateCartLines(cartId: $cartId, lines: [{ lineId: $lineId, quantity: $n }]) { version } }';

interface Run {
  /** From the sending of a change to its frame, for each change and reader. */
  readonly delays: readonly number[];
  readonly growthMb: number;
  readonly frameBytes: number;
  readonly seconds: number;
  readonly version: number;
}

type Sleepers = (follow: () => Follower) => Sleeper[];
interface Sleeper {
  readonly follower: Follower;
  /** Woken after so many changes, or before its half minute is over; never, when absent. */
  readonly sleeps?: number;
}
const SURELY_NOT_CUT_MS = 22_000;

/** Changes of one cart, one after the other; how long until each of three good readers had each of them. */
async function run(bea: Session, residentMb: () => number, changes: number, sleepersOf: Sleepers = () => []): Promise<Run> {
  const { id: cartId, lines, version: begin } = (await bea.ask(ADD, { lines: SKUS.map((sku) => ({ sku, quantity: 12 })) })).addCartLines;
  const follow = (): Follower => followCart({ url: bea.url, token: bea.token ?? '', cartId, more: WIDE, returns: false });
  const readers = Array.from({ length: READERS }, follow);
  const sleepers = sleepersOf(follow);
  for (const each of [...readers, ...sleepers.map(({ follower }) => follower)]) await each.reach(begin);
  for (const { follower } of sleepers) follower.pause();

  const sentAt = new Map<number, number>();
  const before = residentMb();
  const began = performance.now();
  for (let change = 0; change < changes; change++) {
    const sent = performance.now();
    for (const { follower, sleeps = Infinity } of sleepers) if (change === sleeps || (sleeps < Infinity && sent - began > SURELY_NOT_CUT_MS)) follower.resume();
    const { version } = (await bea.ask(UPDATE, { cartId, lineId: lines[change % lines.length].id, n: 10 + (change % 80) })).updateCartLines;
    sentAt.set(version, sent);
  }
  const seconds = (performance.now() - began) / 1000;
  for (const reader of readers) await reader.reach(begin + changes);
  const growthMb = residentMb() - before;
  const delays = readers.flatMap(({ frames }) => frames.flatMap(({ version, arrivedAt }) => (sentAt.has(version) ? [arrivedAt - (sentAt.get(version) ?? 0)] : [])));
  for (const reader of readers) {
    expect(reader.breaches).toEqual([]);
    reader.stop();
  }
  const frameBytes = JSON.stringify(readers[0]?.frames.at(-1)).length;
  return { seconds, delays, growthMb, frameBytes, version: begin + changes };
}

test('a reader that does not read costs the process little and the other readers nothing, and catches up or is cut', async () => {
  await using folder = temporaryFolder();
  const product = await startChild(folder.path, await freePort());
  const bea = await openSession(product.url, 'bea');
  await run(bea, product.residentMb, 1_500); // warm
  const before = await run(await openSession(product.url, 'gus'), product.residentMb, CHANGES / 2);
  const sleepers: Sleeper[] = [];
  const beside = await run(await openSession(product.url, 'cat'), product.residentMb, CHANGES, (follow) => {
    sleepers.push({ follower: follow(), sleeps: 2_000 }, { follower: follow() });
    return sleepers;
  });
  const [woken, asleep] = sleepers.map(({ follower }) => follower) as [Follower, Follower];
  await woken.reach(beside.version, 5_000);
  await wakeWhenCut(asleep, beside.seconds);
  const after = await run(await openSession(product.url, 'ann'), product.residentMb, CHANGES / 2);
  const alone = [...before.delays, ...after.delays]; // from both sides, as the machine has other work too
  const p99 = { alone: percentile(alone, 0.99), beside: percentile(beside.delays, 0.99) };

  const longestSpan = Math.max(...woken.frames.map(({ fromVersion, version }) => version - fromVersion));
  report('a paused reader during 5,000 changes', {
    changes: CHANGES,
    frameBytes: beside.frameBytes,
    othersP99Ms: { alone: rounded(p99.alone), beside: rounded(p99.beside), ratio: rounded(p99.beside / p99.alone, 2) },
    othersP50Ms: { alone: rounded(percentile(alone, 0.5)), beside: rounded(percentile(beside.delays, 0.5)) },
    changesPerSecond: { alone: rounded(CHANGES / (before.seconds + after.seconds)), beside: rounded(CHANGES / beside.seconds) },
    residentGrowthMb: { before: rounded(before.growthMb), beside: rounded(beside.growthMb), after: rounded(after.growthMb) },
    woken: { frames: woken.frames.length, longestSpan, breaches: woken.breaches.length, reached: woken.seen() === beside.version },
    asleep: { closes: asleep.closes, framesTheNetworkHeld: asleep.frames.length },
  });
  expect(woken.breaches).toEqual([]);
  expect(longestSpan).toBeGreaterThan(1);
  expect(asleep.closes[0]).toBeOneOf([1013, 1006]); // the goodbye may not get through to who does not read
  expect(asleep.frames.length).toBeLessThan(CHANGES / 2);
  expect(p99.beside).toBeLessThan(3 * p99.alone + 100); // a busy machine moves both; a reader in the way would cost seconds
  expect(beside.growthMb).toBeLessThan(100); // the frames it did not read are 30 MB of text alone
  expect((await bea.ask('{ viewer { name } }')).viewer.name).toBe('Bea');
  woken.stop();
  expect(await product.stop()).toBe(0);
}, 240_000);

const CUT_AFTER_S = 36;

/** A reader cannot hear that it was cut before it reads again. */
async function wakeWhenCut(follower: Follower, sleptSeconds: number): Promise<void> {
  await sleep(Math.max(0, CUT_AFTER_S - sleptSeconds) * 1000);
  follower.resume();
  for (const end = performance.now() + 10_000; follower.closes.length === 0 && performance.now() < end; ) await sleep(50);
}
