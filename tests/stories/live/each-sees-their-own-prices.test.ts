import { expect, test } from 'vitest';
import { sessionWith, type Session } from '../../support/session.ts';
import type { Watch } from '../../support/watch.ts';
import { startWorld } from '../../support/world.ts';
import { ADD, READ, SET_PRICE, WATCH } from './watching.ts';

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

test('when a net price moves, whoever may not see net prices does not learn them from the problem either [CART-29]', async () => {
  await using world = await startWorld();
  const [ben, bea, olga] = [await world.as('ben'), await world.as('bea'), await world.as('olga')];
  const problemsOf = async (session: Session): Promise<Watch> => {
    const { addCartLines: cart } = await session.ask(ADD, { lines: [LINE] });
    const frames = await session.watch('subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { cart { total { amount } problems { code message } } } }', { cartId: cart.id });
    await frames.next();
    return frames;
  };
  const [withheld, told] = [await problemsOf(ben), await problemsOf(bea)];
  await olga.ask(SET_PRICE, { prices: [{ sku: 'MUG-RED', minQuantity: '100', unitPrice: '5.10' }] });
  const { cart: forBen } = (await withheld.next()).cartChanged;
  const { cart: forBea } = (await told.next()).cartChanged;
  expect(forBen).toEqual({ total: { amount: '695.00' }, problems: [{ code: 'PRICE_CHANGED', message: 'The price of this line moved.' }] });
  expect(forBea).toEqual({ total: { amount: '510.00' }, problems: [{ code: 'PRICE_CHANGED', message: expect.stringContaining('from 5.40 to 5.10') }] });
});

test('a refused order tells its totals only to who may see net prices [CART-29]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { viewer } = await bea.ask('{ viewer { id account { id } } }');
  const blind = { id: viewer.id, kind: 'BUYER' as const, accountId: viewer.account.id, permissions: ['CREATE_ORDER'] };
  const { token } = await world.embedded.issuer.issue(blind, 600, new Date());
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [LINE] });
  const input = { cartId: cart.id, priceHash: 'old', idempotencyKey: 'one' };
  const place = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
  expect((await bea.refused(place, { input })).details).toMatchObject({ total: { amount: '540.00' } });
  expect((await sessionWith(world.url, token).refused(place, { input: { ...input, idempotencyKey: 'two' } })).details).not.toHaveProperty('total');
});
