import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ADD, READ, WATCH } from './watching.ts';

const LINE = { sku: 'MUG-RED', quantity: 100 };
const LIST = '6.95';
const NET = '5.40';

interface Prices {
  readonly owner: string;
  readonly units: readonly string[];
}

const pricesOf = (cart: { owner: { name: string }; lines: { unitPrice: { amount: string } }[] }): Prices => ({ owner: cart.owner.name, units: [...new Set(cart.lines.map(({ unitPrice }) => unitPrice.amount))] });

test('two people who change and watch their carts at the same time never see a frame of each other [CART-29, CART-34]', async () => {
  await using world = await startWorld();
  const people = [
    { session: await world.as('bea'), owner: 'Bea', unit: NET },
    { session: await world.as('ben'), owner: 'Ben', unit: LIST },
    { session: await world.as('gus'), owner: 'Gus', unit: NET },
  ];
  const carts = await Promise.all(people.map(async ({ session }) => (await session.ask(ADD, { lines: [LINE] })).addCartLines.id as string));
  const watches = await Promise.all(people.map(({ session }, i) => session.watch(WATCH, { cartId: carts[i] })));
  await Promise.all(people.flatMap(({ session }, i) => Array.from({ length: 10 }, () => session.ask(ADD, { cartId: carts[i], lines: [LINE] }))));
  for (const [i, { owner, unit }] of people.entries()) {
    const frames = (await watches[i]?.until(({ cartChanged }) => cartChanged.version === 11)) ?? [];
    expect(new Set(frames.map(({ cartChanged }) => cartChanged.cart.id))).toEqual(new Set([carts[i]]));
    for (const { cartChanged } of frames) expect(pricesOf(cartChanged.cart)).toEqual({ owner, units: [unit] });
    await watches[i]?.close();
  }
});

test('without the right to net prices a cart shows list prices and sums of them, read, changed and live [CART-29]', async () => {
  await using world = await startWorld();
  const ben = await world.as('ben');
  const { addCartLines: cart } = await ben.ask(ADD, { lines: [LINE] });
  const frames = await ben.watch(WATCH, { cartId: cart.id });
  const { cartChanged: frame } = await frames.next();
  const { cart: read } = await ben.ask(READ, { cartId: cart.id });
  for (const shown of [cart, read, frame.cart]) expect(shown).toMatchObject({ total: { amount: '695.00' }, lines: [{ unitPrice: { amount: LIST }, total: { amount: '695.00' } }] });
  const { cart: explained } = await ben.ask('query ($cartId: ID!) { cart(id: $cartId) { lines { priceExplanation { kind } } } }', { cartId: cart.id });
  expect(explained.lines[0].priceExplanation).toEqual([{ kind: 'LIST' }]);
  await frames.close();
});
