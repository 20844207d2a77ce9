import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { viewerFromClaims } from '#kernel/viewer.ts';
import type { Data, Session } from '../../support/session.ts';
import { accountOf, ALL_ORDERS, everyPage, placeOne, readOrder, startChannels, type ChannelsWorld, SOON } from './outside-orders.ts';

const OUTSIDE = 'query ($number: String!, $accountId: ID) { outsideOrder(number: $number, accountId: $accountId) { document { number status channel total { amount } lines { sku unitPrice { amount } total { amount } } } state { isStale problem } } }';

const numbersOf = (pages: readonly Data[]): string[] => pages.flatMap(({ nodes }) => nodes.map(({ number }: Data) => number));

/** Orders of the store and by telephone, one after the other. @returns the numbers people know them by, the newest first */
async function someOfBoth({ world, system, clock }: ChannelsWorld, count: number): Promise<string[]> {
  const bea = await world.as('bea');
  const { account: customer, user: buyer } = await accountOf(bea);
  const numbers: string[] = [];
  for (let i = 0; i < count; i++) {
    clock.advance(60_000);
    if (i % 3 === 1) {
      numbers.unshift(system.phone({ customer, buyer }));
      continue;
    }
    const { id } = await placeOne(bea);
    await expect.poll(async () => (await readOrder(bea, id)).handOver, SOON).toBe('HANDED_OVER');
    numbers.unshift((await readOrder(bea, id)).number);
  }
  return numbers;
}

test('a buyer sees the orders of all channels, the newest first, what came from here once, with status and total of there [EXT-15, EXT-20, EXT-21]', async () => {
  await using outside = await startChannels();
  const numbers = await someOfBoth(outside, 6);
  const { world, system } = outside;
  const bea = await world.as('bea');
  for (const document of system.documents.values()) if (document.reference !== null) Object.assign(document, { status: 'PACKED', total: '99.00' });
  const { allOrders } = await bea.ask(ALL_ORDERS, {});
  expect(allOrders.nodes.map(({ number }: Data) => number)).toEqual(numbers);
  expect(allOrders.nodes.map(({ order, outside: told }: Data) => [order === null, told.channel])).toEqual(numbers.map((number) => [system.documents.get(number)?.channel === 'PHONE', system.documents.get(number)?.channel]));
  expect(allOrders.nodes.find(({ order }: Data) => order !== null)).toMatchObject({ status: 'PACKED', total: { amount: '99.00' } });
  expect(allOrders.outside).toEqual({ asOf: expect.any(String), isStale: false, problem: null, leftOut: 0 });
  const { account, user } = await accountOf(bea);
  expect(system.calls.filter(({ name }) => name === 'orders').map(({ question }) => question)).toEqual([{ customer: account, buyer: null, limit: 1000, after: null }]);
  expect(user).not.toBe(account);
});

test('page by page nothing is lost or doubled, also when more comes in between [EXT-15]', async () => {
  await using outside = await startChannels({ CARTWRIGHT_CHANNELS_CACHE_SECONDS: '0' });
  const numbers = await someOfBoth(outside, 9);
  const bea = await outside.world.as('bea');
  for (const first of [1, 2, 4, 100]) expect(numbersOf(await everyPage(bea, first))).toEqual(numbers);
  const { account: customer, user: buyer } = await accountOf(bea);
  let added = 0;
  const seen = numbersOf(
    await everyPage(bea, 2, {}, async () => {
      if (added++ > 2) return;
      outside.clock.advance(60_000);
      outside.system.phone({ customer, buyer });
      await placeOne(bea);
    }),
  );
  expect(seen.filter((number) => numbers.includes(number))).toEqual(numbers);
  expect(new Set(seen).size).toBe(seen.length);
  expect((await bea.refused(ALL_ORDERS, { after: 'bm8' })).code).toBe('BAD_CURSOR');
  for (const first of [0, 101]) expect((await bea.refused(ALL_ORDERS, { first })).code).toBe('BAD_USER_INPUT');
});

