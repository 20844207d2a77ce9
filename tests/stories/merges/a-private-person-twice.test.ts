import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ACTIVE, SAVE } from '../carts/carts.ts';
import { EXPRESS, GET, OXFORD, setUp } from '../express/express.ts';
import { CREATE_LIST, LISTS, READ_LIST } from '../lists/lists.ts';
import { fillCart, orderCart } from '../orders/shopping.ts';
import { privatePerson, shareNew, startSharing, READ, RETRIEVE, memberOf } from '../sharing/sharing.ts';
import { expectMerged, known, MERGE_ACCOUNTS, MERGE_PARTIES, partOf, registerPerson, signedIn } from './merging.ts';

const MUGS = [{ sku: 'MUG-RED', quantity: '3' }];
const WHO = '{ viewer { id email account { id } } }';
const PARTY = 'query ($id: ID!) { party(id: $id) { name status mergedInto { id } accounts { id mergedInto { id } } } }';
const CARTS = '{ carts { nodes { id name status } } }';

test('after an account merge the receiving person sees the lists of both, a taken name with a number, and all that was ordered [MERGE-01, MERGE-14]', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const [cat, kay] = [await known(await world.as('cat')), await registerPerson(world, 'Kay')];
  await cat.session.ask(CREATE_LIST, { name: 'Weekly', lines: [{ sku: 'MUG-RED' }] });
  for (const name of ['weekly', 'Party']) await kay.session.ask(CREATE_LIST, { name, lines: [{ sku: 'BOLT-M8', quantity: '2' }] });
  const order = await orderCart(kay.session, await fillCart(kay.session, MUGS));

  const { mergeAccounts: merge } = await olga.ask(MERGE_ACCOUNTS, { fromId: kay.accountId, toId: cat.accountId, key: 'one' });
  expectMerged(merge);
  expect(partOf(merge, 'shoppingLists')).toEqual({ moved: 2, dropped: 0 });
  await world.settle();

  expect((await cat.session.ask(LISTS)).shoppingLists.nodes.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Party', 'Weekly', 'weekly (2)']);
  expect((await cat.session.ask('{ orders { nodes { id } } }')).orders.nodes).toEqual([{ id: order.id }]);
  expect((await olga.ask(PARTY, { id: kay.accountId })).party).toEqual({ name: 'Kay', status: 'MERGED', mergedInto: { id: cat.accountId }, accounts: [] });
  // The other address opens the same account, and what was signed in before is signed out.
  expect((await (await signedIn(world, 'kay@home.example')).ask(WHO)).viewer).toEqual({ id: cat.id, email: 'cat@home.example', account: { id: cat.accountId } });
  expect((await kay.session.ask('{ viewer { id } }')).viewer).toBeNull();
  expect((await kay.session.refused(LISTS)).code).toBe('UNAUTHENTICATED');
});

test('after a party merge alone one party has two accounts, its people sign in to the one created first, and an account merge leaves one [MERGE-02, MERGE-09, MERGE-10, MERGE-13]', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const [cat, kay] = [await known(await world.as('cat')), await registerPerson(world, 'Kay')]; // the account of Cat is the older one
  const { createShoppingList: weekly } = await cat.session.ask(CREATE_LIST, { name: 'Weekly', lines: [{ sku: 'MUG-RED' }] });
  await kay.session.ask(CREATE_LIST, { name: 'Own' });
  expectMerged((await olga.ask(MERGE_PARTIES, { fromId: cat.accountId, toId: kay.accountId, key: 'parties' })).mergeParties);

  expect((await olga.ask(PARTY, { id: kay.accountId })).party).toMatchObject({ status: 'ACTIVE', accounts: [{ id: cat.accountId }, { id: kay.accountId }] });
  expect((await olga.ask(PARTY, { id: cat.accountId })).party).toMatchObject({ name: 'Cat at home', status: 'MERGED', mergedInto: { id: kay.accountId }, accounts: [] });
  const first = await signedIn(world, 'kay@home.example');
  expect((await first.ask(WHO)).viewer).toMatchObject({ id: kay.id, account: { id: cat.accountId } });
  expect((await (await world.as('cat')).ask(WHO)).viewer).toMatchObject({ id: kay.id, account: { id: cat.accountId } });
  expect((await first.ask(READ_LIST, { listId: weekly.id })).shoppingList.name).toBe('Weekly');
  expect((await first.ask(LISTS)).shoppingLists.nodes).toEqual([{ name: 'Weekly' }]); // the other account is not signed in to

  expectMerged((await olga.ask(MERGE_ACCOUNTS, { fromId: cat.accountId, toId: kay.accountId, key: 'accounts' })).mergeAccounts);
  expect((await olga.ask(PARTY, { id: kay.accountId })).party.accounts).toEqual([{ id: kay.accountId, mergedInto: null }]);
  const second = await signedIn(world, 'kay@home.example');
  expect((await second.ask(WHO)).viewer).toMatchObject({ id: kay.id, account: { id: kay.accountId } });
  expect((await second.ask(LISTS)).shoppingLists.nodes.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Own', 'Weekly']);
  expect((await first.ask('{ viewer { id } }')).viewer).toBeNull();
});

