import Sqlite from 'better-sqlite3';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort, startChild, type ChildProduct } from '../support/child-product.ts';
import { createDice } from '../support/dice.ts';
import { report } from '../support/figures.ts';
import { openSession, type PersonName } from '../support/session.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PEOPLE: readonly PersonName[] = ['bea', 'ben', 'gus', 'cat'];
const ADD = 'mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 1 }]) { version } }';

interface Happened {
  readonly id: string;
  readonly version: number;
}

interface Recorded extends Happened {
  readonly deal: string;
  readonly position: number;
}

function readAll<Row>(file: string, sql: string): Row[] {
  using database = disposable(new Sqlite(file, { readonly: true }));
  return database.prepare(sql).all() as Row[];
}

const disposable = (database: Sqlite.Database): Sqlite.Database & Disposable => Object.assign(database, { [Symbol.dispose]: () => void database.close() });

test('a process killed while a timeline is written has recorded everything once, in order and without a gap [I7, I8]', async () => {
  await using folder = temporaryFolder();
  const dice = createDice();
  const port = await freePort();
  let up = true;
  let acknowledged = 0;
  let product: ChildProduct = await startChild(folder.path, port);
  const sessions = await Promise.all(PEOPLE.map((person) => openSession(product.url, person)));

  const shopping = sessions.map(async (session) => {
    while (up) {
      const done = await session.answer(ADD).catch(() => undefined); // nobody is there
      if (done?.data) acknowledged++;
      else await sleep(20);
    }
  });
  for (let round = 0; round < ROUNDS; round++) {
    await sleep(dice.between(700, 1_500));
    await product.kill();
    product = await startChild(folder.path, port);
  }
  await sleep(500);
  up = false;
  await Promise.all(shopping);

  const happened = (): Happened[] => readAll(`${folder.path}/carts.sqlite`, "select aggregate_id as id, aggregate_version as version from outbox_message where aggregate_type = 'cart'");
  const recorded = (): Recorded[] => readAll(`${folder.path}/timeline.sqlite`, "select deal_id as deal, position, aggregate_id as id, aggregate_version as version from timeline_entry where aggregate_type = 'cart' order by deal_id, position");
  const end = Date.now() + 20_000;
  while (recorded().length < happened().length && Date.now() < end) await sleep(50);
  const [outbox, entries] = [happened(), recorded()];
  await product.stop();

  const nameOf = ({ id, version }: Happened): string => `${id} ${version}`;
  const names = entries.map(nameOf);
  const found = {
    missing: outbox.filter((each) => !names.includes(nameOf(each))).length,
    doubled: names.length - new Set(names).size,
    gaps: entries.filter(({ deal, position }, i) => position !== (entries[i - 1]?.deal === deal ? (entries[i - 1]?.position ?? 0) + 1 : 1)).length,
    disorder: entries.filter(({ deal, id, version }, i) => entries[i - 1]?.deal === deal && entries[i - 1]?.id === id && version !== (entries[i - 1]?.version ?? 0) + 1).length,
  };
  report('a timeline killed while it is written', { rounds: ROUNDS, seed: dice.seed, acknowledged, events: outbox.length, entries: entries.length, ...found });
  expect(outbox.length).toBeGreaterThan(ROUNDS * 10);
  expect(found).toEqual({ missing: 0, doubled: 0, gaps: 0, disorder: 0 });
}, 180_000);
