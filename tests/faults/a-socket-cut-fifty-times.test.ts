import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createDice } from '../support/dice.ts';
import { report, rounded } from '../support/figures.ts';
import { followCart } from '../support/follow-cart.ts';
import { startWorld } from '../support/world.ts';

const CUTS = 50;
const WRITERS = 3;
const ADD = 'mutation { addCartLines(lines: [{ sku: "WRAP-STAR" }, { sku: "CARD-BDAY" }, { sku: "MUG-RED" }]) { id version lines { id } } }';
const UPDATE = 'mutation ($cartId: ID!, $lineId: ID!, $n: Decimal!) { updateCartLines(cartId: $cartId, lines: [{ lineId: $lineId, quantity: $n }]) { version } }';

test.each(['socket', 'events'] as const)('a reader on %s that is cut fifty times has seen every version exactly once', async (by) => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const dice = createDice();
  const { id: cartId, lines } = (await bea.ask(ADD)).addCartLines;
  const reader = followCart({ url: world.url, token: bea.token ?? '', cartId, by, more: 'lines { quantity product { name } }' });
  await reader.reach(1);

  let writing = true;
  let changes = 0;
  const write = async (lineId: string): Promise<void> => {
    while (writing) await bea.ask(UPDATE, { cartId, lineId, n: (++changes % 900) + 1 });
  };
  const writers = Array.from({ length: WRITERS }, (_, i) => write(lines[i].id));
  const began = performance.now();
  while (reader.connections() <= CUTS) {
    await sleep(dice.between(0, 120));
    reader.cut(dice.pick(['terminate', 'destroy', 'reset']));
  }
  const tookMs = performance.now() - began;
  writing = false;
  await Promise.all(writers);
  const { version } = (await bea.ask('query ($cartId: ID!) { cart(id: $cartId) { version } }', { cartId })).cart;
  await reader.reach(version);

  const spans = reader.frames.map(({ fromVersion, version: to }) => to - fromVersion);
  report(`${CUTS} cuts of a reader`, {
    by,
    seed: dice.seed,
    cuts: reader.connections() - 1,
    changes,
    versions: version,
    frames: reader.frames.length,
    coalesced: spans.filter((span) => span > 1).length,
    breaches: reader.breaches.length,
    changesPerSecond: rounded((changes * 1000) / tookMs),
  });
  expect(reader.breaches).toEqual([]);
  expect(version).toBe(1 + changes);
  expect(reader.frames.at(-1)?.version).toBe(version);
  reader.stop();
}, 60_000);
