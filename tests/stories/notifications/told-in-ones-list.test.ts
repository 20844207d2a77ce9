import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { fillCart, orderCart } from '../orders/shopping.ts';
import { CHANGE, EMAILS, memberOf, REMOVE, shareNew, startSharing, TELL } from '../sharing/sharing.ts';
import { LIST, listOf, MARK, PREFER, SPEAK } from './notifying.ts';

const unread = async (person: Session): Promise<number> => (await person.ask('{ unreadNotificationCount }')).unreadNotificationCount;

test('what is told by e-mail is in the list of whom it is for, the newest first, with what it is about; in nobody else\'s [NOTIF-02]', async () => {
  await using world = await startSharing();
  const [bea, ann, ben, gus, nobody] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('gus'), await world.as('nobody')];
  expect(await ann.ask(LIST)).toMatchObject({ notifications: { nodes: [], pageInfo: { hasNextPage: false } }, unreadNotificationCount: 0 });
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT', notify: true }]);
  await bea.ask(CHANGE, { cartId: cart.id, changes: [{ memberId: memberOf(cart, EMAILS.ann).id, role: 'VIEWER' }] });
  await bea.ask(REMOVE, { cartId: cart.id, memberId: memberOf(cart, EMAILS.ann).id });
  const mails = await world.mail();

  const told = await listOf(ann);
  expect(told.map(({ type, version, aboutKind, aboutId, readAt }) => ({ type, version, aboutKind, aboutId, readAt }))).toEqual(
    ['CART_ACCESS_ENDED', 'CART_ACCESS_CHANGED', 'CART_SHARED'].map((type, i) => ({ type, version: 3 - i, aboutKind: 'CART', aboutId: cart.id, readAt: null })),
  );
  expect(mails.map(({ subject, text }) => ({ subject, text }))).toEqual(told.toReversed().map(({ subject, text }) => ({ subject, text })));
  expect(await unread(ann)).toBe(3);
  for (const person of [bea, ben, gus]) expect(await listOf(person)).toEqual([]);
  expect((await nobody.refused(LIST)).code).toBe('UNAUTHENTICATED');

  const { notifications: page } = await ann.ask(LIST, { first: 2 });
  const { notifications: rest } = await ann.ask(LIST, { first: 2, after: page.pageInfo.endCursor });
  expect([...page.nodes, ...rest.nodes]).toEqual(told);
  expect([page.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
  for (const first of [0, 101]) expect((await ann.refused(LIST, { first })).code).toBe('BAD_USER_INPUT');
  expect((await ann.refused(LIST, { after: 'x' })).code).toBe('BAD_CURSOR');
});

test('they are marked read one by one or all that were seen; marked again, or by somebody else, nothing happens', async () => {
  await using world = await startSharing();
  const [bea, ann, ben, nobody] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('nobody')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER', notify: true }]);
  for (const comment of ['One', 'Two', 'Three']) await bea.ask(TELL, { cartId: cart.id, comment });
  await world.settle();
  const told = await listOf(ann);
  const [newest, ...older] = told;
  const version = async (): Promise<number> => (await (await ann.watch('subscription { notificationsChanged { version } }')).next()).notificationsChanged.version;

  expect(await ben.ask(MARK, { ids: told.map(({ id }) => id) })).toEqual({ markNotificationsRead: 0 });
  expect(await unread(ann)).toBe(4);
  expect(await ann.ask(MARK, { ids: [newest?.id, 'unknown'] })).toEqual({ markNotificationsRead: 3 });
  expect(await version()).toBe(5);
  expect((await listOf(ann)).map(({ readAt }) => readAt !== null)).toEqual([true, false, false, false]);
  expect((await listOf(ann, { unreadOnly: true })).map(({ id }) => id)).toEqual(older.map(({ id }) => id));
  expect(await ann.ask(MARK, { all: true, upToVersion: 2 })).toEqual({ markNotificationsRead: 1 });
  for (const again of [{ ids: [newest?.id] }, { ids: [] }, { all: true, upToVersion: 2 }]) expect(await ann.ask(MARK, again)).toEqual({ markNotificationsRead: 1 });
  expect(await version()).toBe(6);
  expect(await ann.ask(MARK, { all: true })).toEqual({ markNotificationsRead: 0 });
  for (const wrong of [{}, { all: false }, { ids: [], all: true }, { ids: Array.from({ length: 201 }, String) }]) expect((await ann.refused(MARK, wrong)).code).toBe('BAD_USER_INPUT');
  expect((await nobody.refused(MARK, { all: true })).code).toBe('UNAUTHENTICATED');
});

test('who wants no e-mail of something still has it in the list, and e-mail of all else', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  expect(await ann.ask(PREFER, { type: 'CART_COMMENTED', email: false })).toEqual({ setNotificationPreference: { type: 'CART_COMMENTED', email: false } });
  await ann.ask(PREFER, { type: 'CART_COMMENTED', email: false });
  const { notificationPreferences } = await ann.ask('{ notificationPreferences { type email } }');
  expect(notificationPreferences.filter(({ email }: { email: boolean }) => !email)).toEqual([{ type: 'CART_COMMENTED', email: false }]);
  expect((await bea.ask('{ notificationPreferences { email } }')).notificationPreferences.every(({ email }: { email: boolean }) => email)).toBe(true);
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER', notify: true }]);
  await bea.ask(TELL, { cartId: cart.id, comment: 'Look' });
  expect((await world.mail()).map(({ subject }) => subject)).toEqual(['Bea shares the cart "Office" with you']);
  expect((await listOf(ann)).map(({ type }) => type)).toEqual(['CART_COMMENTED', 'CART_SHARED']);
  await ann.ask(PREFER, { type: 'CART_COMMENTED', email: true });
  await bea.ask(TELL, { cartId: cart.id, comment: 'Look again' });
  expect(await world.mail()).toHaveLength(2);
});