test('while it does not answer ours are shown with what it told last, and the list says so [EXT-15]', async () => {
  await using outside = await startChannels();
  const { world, system, clock } = outside;
  const numbers = await someOfBoth(outside, 3);
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  await bea.ask(ALL_ORDERS, {});
  const told = clock.now().toISOString();
  clock.advance(30_000);
  await bea.ask(ALL_ORDERS, {});
  expect(system.calls.filter(({ name }) => name === 'orders')).toHaveLength(1); // young enough

  clock.advance(60_000);
  for (const mood of ['CUT', 'SLOW', 'FAILING', () => 'no JSON', () => ({ documents: 'none' })] as const) {
    system.behave(mood);
    const { allOrders } = await bea.ask(ALL_ORDERS, {});
    expect(allOrders.nodes.map(({ number }: Data) => number)).toEqual(numbers);
    expect(allOrders.outside).toEqual({ asOf: told, isStale: true, problem: 'UNAVAILABLE', leftOut: 0 });
    clock.advance(3_000); // the line is open again
  }
  const mine = await placeOne(gus);
  const { allOrders: without } = await gus.ask(ALL_ORDERS, {});
  expect(without).toMatchObject({ nodes: [{ number: mine.number, order: { id: mine.id }, outside: null }], outside: { asOf: null, isStale: true, problem: 'UNAVAILABLE' } });
  system.behave('WELL');
  clock.advance(120_000);
  expect((await bea.ask(ALL_ORDERS, {})).allOrders.outside).toMatchObject({ isStale: false, problem: null });
});

test('what it tells of others, of one twice, or of ours that cannot be so is left out and counted; the rest is shown [EXT-21]', async () => {
  await using outside = await startChannels({ CARTWRIGHT_CHANNELS_CACHE_SECONDS: '0' });
  const { world, system } = outside;
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const numbers = await someOfBoth(outside, 3);
  const { id: ofGus } = await placeOne(gus);
  const lies: [string, (documents: Data[]) => Data[]][] = [
    ['of another customer', (all) => [...all, { ...all[0], number: 'X-1', reference: null, customer: 'somebody' }]],
    ['one twice', (all) => [...all, { ...all[0], total: '1.00' }]],
    ['ours under another number', (all) => [...all, { ...all.find(({ reference }) => reference !== null), number: 'X-2' }]],
    ["somebody else's of ours", (all) => [...all, { ...all[0], number: 'X-3', reference: ofGus }]],
    ['what cannot be read', (all) => [...all, { ...all[0], number: '' }]],
    ['money that is none', (all) => [...all, { ...all[0], number: 'X-4', total: '1.005' }]],
    ['a currency that is none', (all) => [...all, { ...all[0], number: 'X-5', currency: 'XQQ' }]],
  ];
  for (const [lie, tell] of lies) {
    system.behave((honest) => ({ ...honest, documents: tell(honest.documents) }), 'orders');
    const { allOrders } = await bea.ask(ALL_ORDERS, {});
    expect([lie, allOrders.nodes.map(({ number }: Data) => number), allOrders.outside.problem, allOrders.outside.leftOut]).toEqual([lie, numbers, 'UNTRUSTWORTHY', 1]);
  }
  system.behave((honest) => ({ ...honest, next: 'again' }), 'orders');
  expect((await bea.ask(ALL_ORDERS, {})).allOrders).toMatchObject({ outside: { isStale: true, problem: 'UNAVAILABLE' } });
});