test('express preferences of the receiving person never change, and those of the other are deleted [MERGE-03]', async () => {
  await using world = await startWorld({ env: EXPRESS });
  const olga = await world.as('olga');
  const [cat, kay, lou] = [await known(await world.as('cat')), await registerPerson(world, 'Kay'), await registerPerson(world, 'Lou')];
  await setUp(cat.session, { shipToAddressId: OXFORD, billToAddressId: OXFORD });
  const before = (await cat.session.ask(GET)).expressPreferences;
  await setUp(kay.session, { shipToAddressId: null, billToAddressId: null, enabled: false, paymentKind: 'CASH' });
  const { mergeParties } = await olga.ask(MERGE_PARTIES, { fromId: kay.accountId, toId: cat.accountId, key: 'a' });
  expect(partOf(mergeParties, 'expressPreferences')).toEqual({ moved: 0, dropped: 1 });
  expect((await cat.session.ask(GET)).expressPreferences).toEqual(before);

  const { mergeParties: other } = await olga.ask(MERGE_PARTIES, { fromId: cat.accountId, toId: lou.accountId, key: 'b' });
  expect(partOf(other, 'expressPreferences')).toEqual({ moved: 0, dropped: 1 });
  expect((await (await signedIn(world, 'lou@home.example')).ask(GET)).expressPreferences).toMatchObject({ version: 0, enabled: false, shipToAddressId: null });
});

test('a membership moves to the receiving person, is dropped where that one is a member or the owner, and the higher role is kept [MERGE-04, V.37]', async () => {
  await using world = await startSharing();
  const olga = await world.as('olga');
  const [cat, kay] = [await known(await world.as('cat')), await registerPerson(world, 'Kay')];
  const dan = await privatePerson(world, 'Dan');
  const members = (roles: Record<string, string>): { email: string; role: string }[] => Object.entries(roles).map(([email, role]) => ({ email, role }));
  const share = async (owner: Parameters<typeof shareNew>[0], roles: Record<string, string>): Promise<string> => {
    const cart = await shareNew(owner, members(roles));
    for (const [email, person] of [['cat@home.example', cat.session], ['kay@home.example', kay.session]] as const) if (email in roles) await person.ask(RETRIEVE, { number: memberOf(cart, email).retrievalNumber });
    return cart.id;
  };
  const hers = await share(dan, { 'kay@home.example': 'PARTICIPANT' });
  const both = await share(dan, { 'kay@home.example': 'ADMINISTRATOR', 'cat@home.example': 'VIEWER' });
  const higher = await share(dan, { 'kay@home.example': 'VIEWER', 'cat@home.example': 'PARTICIPANT' });
  const own = await share(cat.session, { 'kay@home.example': 'PARTICIPANT' });
  const reversed = await share(kay.session, { 'cat@home.example': 'VIEWER' });

  const { mergeParties } = await olga.ask(MERGE_PARTIES, { fromId: kay.accountId, toId: cat.accountId, key: 'a' });
  expectMerged(mergeParties);
  expect(partOf(mergeParties, 'sharedCarts')).toEqual({ moved: 1, dropped: 3 });
  const rolesIn = async (cartId: string): Promise<{ role: string; user: { id: string } }[]> => (await dan.ask('query ($cartId: ID!) { cart(id: $cartId) { members { role user { id } } } }', { cartId })).cart.members;
  expect(await rolesIn(hers)).toEqual([{ role: 'PARTICIPANT', user: { id: cat.id } }]);
  expect(await rolesIn(both)).toEqual([{ role: 'ADMINISTRATOR', user: { id: cat.id } }]);
  expect(await rolesIn(higher)).toEqual([{ role: 'PARTICIPANT', user: { id: cat.id } }]);
  expect((await cat.session.ask(READ, { cartId: own })).cart.members).toEqual([]);
  expect((await cat.session.ask(READ, { cartId: hers })).cart.id).toBe(hers);
  expect((await cat.session.refused(READ, { cartId: reversed })).code).toBe('NOT_FOUND'); // in the other account, until that is merged too
  expectMerged((await olga.ask(MERGE_ACCOUNTS, { fromId: kay.accountId, toId: cat.accountId, key: 'b' })).mergeAccounts);
  expect((await cat.session.ask(READ, { cartId: reversed })).cart).toMatchObject({ id: reversed, members: [] });
});

