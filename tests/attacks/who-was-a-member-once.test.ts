import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { sessionWith } from '../support/session.ts';
import { keepCartsHouse } from '../support/cart-rows.ts';
import { ACTIVATE, ADD, CHANGE, LIST, memberOf, privatePerson, READ, RETRIEVE, shareNew, startSharing, WATCH } from '../stories/sharing/sharing.ts';
import { APPLY, CATEGORY, download, fill, upload } from '../stories/attachments/attaching.ts';

const DELETE = 'mutation ($cartId: ID!) { deleteCart(cartId: $cartId) { id } }';
const DAY = 86_400_000;

test('a business member who has changed to another organisation is a stranger to the cart', async () => {
  await using world = await startSharing();
  const [bea, ann, gus] = [await world.as('bea'), await world.as('ann'), await world.as('gus')];
  const cart = await shareNew(bea, [{ email: 'ann@acme.example', role: 'ADMINISTRATOR' }]);
  await ann.ask(READ, { cartId: cart.id });
  const [user, account] = [(await ann.ask('{ viewer { id } }')).viewer, (await gus.ask('{ viewer { account { id } } }')).viewer.account];
  const { token } = await world.embedded.issuer.issue({ id: user.id, kind: 'BUYER', accountId: account.id, permissions: ['VIEW_NET_PRICE', 'CREATE_ORDER'], name: 'Ann', email: 'ann@globex.example' }, 3_600, new Date());
  const moved = sessionWith(world.url, token);
  expect((await moved.refused(READ, { cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await moved.refused(ACTIVATE, { cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await moved.ask(LIST)).carts.nodes).toEqual([]);
  await moved.close();
});

test('the number of a cart that is over opens it to nobody, and lets nobody in', async () => {
  await using world = await startSharing();
  const [cat, dan, eve] = [await world.as('cat'), await privatePerson(world, 'Dan'), await privatePerson(world, 'Eve')];
  const cart = await shareNew(cat, [{ email: dan.email, role: 'PARTICIPANT' }, { email: eve.email, role: 'VIEWER' }]);
  const number = memberOf(cart, dan.email).retrievalNumber ?? '';
  await dan.ask(RETRIEVE, { number });
  await cat.ask(DELETE, { cartId: cart.id });
  expect((await cat.refused(RETRIEVE, { number })).code).toBe('CART_DELETED');
  expect((await dan.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');
  expect((await eve.refused(RETRIEVE, { number: memberOf(cart, eve.email).retrievalNumber ?? '' })).code).toBe('NOT_FOUND');
});

test('a cart past its last day is claimed by nobody any more', async () => {
  const clock = fakeClock(new Date());
  await using world = await startSharing({}, clock);
  const [cat, dan] = [await world.as('cat'), await privatePerson(world, 'Dan')];
  const cart = await shareNew(cat, [{ email: dan.email, role: 'PARTICIPANT' }]);
  const number = memberOf(cart, dan.email).retrievalNumber ?? '';
  clock.advance(40 * DAY);
  const { token } = await world.embedded.issuer.issue({ id: dan.id, kind: 'INDIVIDUAL', accountId: dan.id, permissions: [], name: 'Dan', email: dan.email }, 3_600, new Date());
  const later = sessionWith(world.url, token);
  const refusedAt = async (): Promise<string> => (await later.refused(RETRIEVE, { number })).code;
  expect(['NOT_FOUND', 'CART_EXPIRED']).toContain(await refusedAt());
  await keepCartsHouse(world);
  expect(['NOT_FOUND', 'CART_EXPIRED']).toContain(await refusedAt());
  const rows = await world.embedded.subgraphs.get('carts')?.db.orm.em.getConnection().execute('select user_id, version from cart_member');
  expect(rows).toMatchObject([{ user_id: null, version: 1 }]);
});

test('who is removed gets one last frame, not even the state that ended their access, and no attachment after', async () => {
  await using world = await startSharing(CATEGORY);
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: 'ann@acme.example', role: 'PARTICIPANT' }]);
  await bea.ask(ACTIVATE, { cartId: cart.id });
  const { uploads: [file] } = await upload(bea, cart.id, { name: 'plan.pdf', content: 'secret' });
  const { applyAttachments: { attachments: [attachment] } } = await bea.ask(APPLY, { cartId: cart.id, add: [{ uploadId: file?.id }] });
  expect((await download(ann, attachment.url)).status).toBe(200);
  const watch = await ann.watch(WATCH, { cartId: cart.id });
  await watch.next();
  await ann.ask(ACTIVATE, { cartId: cart.id });
  await watch.next();
  await bea.ask(CHANGE, { cartId: cart.id, changes: [{ memberId: memberOf(cart, 'ann@acme.example').id, remove: true }] });
  await bea.ask(ADD, { cartId: cart.id, sku: 'TAPE-5M', quantity: '1' });
  const last = await watch.raw();
  expect(last?.data?.cartChanged ?? null).toBeNull();
  expect(JSON.stringify(last)).toContain('MEMBER_REMOVED');
  expect(await watch.raw()).toBeUndefined();
  expect((await download(ann, attachment.url)).status).toBe(404);
  expect((await ann.refused(ADD, { cartId: cart.id, sku: 'TAPE-5M', quantity: '1' })).code).toBe('NOT_FOUND');
  expect((await ann.ask('{ activeCart { id } }')).activeCart).toBeNull();
});

test('somebody else gets no upload that waits, and the same upload is applied once', async () => {
  await using world = await startSharing(CATEGORY);
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const { uploads: [file] } = await upload(bea, cartId, { name: 'plan.pdf', content: 'x' });
  const both = await Promise.all([bea.answer(APPLY, { cartId, add: [{ uploadId: file?.id }] }), bea.answer(APPLY, { cartId, add: [{ uploadId: file?.id }] })]);
  expect(both.map(({ errors }) => errors)).toEqual([undefined, undefined]);
  const gone = await Promise.all([bea.answer(APPLY, { cartId, remove: [file?.id] }), bea.answer(APPLY, { cartId, remove: [file?.id] })]);
  expect(gone.map(({ errors }) => errors?.[0]?.extensions?.code).sort()).toEqual(['NOT_FOUND', undefined]);
});

test('uploads at once do not come to more attachments than a cart has room for', async () => {
  await using world = await startSharing(CATEGORY);
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const files = (from: number) => Array.from({ length: 8 }, (_, i) => ({ name: `${from + i}.pdf`, content: 'x' }));
  const answers = await Promise.all([upload(bea, cartId, ...files(0)), upload(bea, cartId, ...files(10)), upload(bea, cartId, ...files(20)), upload(bea, cartId, ...files(30))]);
  expect(answers.flatMap(({ uploads }) => uploads).length).toBeLessThanOrEqual(20);
  expect(answers.filter(({ status }) => status === 201).length).toBe(2);
});
