import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MERGE_STEPS } from '../../subgraphs/accounts/domain/merge-steps.ts';
import type { MergePoint } from '../../subgraphs/accounts/failpoint.ts';
import { freePort, startChild, type ChildProduct } from '../support/child-product.ts';
import { report, rounded } from '../support/figures.ts';
import { KEPT_AFTER_MERGES } from '../support/kept-after-merges.ts';
import { openSession, sessionWith, type Session } from '../support/session.ts';
import { openIssuer } from '../../subgraphs/accounts/issuer.ts';
import { gapsOf, undeliveredOf } from './support/audit.ts';
import { busyPeople, seenBy, type BusyPerson } from './support/busy-people.ts';
import { readRecords, type Records } from './support/records.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 1);
const RECOVER_MS = 30_000;
/** After the work of each step and after the note of it; and in the middle of going back. */
const POINTS: MergePoint[] = ['STARTED', ...MERGE_STEPS.filter((step) => !['STARTED', 'REFUSED', 'UNCHANGED'].includes(step)).flatMap((step) => [`${step}:unsaved`, step] as const), 'REFUSED:unsaved'];

const MERGE = 'mutation ($from: ID!, $to: ID!, $reason: String, $key: String!) { mergeAccounts(fromId: $from, toId: $to, reason: $reason, idempotencyKey: $key) { id } }';
const MERGES = '{ merges(first: 100) { nodes { reason status } } }';

interface Wish {
  readonly reason: string;
  readonly obstructed: boolean;
  readonly from: BusyPerson;
  readonly to: BusyPerson;
}

test('a merge killed between every two steps ends merged or as if nothing had been, never half, and loses nothing', async () => {
  await using folder = temporaryFolder();
  const port = await freePort();
  const records = readRecords(folder.path);
  let frozen = new Set<string>();
  const start = (life: number): Promise<ChildProduct> => {
    frozen = new Set();
    const onWords = (words: string): void => void [...words.matchAll(/frozen at (\S+)/g)].forEach(([, point = '']) => frozen.add(point));
    return startChild(folder.path, port, { entry: 'tests/faults/support/freezing-merges.ts', env: { LIFE: String(life) }, onWords });
  };

  let product = await start(0);
  const issuer = await openIssuer(join(folder.path, 'issuer.jwk.json'));
  const wishes: Wish[] = [];
  const recoveredInMs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const people = await busyPeople(product.url, issuer, POINTS.flatMap((point) => [`from ${round} ${point}`, `to ${round} ${point}`]));
    const begun = POINTS.map((point, i): Wish => ({ reason: `${round} at ${point}`, obstructed: point === 'REFUSED:unsaved', from: people[2 * i] as BusyPerson, to: people[2 * i + 1] as BusyPerson }));
    for (const { obstructed, from } of begun) if (obstructed) records.write('carts', "update cart set checkout_id = 'somebody', held_until = '2999-01-01T00:00:00.000Z' where account_id = ?", from.accountId);
    const olga = await openSession(product.url, 'olga');
    const cut = begun.map(({ reason, from, to }) => olga.answer(MERGE, { from: from.accountId, to: to.accountId, reason, key: reason }).catch(() => undefined));
    await expect.poll(() => [...frozen].toSorted(), { timeout: 60_000 }).toEqual(POINTS.toSorted());
    await product.kill();
    await Promise.all(cut);
    product = await start(round + 1);
    const up = performance.now();
    const again = await openSession(product.url, 'olga');
    await expect.poll(async () => (await statuses(again)).filter(({ status }) => status === 'OPEN'), { timeout: RECOVER_MS * 2, interval: 100 }).toEqual([]);
    recoveredInMs.push(performance.now() - up);
    for (const { reason, from, to } of begun) await again.answer(MERGE, { from: from.accountId, to: to.accountId, reason, key: reason }); // a client that lost its answer
    wishes.push(...begun);
  }
  await expect.poll(() => records.atRest(), { timeout: 10_000 }).toBe(true);

  const ended = new Map((await statuses(await openSession(product.url, 'olga'))).map(({ reason, status }) => [reason, status]));
  const found = {
    wrong: (await Promise.all(wishes.map((each) => wrongOf(product.url, each, ended.get(each.reason) ?? 'none', records)))).flat(),
    gaps: gapsOf(records).filter((gap) => !gap.startsWith('account ')),
    undelivered: undeliveredOf(records),
  };
  report(`kill -9 between merge steps, ${ROUNDS} rounds of ${POINTS.length} points`, {
    merges: wishes.length,
    merged: [...ended.values()].filter((status) => status === 'MERGED').length,
    untouched: [...ended.values()].filter((status) => status === 'REFUSED').length,
    recoveredInMs: { longest: rounded(Math.max(...recoveredInMs), 0) },
    ...Object.fromEntries(Object.entries(found).map(([name, list]) => [name, list.length])),
  });
  expect(found).toEqual({ wrong: [], gaps: [], undelivered: [] });
  expect(ended.size).toBe(wishes.length);
  expect(Math.max(...recoveredInMs)).toBeLessThan(RECOVER_MS);
  await product.kill();
}, 300_000);

async function statuses(olga: Session): Promise<{ reason: string; status: string }[]> {
  return (await olga.ask(MERGES)).merges.nodes;
}

/** What is not as it must be with one of them: all of it is the receiving side's, or all of it is as it was. */
async function wrongOf(url: string, { reason, obstructed, from, to }: Wish, status: string, records: Records): Promise<string[]> {
  const wrong: string[] = [];
  const say = (isRight: boolean, what: string): void => void (isRight || wrong.push(`${reason}: ${what}`));
  say(status === (obstructed ? 'REFUSED' : 'MERGED'), `ended ${status}`);
  const [mine, theirs] = [await seenBy(url, from), await seenBy(url, to)];
  if (obstructed) {
    say(JSON.stringify(mine) === JSON.stringify(from.had), `has ${JSON.stringify(mine)} instead of ${JSON.stringify(from.had)}`);
    say(JSON.stringify(theirs) === JSON.stringify(to.had), `the other has ${JSON.stringify(theirs)}`);
    await sessionWith(url, from.token).ask('mutation { createShoppingList(name: "Afterwards") { id } }').catch((error: unknown) => say(false, `is still kept from writing: ${String(error)}`));
    return wrong;
  }
  say(mine === null, 'the old token still says somebody');
  const both = { lists: from.had.lists + to.had.lists, carts: from.had.carts + to.had.carts, orders: from.had.orders + to.had.orders };
  say(JSON.stringify(theirs) === JSON.stringify(both), `the receiving side has ${JSON.stringify(theirs)} instead of ${JSON.stringify(both)}`);
  for (const id of [from.id, from.accountId]) for (const place of records.whereStands(id)) say(KEPT_AFTER_MERGES.has(place), `${place} still names ${id}`);
  return wrong;
}
