import { expect, test } from 'vitest';
import { forgetPublished } from '#kernel/outbox.ts';
import { startWorld } from '../../support/world.ts';
import { ADD, WAYS } from './watching.ts';

test.each(WAYS)('who comes back over $way with the last version seen gets what was missed, in order, and no snapshot', async ({ watch }) => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  for (let i = 0; i < 4; i++) await bea.ask(ADD, { cartId: cart.id, lines: [{ sku: 'MUG-BLUE' }] });
  const frames = await watch(bea, { cartId: cart.id, after: 2 });
  const missed = await frames.until(({ cartChanged }) => cartChanged.version === 5);
  expect(missed.map(({ cartChanged: { kind, fromVersion, version } }) => [kind, fromVersion, version])).toEqual([['CHANGE', 2, 3], ['CHANGE', 3, 4], ['CHANGE', 4, 5]]);
  await bea.ask(ADD, { cartId: cart.id, lines: [{ sku: 'BAG-JUTE' }] });
  expect((await frames.next()).cartChanged).toMatchObject({ kind: 'CHANGE', fromVersion: 5, version: 6 });
  await frames.close();
});

test.each(WAYS)('who comes back over $way after the changes were forgotten begins anew with a RESET', async ({ watch }) => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  for (let i = 0; i < 4; i++) await bea.ask(ADD, { cartId: cart.id, lines: [{ sku: 'MUG-BLUE' }] });
  await world.settle();
  const carts = world.embedded.subgraphs.get('carts');
  if (carts) await forgetPublished(carts.db.kernel, new Date(Date.now() + 1_000));
  const frames = await watch(bea, { cartId: cart.id, after: 2 });
  const { cartChanged: frame } = await frames.next();
  expect(frame).toMatchObject({ kind: 'RESET', cause: 'RESET', fromVersion: 2, version: 5, cart: { version: 5 } });
  expect(frame.cart.lines).toHaveLength(5);
  await bea.ask(ADD, { cartId: cart.id, lines: [{ sku: 'BAG-JUTE' }] });
  expect((await frames.next()).cartChanged).toMatchObject({ kind: 'CHANGE', fromVersion: 5, version: 6 });
  await frames.close();
});