test('prices are in what is told to who may see net prices, and go from their list when they may no longer [ORD-08, NOTIF-07]', async () => {
  await using world = await startSharing();
  const bea = await world.as('bea');
  const order = await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]));
  await world.settle();
  const [told] = await listOf(bea);
  expect(told).toMatchObject({ type: 'ORDER_CONFIRMED', aboutKind: 'ORDER', aboutId: order.id, text: expect.stringMatching(/^2 x Stoneware mug, red: 13\.90 GBP$/m) });
  const users = world.embedded.subgraphs.get('accounts')?.db.kernel as unknown as { updateTable(name: string): { set(row: object): { where(column: string, is: '=', value: string): { execute(): Promise<unknown> } } } };
  await users.updateTable('User').set({ permissions: ['CREATE_ORDER', 'CHECKOUT'] }).where('email', '=', 'bea@acme.example').execute();
  const blind = await world.as('bea');
  const [seen] = await listOf(blind);
  expect(seen?.id).toBe(told?.id);
  expect(seen?.text).toMatch(/^2 x Stoneware mug, red$/m);
  expect(seen?.text).not.toMatch(/GBP|Total/);
});

test('everybody is told in their own language, chosen or of the site; another one does for its country', async () => {
  await using world = await startSharing({ CARTWRIGHT_NOTIFICATIONS_SITE_LANGUAGES: 'default=de' });
  const [bea, ann, ben, cat] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('cat')];
  expect(await ann.ask(SPEAK, { language: 'en-GB' })).toEqual({ setNotificationLanguage: 'en-gb' });
  expect(await cat.ask(SPEAK, { language: 'xx' })).toEqual({ setNotificationLanguage: 'xx' });
  expect((await ben.refused(SPEAK, { language: 'German, please' })).code).toBe('BAD_USER_INPUT');
  await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER', notify: true }, { email: EMAILS.ben, role: 'VIEWER', notify: true }]);
  await orderCart(cat, await fillCart(cat, [{ sku: 'MUG-RED', quantity: '1' }]));
  await world.settle();
  expect((await listOf(ann)).map(({ subject }) => subject)).toEqual(['Bea shares the cart "Office" with you']);
  expect((await listOf(ben)).map(({ subject }) => subject)).toEqual(['Bea teilt mit Ihnen: Warenkorb „Office“']);
  expect((await listOf(cat))[0]?.subject).toMatch(/^Your order /);
  expect(await ann.ask(SPEAK, {})).toEqual({ setNotificationLanguage: null });
  await ann.ask(SPEAK, { language: 'de-AT' });
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER' }]);
  await bea.ask(TELL, { cartId: cart.id, comment: 'Bitte', memberIds: [memberOf(cart, EMAILS.ann).id] });
  await world.settle();
  expect((await listOf(ann))[0]?.subject).toBe('Bea schreibt: Warenkorb „Office“');
});
