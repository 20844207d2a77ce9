import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { CREATE_LIST, LISTS } from '../lists/lists.ts';
import { fillCart } from '../orders/shopping.ts';
import { expectMerged, known, MERGE, MERGE_ACCOUNTS, MERGE_PARTIES, partOf, PREVIEW, refusedAtSignIn, registerPerson, signedIn, whereStands } from './merging.ts';

const MUGS = [{ sku: 'MUG-RED', quantity: '3' }];
const MERGES = '{ merges { nodes { id status kind } } }';

test.each(['bea', 'cat', 'sam', 'guest', 'nobody'] as const)('%s merges nothing, previews nothing and reads no merges', async (name) => {
  await using world = await startWorld();
  const [person, cat] = [await world.as(name), await known(await world.as('cat'))];
  const kay = await registerPerson(world, 'Kay');
  const pair = { fromId: kay.accountId, toId: cat.accountId };
  const code = name === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  for (const document of [MERGE_PARTIES, MERGE_ACCOUNTS]) expect((await person.refused(document, { ...pair, key: 'a' })).code).toBe(code);
  expect((await person.refused(PREVIEW, { kind: 'PARTY', ...pair })).code).toBe(code);
  for (const query of [MERGES, '{ siteAccess(site: "default") { list } }', 'mutation { setSiteAccess(access: { site: "default", list: ALLOW, isOn: true, organizationIds: [] }) { list } }']) expect((await person.refused(query)).code).toBe(code);
  expect((await person.refused('query ($id: ID!) { party(id: $id) { name } }', { id: cat.accountId })).code).toBe(code);
  for (const peers of ['mutation { liftTakeover(id: "x") }', '{ takeoverTallies(id: "x") { part } }']) expect((await person.refused(peers)).code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('a merge into itself does nothing, and is written down as that [MERGE-12]', async () => {
  await using world = await startWorld();
  const [olga, cat] = [await world.as('olga'), await known(await world.as('cat'))];
  await fillCart(cat.session, MUGS);
  const before = (await cat.session.ask('{ activeCart { id version status } }')).activeCart;
  for (const [key, document] of Object.entries({ a: MERGE_PARTIES, b: MERGE_ACCOUNTS })) {
    expect(Object.values(await olga.ask(document, { fromId: cat.accountId, toId: cat.accountId, key }))[0]).toMatchObject({ status: 'UNCHANGED', parts: null, audit: null });
  }
  expect((await cat.session.ask('{ activeCart { id version status } viewer { id } }'))).toMatchObject({ activeCart: before, viewer: { id: cat.id } });
});

test('the same key is the same merge, another body under it is refused, and afterwards there is nothing left to merge', async () => {
  await using world = await startWorld();
  const [olga, cat, kay] = [await world.as('olga'), await known(await world.as('cat')), await registerPerson(world, 'Kay')];
  const pair = { fromId: kay.accountId, toId: cat.accountId };
  const [one, two] = await Promise.all([olga.ask(MERGE_ACCOUNTS, { ...pair, key: 'a' }), olga.ask(MERGE_ACCOUNTS, { ...pair, key: 'a' })]);
  expect(one.mergeAccounts.id).toBe(two.mergeAccounts.id);
  expect((await olga.ask(MERGE_ACCOUNTS, { ...pair, key: 'a' })).mergeAccounts).toMatchObject({ id: one.mergeAccounts.id, status: 'MERGED' });
  expect((await olga.refused(MERGE_ACCOUNTS, { fromId: cat.accountId, toId: kay.accountId, key: 'a' })).code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await olga.refused(MERGE_ACCOUNTS, { ...pair, key: 'b' })).toMatchObject({ code: 'MERGE_NOT_ALLOWED', details: { reasons: [{ code: 'NOT_ACTIVE' }] } });
  expect((await olga.ask(MERGES)).merges.nodes).toEqual([{ id: one.mergeAccounts.id, status: 'MERGED', kind: 'ACCOUNT' }]);
});

test('a preview says what would move and be given up, changes nothing, and the merge does just that', async () => {
  await using world = await startWorld();
  const [olga, cat, kay] = [await world.as('olga'), await known(await world.as('cat')), await registerPerson(world, 'Kay')];
  for (const name of ['One', 'Two']) await kay.session.ask(CREATE_LIST, { name });
  await cat.session.ask(CREATE_LIST, { name: 'Own' });
  await fillCart(kay.session, MUGS);
  const pair = { fromId: kay.accountId, toId: cat.accountId };
  const stands = await whereStands(world, kay.accountId);
  const preview = (await olga.ask(PREVIEW, { kind: 'ACCOUNT', ...pair })).mergePreview;
  expect(preview.reasons).toEqual([]);
  expect(preview.parts).toContainEqual({ subgraph: 'carts', part: 'shoppingLists', moved: 2, dropped: 0, giving: 2, receiving: 1 });
  expect(preview.parts).toContainEqual({ subgraph: 'carts', part: 'activeCarts', moved: 0, dropped: 1, giving: 1, receiving: 0 });
  await world.settle();
  expect(await whereStands(world, kay.accountId)).toEqual(stands);
  expect((await kay.session.ask(LISTS)).shoppingLists.nodes).toHaveLength(2);
  const { mergeAccounts } = await olga.ask(MERGE_ACCOUNTS, { ...pair, key: 'a' });
  const counted = ({ parts }: { parts: { part: string; moved: number; dropped: number }[] }): string[] => parts.filter(({ moved, dropped }) => moved + dropped > 0).map(({ part, moved, dropped }) => `${part} ${moved} ${dropped}`).toSorted();
  expect(counted(mergeAccounts)).toEqual(counted(preview));
});

test('merges are audited where that is switched on, with what either side had before and after [MERGE-12]', async () => {
  for (const [audited, env] of [[false, {}], [true, { CARTWRIGHT_ACCOUNTS_MERGE_AUDIT: 'true' }]] as const) {
    await using world = await startWorld({ env });
    const [olga, cat, kay] = [await world.as('olga'), await known(await world.as('cat')), await registerPerson(world, 'Kay')];
    for (const name of ['One', 'Two']) await kay.session.ask(CREATE_LIST, { name });
    await cat.session.ask(CREATE_LIST, { name: 'Own' });
    const { mergeAccounts } = await olga.ask(MERGE_ACCOUNTS, { fromId: kay.accountId, toId: cat.accountId, key: 'a', reason: 'The same person' });
    const { merge } = await olga.ask(MERGE, { id: mergeAccounts.id });
    expect(merge).toMatchObject({ status: 'MERGED', reason: 'The same person', requestedBy: { name: 'Olga' }, finishedAt: expect.any(String) });
    if (audited) expect(merge.audit).toContainEqual({ subgraph: 'carts', part: 'shoppingLists', givingBefore: 2, receivingBefore: 1, givingAfter: 0, receivingAfter: 3 });
    else expect(merge.audit).toBeNull();
  }
});

test('a merge is followed step by step', async () => {
  await using world = await startWorld();
  const [olga, cat, kay] = [await world.as('olga'), await known(await world.as('cat')), await registerPerson(world, 'Kay')];
  const { mergeAccounts } = await olga.ask(MERGE_ACCOUNTS, { fromId: kay.accountId, toId: cat.accountId, key: 'a' });
  const FOLLOW = 'subscription ($id: ID!) { mergeChanged(id: $id, afterVersion: 0) { kind cause fromVersion version merge { status } } }';
  const watch = await olga.watch(FOLLOW, { id: mergeAccounts.id });
  const frames = (await watch.until(({ mergeChanged }) => mergeChanged.cause === 'MERGE_FINISHED')).map(({ mergeChanged }) => mergeChanged);
  expect(frames.map(({ version }) => version)).toEqual(frames.map((_, i) => i + 1));
  expect(frames[0]).toMatchObject({ kind: 'CHANGE', cause: 'MERGE_STARTED' });
  expect((await (await cat.session.watch(FOLLOW, { id: mergeAccounts.id })).raw())?.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

test('what is being ordered or quoted stands in the way: the merge comes to nothing, and everybody goes on', async () => {
  await using world = await startWorld();
  const [olga, cat, kay] = [await world.as('olga'), await known(await world.as('cat')), await registerPerson(world, 'Kay')];
  const cart = await fillCart(kay.session, MUGS);
  const carts = world.embedded.subgraphs.get('carts')?.db.orm.em.getConnection();
  await carts?.execute("update cart set checkout_id = 'quote:x', held_until = '2999-01-01T00:00:00.000Z' where id = ?", [cart.id]);
  const pair = { fromId: kay.accountId, toId: cat.accountId };
  expect((await olga.ask(PREVIEW, { kind: 'ACCOUNT', ...pair })).mergePreview.reasons).toMatchObject([{ code: 'CART_HELD' }]);
  const refused = await olga.refused(MERGE_ACCOUNTS, { ...pair, key: 'a' });
  expect(refused).toMatchObject({ code: 'MERGE_NOT_ALLOWED', details: { reasons: [{ code: 'CART_HELD' }] } });
  expect((await olga.ask(MERGE, { id: refused.details.mergeId })).merge).toMatchObject({ status: 'REFUSED', step: 'REFUSED', obstacles: [{ code: 'CART_HELD' }] });
  await kay.session.ask(CREATE_LIST, { name: 'Going on' });
  await signedIn(world, 'kay@home.example');
  await carts?.execute('update cart set checkout_id = null, held_until = null where id = ?', [cart.id]);
  expectMerged((await olga.ask(MERGE_ACCOUNTS, { ...pair, key: 'b' })).mergeAccounts);
});

test('edits that race a merge are written before it and move along, or are refused: none is lost', async () => {
  await using world = await startWorld();
  const [olga, cat, kay] = [await world.as('olga'), await known(await world.as('cat')), await registerPerson(world, 'Kay')];
  const written: string[] = [];
  const refused = new Set<string>();
  let over = false;
  const write = async (who: typeof kay, name: string): Promise<void> => {
    const { data, errors } = await who.session.answer(CREATE_LIST, { name });
    if (data?.createShoppingList) written.push(name);
    else refused.add(String(errors?.[0]?.extensions?.code));
  };
  const racing = [1, 2, 3].map(async (writer) => {
    for (let i = 0; !over; i++) await write(kay, `Kay ${writer} ${i}`);
  });
  const receiving = (async () => {
    for (let i = 0; !over; i++) await write(cat, `Cat ${i}`);
  })();
  while (written.length < 20) await new Promise((resolve) => setImmediate(resolve));
  const { mergeAccounts } = await olga.ask(MERGE_ACCOUNTS, { fromId: kay.accountId, toId: cat.accountId, key: 'a' });
  over = true;
  await Promise.all([...racing, receiving]);
  expectMerged(mergeAccounts);
  const carts = world.embedded.subgraphs.get('carts')?.db.orm.em.getConnection();
  const lists = ((await carts?.execute('select name, owner_id, account_id from shopping_list')) ?? []) as unknown as { name: string; owner_id: string; account_id: string }[];
  expect(lists.map(({ name }) => name).toSorted()).toEqual(written.toSorted());
  expect(lists.filter(({ owner_id, account_id }) => owner_id !== cat.id || account_id !== cat.accountId)).toEqual([]);
  expect([...refused].filter((code) => code !== 'ACCOUNT_SUSPENDED' && code !== 'UNAUTHENTICATED')).toEqual([]);
  expect(refused.size).toBeGreaterThan(0);
  expect(partOf(mergeAccounts, 'shoppingLists').moved).toBe(written.filter((name) => name.startsWith('Kay')).length);
});

test('nobody signs in to an account while it is merged', async () => {
  await using world = await startWorld();
  const [olga, cat, kay] = [await world.as('olga'), await known(await world.as('cat')), await registerPerson(world, 'Kay')];
  const tries = new Set<string>();
  let over = false;
  const signing = (async () => {
    while (!over) await refusedAtSignIn(world, 'kay@home.example').then(({ code }) => tries.add(code), () => tries.add('signed in'));
  })();
  for (let i = 0; i < 30; i++) await kay.session.ask(CREATE_LIST, { name: `List ${i}` });
  expectMerged((await olga.ask(MERGE_ACCOUNTS, { fromId: kay.accountId, toId: cat.accountId, key: 'a' })).mergeAccounts);
  over = true;
  await signing;
  expect([...tries].filter((code) => code !== 'signed in' && code !== 'ACCOUNT_SUSPENDED')).toEqual([]);
});
