import { expect, test } from 'vitest';
import { report, rounded } from '../support/figures.ts';
import { followCart } from '../support/follow-cart.ts';
import type { Session } from '../support/session.ts';
import { startWorld } from '../support/world.ts';

const ADDS = 100;
const WHOLE = 'name status priceHash total { amount currency } owner { name } problems { code lineId } lines { id quantity unitPrice { amount } total { amount } product { sku name } }';
const ADD = 'mutation ($cartId: ID, $n: Decimal!) { addCartLines(cartId: $cartId, lines: [{ sku: "CARD-BDAY", quantity: $n }]) { id version } }';
const READ = `query ($cartId: ID!) { cart(id: $cartId) { id version ${WHOLE} } }`;

test('of a hundred adds at once from five sessions none is lost, and all who watch end at the same cart', async () => {
  await using world = await startWorld();
  const sessions: Session[] = [];
  for (let i = 0; i < 5; i++) sessions.push(await world.as('bea'));
  const [first] = sessions as [Session];
  const { id: cartId, version: begin } = (await first.ask(ADD, { n: 1_000 })).addCartLines;
  const watchers = sessions.map((session, i) => followCart({ url: world.url, token: session.token ?? '', cartId, by: i === 4 ? 'events' : 'socket', more: WHOLE, returns: false }));
  for (const watcher of watchers) await watcher.reach(begin);

  const began = performance.now();
  // half of them name the cart, half mean the active one
  const answers = await Promise.all(Array.from({ length: ADDS }, (_, i) => sessions[i % 5]?.ask(ADD, { cartId: i % 2 ? cartId : undefined, n: i + 1 })));
  const tookMs = performance.now() - began;

  const versions = answers.map((answer) => Number(answer?.addCartLines.version)).sort((a, b) => a - b);
  const { cart } = await first.ask(READ, { cartId });
  for (const watcher of watchers) await watcher.reach(cart.version);
  const quantities = cart.lines.map((line: { quantity: string }) => Number(line.quantity)).sort((a: number, b: number) => a - b);
  const breaches = watchers.flatMap((watcher) => watcher.breaches);
  report('100 parallel addCartLines on one cart', {
    sessions: 5,
    acknowledged: answers.length,
    lines: cart.lines.length,
    versions: `${versions[0]}..${versions.at(-1)}`,
    watchers: { socket: 4, events: 1 },
    frames: watchers.map((watcher) => watcher.frames.length),
    breaches: breaches.length,
    tookMs: rounded(tookMs),
  });
  expect(quantities).toEqual([...Array.from({ length: ADDS }, (_, i) => i + 1), 1_000]);
  expect(versions).toEqual(Array.from({ length: ADDS }, (_, i) => begin + 1 + i));
  expect(cart.version).toBe(begin + ADDS);
  expect(breaches).toEqual([]);
  for (const watcher of watchers) expect(watcher.frames.at(-1)?.cart).toEqual(cart);
  for (const watcher of watchers) watcher.stop();
});

test('twenty first adds at once make one cart with twenty lines [CART-01, CART-04, CART-15]', async () => {
  await using world = await startWorld();
  const sessions = [await world.as('cat'), await world.as('cat'), await world.as('cat')];
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => sessions[i % 3]?.ask(ADD, { n: i + 1 })));
  const { activeCart, carts } = (await sessions[0]?.ask('{ activeCart { id version lines { id } } carts { nodes { id } } }')) ?? {};
  report('20 parallel first adds', { carts: carts.nodes.length, lines: activeCart.lines.length, version: activeCart.version });
  expect(new Set(answers.map((answer) => answer?.addCartLines.id))).toEqual(new Set([activeCart.id]));
  expect(carts.nodes).toEqual([{ id: activeCart.id }]);
  expect(activeCart.lines).toHaveLength(20);
  expect(activeCart.version).toBe(20);
});