test.each(['PARTY', 'ACCOUNT'])('the active cart of the giving person is put aside, nameless under the name of the site, and that of the receiving one stays [MERGE-05] (%s)', async (kind) => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const [cat, kay, lou] = [await known(await world.as('cat')), await registerPerson(world, 'Kay'), await registerPerson(world, 'Lou')];
  const nameless = await fillCart(kay.session, MUGS);
  const named = await fillCart(lou.session, MUGS);
  await lou.session.ask(SAVE, { cartId: named.id, name: 'Mine' });
  await lou.session.ask('mutation ($cartId: ID!) { activateCart(cartId: $cartId) { id } }', { cartId: named.id });
  const { activeCart } = { activeCart: await fillCart(cat.session, [{ sku: 'BOLT-M8', quantity: '1' }]) };
  const before = (await cat.session.ask(ACTIVE)).activeCart;
  const document = kind === 'PARTY' ? MERGE_PARTIES : MERGE_ACCOUNTS;
  for (const [key, { accountId }] of Object.entries({ kay, lou })) {
    const merge = Object.values(await olga.ask(document, { fromId: accountId, toId: cat.accountId, key }))[0] as Parameters<typeof partOf>[0];
    expect(partOf(merge, 'activeCarts')).toEqual({ moved: 0, dropped: 1 });
  }
  expect((await cat.session.ask(ACTIVE)).activeCart).toEqual(before);
  if (kind === 'PARTY') for (const [key, { accountId }] of Object.entries({ kay, lou })) await olga.ask(MERGE_ACCOUNTS, { fromId: accountId, toId: cat.accountId, key: `then ${key}` });
  const carts = (await cat.session.ask(CARTS)).carts.nodes;
  expect(carts).toContainEqual({ id: nameless.id, name: 'Store Saved', status: 'SAVED' });
  expect(carts).toContainEqual({ id: named.id, name: 'Mine', status: 'SAVED' });
  expect((await cat.session.ask(ACTIVE)).activeCart).toMatchObject({ id: activeCart.id, version: before.version });
});

test('who watches a cart hears that it was merged, and whoever may see it no longer gets a last frame that says so', async () => {
  await using world = await startSharing();
  const olga = await world.as('olga');
  const [cat, kay] = [await known(await world.as('cat')), await registerPerson(world, 'Kay')];
  const cart = await shareNew(kay.session, [{ email: 'cat@home.example', role: 'VIEWER' }]);
  await cat.session.ask(RETRIEVE, { number: memberOf(cart, 'cat@home.example').retrievalNumber });
  const WATCH = 'subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { cause version cart { id version } } }';
  const [hers, his] = [await kay.session.watch(WATCH, { cartId: cart.id }), await cat.session.watch(WATCH, { cartId: cart.id })];
  const { version } = (await hers.next()).cartChanged;
  await his.next();
  await olga.ask(MERGE_ACCOUNTS, { fromId: kay.accountId, toId: cat.accountId, key: 'a' });
  const merged = (await his.until(({ cartChanged }) => cartChanged.cause === 'MERGED')).at(-1)?.cartChanged;
  expect(merged).toMatchObject({ cause: 'MERGED', version: version + 1, cart: { version: version + 1 } });
  const last = await hers.raw();
  expect(last?.errors?.[0]?.extensions?.code).toMatch(/NOT_FOUND|UNAUTHENTICATED/);
  expect(await hers.raw()).toBeUndefined();
});
