import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { keepCartsHouse } from '../../support/cart-rows.ts';
import { temporaryFolder } from '../../faults/support/temporary-folder.ts';
import { startWorld } from '../../support/world.ts';
import { ACTIVATE, ACTIVE, ADD, DELETE, DUPLICATE, LIST, READ, SAVE, UPDATE } from './carts.ts';

const DAY_MS = 86_400_000;
const MUG = [{ sku: 'MUG-RED' }];
/** Tomorrow's: a token made then has not run out by the clock on the wall. */
const morning = (): ReturnType<typeof fakeClock> => fakeClock(new Date(new Date(Date.now() + DAY_MS).setUTCHours(9, 0, 0, 0)));
const lastDay = ({ expiresAt }: { expiresAt: string }): string => expiresAt.slice(0, 10);
const inDays = (clock: { inDays(days: number): Date }, days: number): string => clock.inDays(days).toISOString().slice(0, 10);

test('a cart without a name is kept for the days of active carts, one with a name for those of saved ones; every change begins them anew [CART-50, CART-52, CART-55]', async () => {
  const clock = morning();
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  expect(lastDay(cart)).toBe(inDays(clock, 15));
  clock.advance(DAY_MS);
  const lines = [{ lineId: cart.lines[0].id, quantity: 2 }];
  expect(lastDay((await bea.ask(UPDATE, { cartId: cart.id, lines })).updateCartLines)).toBe(inDays(clock, 15));
  expect(lastDay((await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' })).saveCart)).toBe(inDays(clock, 30));
  clock.advance(DAY_MS);
  expect(lastDay((await bea.ask(ACTIVATE, { cartId: cart.id })).activateCart)).toBe(inDays(clock, 30));
  clock.advance(DAY_MS);
  expect(lastDay((await bea.ask(UPDATE, { cartId: cart.id, lines })).updateCartLines)).toBe(inDays(clock, 30));
  const { nodes } = (await bea.ask('{ carts { nodes { expiresAt } } }')).carts;
  expect(nodes.map(lastDay)).toEqual([inDays(clock, 30)]);
});

test('reading a cart, and new prices for it, do not lengthen its life [CART-52]', async () => {
  const clock = morning();
  await using world = await startWorld({ clock });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  clock.advance(DAY_MS);
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "7.00" }]) { code } }');
  await world.settle();
  const { cart: repriced } = await bea.ask(READ, { cartId: cart.id });
  expect(repriced.version).toBe(2);
  expect(repriced.expiresAt).toBe(cart.expiresAt);
});

test('what members write to each other is no update of the cart, and leaves its last day; what they change moves it [CART-52]', async () => {
  const clock = morning();
  await using world = await startWorld({ clock, env: { CARTWRIGHT_CARTS_SHARING: 'true' } });
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  const SHARE = 'mutation ($id: ID!) { shareCart(cartId: $id, name: "Office", members: [{ email: "ann@acme.example", role: PARTICIPANT }]) { expiresAt } }';
  const { shareCart: shared } = await bea.ask(SHARE, { id: cart.id });
  clock.advance(DAY_MS);
  const { notifyCartMembers: told } = await ann.ask('mutation ($id: ID!) { notifyCartMembers(cartId: $id, comment: "Look") { version expiresAt } }', { id: cart.id });
  expect(told).toMatchObject({ version: 3, expiresAt: shared.expiresAt });
  await ann.ask(ACTIVATE, { cartId: cart.id });
  clock.advance(DAY_MS);
  const lines = [{ lineId: cart.lines[0].id, quantity: 2 }];
  expect(lastDay((await ann.ask(UPDATE, { cartId: cart.id, lines })).updateCartLines)).toBe(inDays(clock, 30));
});

test('a cart is good through the end of its last day by the clocks of its account, and refused from the next [CART-51, CART-54]', async () => {
  const clock = morning();
  await using world = await startWorld({ clock });
  const [bea, cat, olga] = [await world.as('bea'), await world.as('cat'), await world.as('olga')];
  const { account } = (await bea.ask('{ viewer { account { id } } }')).viewer;
  const ZONE = 'mutation ($account: ID!, $zone: String) { setAccountTimeZone(accountId: $account, timeZone: $zone) { timeZone } }';
  expect((await bea.refused(ZONE, { account: account.id, zone: 'UTC' })).code).toBe('FORBIDDEN');
  expect((await olga.refused(ZONE, { account: account.id, zone: 'Europe/Atlantis' })).code).toBe('BAD_USER_INPUT');
  expect((await olga.ask(ZONE, { account: account.id, zone: 'Pacific/Honolulu' })).setAccountTimeZone.timeZone).toBe('Pacific/Honolulu');

  const { addCartLines: beas } = await bea.ask(ADD, { lines: MUG });
  const { addCartLines: cats } = await cat.ask(ADD, { lines: MUG });
  expect(cats.expiresAt).toBe(`${inDays(clock, 15)}T23:59:59.999Z`);
  expect(beas.expiresAt).toBe(`${inDays(clock, 15)}T09:59:59.999Z`); // nine in the morning is still yesterday there
  const moveTo = (time: string): void => clock.advance(new Date(time).getTime() - clock.now().getTime());
  moveTo(beas.expiresAt);
  for (const [person, cart] of [[bea, beas], [cat, cats]] as const) expect((await person.ask(READ, { cartId: cart.id })).cart.status).toBe('ACTIVE');
  clock.advance(1);
  expect(await bea.refused(READ, { cartId: beas.id })).toMatchObject({ code: 'CART_EXPIRED', details: { expiresAt: beas.expiresAt } });
  expect((await cat.ask(READ, { cartId: cats.id })).cart.status).toBe('ACTIVE');
  moveTo(cats.expiresAt);
  expect((await cat.ask(ACTIVE)).activeCart.id).toBe(cats.id);
  clock.advance(1);
  expect((await cat.refused(READ, { cartId: cats.id })).code).toBe('CART_EXPIRED');
  expect((await bea.refused(READ, { cartId: cats.id })).code).toBe('NOT_FOUND');
});

