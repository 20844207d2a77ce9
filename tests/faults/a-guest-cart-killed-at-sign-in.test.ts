import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort, startChild } from '../support/child-product.ts';
import { createDice } from '../support/dice.ts';
import { report } from '../support/figures.ts';
import { openSession, type Data } from '../support/session.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 4);
const LONGEST_CLAIM_MS = 60;
const LINES = 'id quantity product { sku }';
const ADD = `mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id lines { ${LINES} } } }`;
const ACTIVE = `{ activeCart { id lines { ${LINES} } } carts { nodes { id status } } }`;
const CLAIM = 'mutation ($token: String!) { claimGuestCart(guestToken: $token, mode: MERGE) { id } }';
const EMPTY = 'mutation ($id: ID!) { deleteCart(cartId: $id) { id } }';

/** Sixty-five lines, told apart by their quantities. */
const WANTED = Array.from({ length: 65 }, (_, i) => ({ sku: i % 2 === 0 ? 'MUG-RED' : 'BAG-JUTE', quantity: String(i + 2) }));
const contents = (cart: Data | null): string[] => (cart?.lines ?? []).map((line: Data) => `${line.product.sku} x ${line.quantity}`);
const GUESTS = WANTED.map(({ sku, quantity }) => `${sku} x ${quantity}`);
const OWN = ['HAMPER-XL x 1'];

test('a process killed while a guest cart of 65 lines is merged at sign-in leaves the merged cart or both carts, whole [CART-17, CART-21]', async () => {
  await using folder = temporaryFolder();
  const dice = createDice();
  const port = await freePort();
  let product = await startChild(folder.path, port);
  const ended = { merged: 0, both: 0 };
  let acknowledged = 0;

  for (let round = 0; round < ROUNDS; round++) {
    const [guest, cat] = [await openSession(product.url, 'guest'), await openSession(product.url, 'cat')];
    await cat.ask(ADD, { lines: [{ sku: 'HAMPER-XL' }] });
    await guest.ask(ADD, { lines: WANTED });
    const claim = cat.ask(CLAIM, { token: guest.token }).then(
      () => true,
      () => false, // the process was gone before it answered
    );
    await sleep(round === 0 ? 0 : dice.between(0, LONGEST_CLAIM_MS));
    await product.kill();
    const wasAcknowledged = await claim;
    if (wasAcknowledged) acknowledged++;
    product = await startChild(folder.path, port);

    const { activeCart: own, carts } = await cat.ask(ACTIVE);
    const { activeCart: theirs } = await guest.ask(ACTIVE);
    const found = { own: contents(own), guests: contents(theirs), carts: carts.nodes.length };
    const isMerged = found.own.length > 1;
    expect(found, `round ${round}, seed ${dice.seed}`).toEqual(isMerged ? { own: [...OWN, ...GUESTS], guests: [], carts: 1 } : { own: OWN, guests: GUESTS, carts: 1 });
    if (wasAcknowledged) expect(isMerged, 'what was acknowledged is there').toBe(true);
    ended[isMerged ? 'merged' : 'both']++;

    await cat.ask(CLAIM, { token: guest.token });
    const { activeCart: after } = await cat.ask(ACTIVE);
    expect(contents(after), 'claimed again, or for the first time, it is merged once').toEqual([...OWN, ...GUESTS]);
    await cat.ask(EMPTY, { id: after.id });
  }
  report(`kill -9 while a guest cart is merged, ${ROUNDS} rounds`, { seed: dice.seed, ...ended, acknowledged });
  expect(ended.merged + ended.both).toBe(ROUNDS);
  expect(await product.stop()).toBe(0);
}, 60_000 * ROUNDS);