test('who sees what is as with ours: own orders or those of the organisation, no net prices without the right, guests nothing; the seller by customer [EXT-15, EXT-21]', async () => {
  await using outside = await startChannels({ CARTWRIGHT_CHANNELS_CACHE_SECONDS: '0' });
  const { world, system } = outside;
  const [bea, ben, gus, cat, sam, olga, guest] = await Promise.all((['bea', 'ben', 'gus', 'cat', 'sam', 'olga', 'guest'] as const).map((name) => world.as(name)));
  const acme = await accountOf(bea!);
  const numbers = { bea: system.phone({ customer: acme.account, buyer: acme.user }), ben: system.phone({ customer: acme.account, buyer: (await accountOf(ben!)).user }), nobody: system.phone({ customer: acme.account }), cat: system.phone({ customer: (await accountOf(cat!)).account, buyer: null }) };
  const seen = async (who: typeof bea, variables: Record<string, unknown> = {}): Promise<string[]> => (await who!.ask(ALL_ORDERS, variables)).allOrders.nodes.map(({ number }: Data) => number).sort();
  const all = [numbers.bea, numbers.ben, numbers.nobody].sort();
  const { viewer } = await ben!.ask('{ viewer { permissions } }');
  expect(viewer.permissions).not.toContain('VIEW_NET_PRICE');
  expect(await seen(bea)).toEqual(all);
  expect(await seen(ben)).toEqual(viewer.permissions.includes('VIEW_ORDER') ? all : [numbers.ben]);
  expect(await seen(gus)).toEqual([]);
  expect(await seen(cat)).toEqual([numbers.cat]);
  for (const seller of [sam, olga]) {
    expect(await seen(seller, { accountId: acme.account })).toEqual(all);
    expect((await seller!.refused(ALL_ORDERS, {})).code).toBe('BAD_USER_INPUT');
  }
  expect((await gus!.refused(ALL_ORDERS, { accountId: acme.account })).code).toBe('FORBIDDEN');
  expect((await guest!.refused(ALL_ORDERS, {})).code).toBe('UNAUTHENTICATED');

  expect((await ben!.ask(ALL_ORDERS, {})).allOrders.nodes.every(({ total, outside: told }: Data) => total === null && told.total === null)).toBe(true);
  expect((await bea!.ask(OUTSIDE, { number: numbers.bea })).outsideOrder).toEqual({ document: { number: numbers.bea, status: 'SHIPPED', channel: 'PHONE', total: { amount: '42.00' }, lines: [{ sku: 'TEL-1', unitPrice: { amount: '21.00' }, total: { amount: '42.00' } }] }, state: { isStale: false, problem: null } });
  expect((await ben!.ask(OUTSIDE, { number: numbers.ben })).outsideOrder.document).toMatchObject({ total: null, lines: [{ unitPrice: null, total: null }] });
  for (const [who, variables] of [[gus, {}], [cat, {}], [sam, { accountId: (await accountOf(cat!)).account }]] as const) expect((await who!.refused(OUTSIDE, { number: numbers.bea, ...variables })).code).toBe('NOT_FOUND');
  system.behave((honest) => ({ document: { ...system.documents.get(numbers.bea), customer: honest.document?.customer ?? acme.account } }), 'order'); // it answers with what was not asked for
  expect((await gus!.refused(OUTSIDE, { number: numbers.bea })).code).toBe('NOT_FOUND');
  expect((await gus!.refused(OUTSIDE, { number: 'another' })).code).toBe('NOT_FOUND');
});

test('what is added to an order is judged here too: whoever names it by its key learns nothing of it that is not theirs [EXT-14]', async () => {
  await using outside = await startChannels();
  const { world } = outside;
  const [bea, gus, ben] = [await world.as('bea'), await world.as('gus'), await world.as('ben')];
  const { id } = await placeOne(bea);
  await expect.poll(async () => (await readOrder(bea, id)).handOver, SOON).toBe('HANDED_OVER');
  const channels = world.embedded.subgraphs.get('channels')!;
  const document = parse('query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Order { outsideDetails { document { number } } } } }');
  const told = async (who: Session | null): Promise<unknown> => {
    const viewer = who && (viewerFromClaims(JSON.parse(Buffer.from(who.token?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>) ?? null);
    const { data } = await execute({ schema: channels.schema, document, variableValues: { keys: [{ __typename: 'Order', id }] }, contextValue: channels.contextFor({ viewer, requestId: 'story' }) });
    return (data as Data)._entities[0].outsideDetails?.document?.number ?? null;
  };
  expect(await told(bea)).toBe((await readOrder(bea, id)).number);
  const { viewer } = await ben.ask('{ viewer { permissions } }');
  expect(await told(ben)).toBe(viewer.permissions.includes('VIEW_ORDER') ? (await readOrder(bea, id)).number : null);
  for (const who of [gus, null]) expect(await told(who)).toBeNull();
});