test('an expired cart opens for nothing, whether anybody has noticed or not, and is not listed [CART-54]', async () => {
  const clock = morning();
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' });
  const tries = async (): Promise<string[]> => {
    const answers = await Promise.all(
      [[READ], [SAVE], [ACTIVATE], [DELETE], [DUPLICATE, { name: 'Again' }], [ADD, { lines: MUG }]].map(([query, more]) => bea.refused(String(query), { cartId: cart.id, ...(more as object) })),
    );
    return [...new Set(answers.map(({ code }) => code))];
  };
  clock.advance(31 * DAY_MS);
  expect(await tries()).toEqual(['CART_EXPIRED']);
  expect((await bea.ask(LIST)).carts.nodes).toEqual([]);
  await keepCartsHouse(world);
  await keepCartsHouse(world);
  expect(await tries()).toEqual(['CART_EXPIRED']);
  expect((await bea.ask(LIST)).carts.nodes).toEqual([]);
});

test('a cart that expires while somebody watches says so, once [CART-54]', async () => {
  const clock = morning();
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  const frames = await bea.watch('subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { version cart { id } } }', { cartId: cart.id });
  await frames.next();
  clock.advance(20 * DAY_MS);
  await Promise.all([keepCartsHouse(world), keepCartsHouse(world)]);
  expect((await frames.raw())?.errors?.[0]?.extensions?.code).toBe('CART_EXPIRED');
  expect(await frames.raw()).toBeUndefined();
});

test('an active cart found expired is no longer active, without a word: the next add makes another [CART-14]', async () => {
  const clock = morning();
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  const { addCartLines: old } = await bea.ask(ADD, { lines: MUG });
  clock.advance(20 * DAY_MS);
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();
  const { addCartLines: next } = await bea.ask(ADD, { lines: [{ sku: 'BAG-JUTE' }] });
  expect(next).toMatchObject({ version: 1, lines: [{}] });
  expect(next.id).not.toBe(old.id);
  expect((await bea.refused(READ, { cartId: old.id })).code).toBe('CART_EXPIRED');
});

test('of twenty adds at once to an expired active cart all go into one new cart [CART-14]', async () => {
  const clock = morning();
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  await bea.ask(ADD, { lines: MUG });
  clock.advance(20 * DAY_MS);
  const carts = await Promise.all(Array.from({ length: 20 }, () => bea.ask(ADD, { lines: MUG })));
  expect(new Set(carts.map(({ addCartLines }) => addCartLines.id)).size).toBe(1);
  expect((await bea.ask(ACTIVE)).activeCart.lines).toHaveLength(20);
});

test('another number of days leaves the carts that are there as they are, until they change [CART-53]', async () => {
  await using folder = temporaryFolder();
  const clock = morning();
  const kept = async (env: Record<string, string>, work: (bea: Awaited<ReturnType<Awaited<ReturnType<typeof startWorld>>['as']>>) => Promise<void>): Promise<void> => {
    await using world = await startWorld({ clock, env, dataDir: folder.path });
    await work(await world.as('bea'));
  };
  let cartId = '';
  const saved = inDays(clock, 30);
  await kept({}, async (bea) => {
    cartId = (await bea.ask(ADD, { lines: MUG })).addCartLines.id;
    expect(lastDay((await bea.ask(SAVE, { cartId, name: 'Kitchen' })).saveCart)).toBe(saved);
  });
  await kept({ CARTWRIGHT_CARTS_SAVED_DAYS: '3', CARTWRIGHT_CARTS_ACTIVE_DAYS: '2' }, async (bea) => {
    expect(lastDay((await bea.ask(READ, { cartId })).cart)).toBe(saved);
    expect(lastDay((await bea.ask(ACTIVATE, { cartId })).activateCart)).toBe(inDays(clock, 3));
  });
});

test('a cart that became a quote expires no more: the quote has an end of its own [CART-56]', async () => {
  const clock = morning();
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  await bea.ask('mutation ($cartId: ID!) { requestAssistance(cartId: $cartId) { id } }', { cartId: cart.id });
  await world.settle();
  const { cart: quoted } = await bea.ask(READ, { cartId: cart.id });
  clock.advance(100 * DAY_MS);
  await keepCartsHouse(world);
  expect(quoted).toMatchObject({ status: 'QUOTED', expiresAt: cart.expiresAt });
  expect((await bea.ask(READ, { cartId: cart.id })).cart).toEqual(quoted);
});
