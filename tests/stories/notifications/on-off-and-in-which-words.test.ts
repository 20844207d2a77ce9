import { expect, test } from 'vitest';
import { fillCart, orderCart } from '../orders/shopping.ts';
import { EMAILS, privatePerson, shareNew, startSharing, TELL } from '../sharing/sharing.ts';
import { DELETE, listOf, PREVIEW, SET, setText, SPEAK } from './notifying.ts';

const MUG = [{ sku: 'MUG-RED', quantity: '2' }];
const TEXTS = '{ notificationTexts { id type accountId site language userType enabled subject } }';

test('a type that is switched off is told to nobody, one that is off for an organisation or a type of user to none of those; the closest word counts [NOTIF-01]', async () => {
  await using world = await startSharing();
  const [bea, gus, cat, olga] = [await world.as('bea'), await world.as('gus'), await world.as('cat'), await world.as('olga')];
  const accountId = (await bea.ask('{ viewer { account { id } } }')).viewer.account.id;
  const told = async (): Promise<string[]> => (await Promise.all([bea, gus, cat].map(async (person) => (await listOf(person)).length))).map(String);
  const allOrder = async (): Promise<void> => {
    for (const person of [bea, gus, cat]) await orderCart(person, await fillCart(person, MUG));
    await world.settle();
  };
  const off = await setText(olga, { type: 'ORDER_CONFIRMED', enabled: false });
  await allOrder();
  expect(await told()).toEqual(['0', '0', '0']);
  await setText(olga, { type: 'ORDER_CONFIRMED', userType: 'INDIVIDUAL', enabled: true });
  await allOrder();
  expect(await told()).toEqual(['0', '0', '1']);
  await olga.ask(DELETE, { id: off.id });
  const acme = await setText(olga, { type: 'ORDER_CONFIRMED', accountId, enabled: false });
  await allOrder();
  expect(await told()).toEqual(['0', '1', '2']);
  await setText(olga, { type: 'ORDER_CONFIRMED', userType: 'BUYER', enabled: true }); // an organisation's own word counts before that of its kind
  await allOrder();
  expect(await told()).toEqual(['0', '2', '3']);
  await setText(olga, { type: 'ORDER_CONFIRMED', accountId, enabled: true }, 1);
  await allOrder();
  expect(await told()).toEqual(['1', '3', '4']);
  expect((await olga.ask(TEXTS)).notificationTexts.find(({ id }: { id: string }) => id === acme.id)).toMatchObject({ accountId, enabled: true });
  expect(await world.mail()).toHaveLength(8);
});

test('words are those of the organisation before those of the site, the language and the type of user, each else as shipped [NOTIF-01]', async () => {
  await using world = await startSharing({ CARTWRIGHT_CARTS_SITE: 'shop-uk' });
  const [bea, ann, ben, olga] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('olga')];
  const accountId = (await bea.ask('{ viewer { account { id } } }')).viewer.account.id;
  await ben.ask(SPEAK, { language: 'de-AT' });
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER', notify: true }, { email: EMAILS.ben, role: 'VIEWER', notify: true }]);
  const words = async (): Promise<(string | undefined)[]> => {
    await bea.ask(TELL, { cartId: cart.id, comment: 'Look' });
    await world.settle();
    return [(await listOf(ann))[0]?.subject, (await listOf(ben))[0]?.subject];
  };
  const set = (subject: string, audience: object) => setText(olga, { type: 'CART_COMMENTED', subject: `${subject}: {actor}, {cart}`, text: '{comment}', ...audience });
  expect(await words()).toEqual(['Bea writes about the cart "Office"', 'Bea schreibt: Warenkorb „Office“']);
  await set('Buyers', { userType: 'BUYER' });
  expect(await words()).toEqual(['Buyers: Bea, Office', 'Buyers: Bea, Office']);
  await set('Deutsch', { language: 'DE' });
  expect(await words()).toEqual(['Buyers: Bea, Office', 'Deutsch: Bea, Office']);
  await set('Österreich', { language: 'de-AT' });
  expect(await words()).toEqual(['Buyers: Bea, Office', 'Österreich: Bea, Office']);
  await set('Elsewhere', { site: 'shop-fr' });
  await set('Site', { site: 'shop-uk' });
  expect(await words()).toEqual(['Site: Bea, Office', 'Site: Bea, Office']);
  await set('Acme auf Deutsch', { accountId, language: 'de' });
  expect(await words()).toEqual(['Site: Bea, Office', 'Acme auf Deutsch: Bea, Office']);
  await set('Acme', { accountId });
  expect(await words()).toEqual(['Acme: Bea, Office', 'Acme auf Deutsch: Bea, Office']);
  expect((await listOf(ann))[0]?.text).toBe('Look');
  expect(new Set((await world.mail()).filter(({ to }) => to === EMAILS.ann).map(({ subject }) => subject)).size).toBe(5);
});

test('only an administrator sets, sees and tries out texts, and what cannot be right is refused with what can', async () => {
  await using world = await startSharing();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  const good = { type: 'ORDER_CONFIRMED', subject: 'Order {order}', text: 'Thanks.\n{line.quantity} x {line.description}[: {line.total}]\n[Total: {total}]' };
  for (const person of [bea, sam]) {
    expect((await person.refused(SET, { input: good })).code).toBe('FORBIDDEN');
    expect((await person.refused(DELETE, { id: 'x' })).code).toBe('FORBIDDEN');
    for (const query of [TEXTS, '{ notificationTypes { type } }']) expect((await person.refused(query)).code).toBe('FORBIDDEN');
    expect((await person.refused(PREVIEW, { input: { type: 'ORDER_CONFIRMED' } })).code).toBe('FORBIDDEN');
  }
  const wrong = async (input: object): Promise<unknown> => {
    const { code, details } = await olga.refused(SET, { input: { ...good, ...input } });
    expect(code).toBe('BAD_USER_INPUT');
    return details;
  };
  expect(await wrong({ text: 'Dear {customer}, {cart}' })).toMatchObject({ field: 'text', unknown: ['customer', 'cart'], known: expect.arrayContaining(['order', 'total', 'line.total']) });
  expect(await wrong({ subject: '{line.total}' })).toMatchObject({ field: 'subject', unknown: ['line.total'] });
  expect(await wrong({ subject: 'Order {order}\r\nBcc: everybody@example.com' })).toMatchObject({ field: 'subject' });
  expect(await wrong({ subject: ' ' })).toMatchObject({ field: 'subject' });
  for (const text of ['{order', 'order}', '[{order}', '{order}]', '[a [b]]', '{order }', '\\', '[?', '']) expect(await wrong({ text })).toMatchObject({ field: 'text' });
  expect(await wrong({ text: null })).toMatchObject({ field: 'text' });
  expect(await wrong({ subject: null, text: null })).toMatchObject({ field: 'enabled' });
  expect(await wrong({ language: 'German, please' })).toMatchObject({ field: 'language' });

  const set = await setText(olga, good, 0);
  expect(set).toMatchObject({ ...good, version: 1, accountId: null, site: null, language: null, userType: null, enabled: null });
  expect(await olga.refused(SET, { input: good, expectedVersion: 0 })).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 1 } });
  expect(await setText(olga, { ...good, subject: 'Your {order}' })).toMatchObject({ id: set.id, version: 2 });
  expect((await olga.ask(PREVIEW, { input: { type: 'ORDER_CONFIRMED' } })).previewNotification).toEqual({ enabled: true, subject: 'Your O-2026-000042', text: 'Thanks.\n2 x Stoneware mug, red: 12.00 GBP\nTotal: 14.40 GBP', source: { id: set.id } });
  expect((await olga.ask(PREVIEW, { input: { type: 'ORDER_CONFIRMED', seesNetPrices: false } })).previewNotification.text).toBe('Thanks.\n2 x Stoneware mug, red');
  expect((await olga.ask(PREVIEW, { input: { type: 'ORDER_CONFIRMED', subject: 'Try {order}', text: 'x' } })).previewNotification).toMatchObject({ subject: 'Try O-2026-000042', text: 'x' });
  expect((await olga.refused(PREVIEW, { input: { type: 'ORDER_CONFIRMED', text: '{nothing}' } })).code).toBe('BAD_USER_INPUT');
  expect(await olga.ask(DELETE, { id: set.id })).toEqual({ deleteNotificationText: set.id });
  expect((await olga.refused(DELETE, { id: set.id })).code).toBe('NOT_FOUND');
  expect((await olga.ask(PREVIEW, { input: { type: 'ORDER_CONFIRMED', language: 'de' } })).previewNotification).toMatchObject({ subject: 'Ihre Bestellung O-2026-000042', source: null });
});

test('a shared quote is told of as a quote and a cart as a cart, and private people in other words than business people [NOTIF-02, NOTIF-06]', async () => {
  await using world = await startSharing({ CARTWRIGHT_QUOTES_SHARING: 'true' });
  const [bea, ann, cat, olga] = [await world.as('bea'), await world.as('ann'), await world.as('cat'), await world.as('olga')];
  const dan = await privatePerson(world, 'Dan');
  await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT', notify: true }]);
  await shareNew(cat, [{ email: dan.email, role: 'PARTICIPANT', notify: true }]);
  const SHARE_QUOTE = 'mutation ($id: ID!, $members: [QuoteMemberInput!]!) { shareQuote(quoteId: $id, members: $members) { number } }';
  const { createQuote: quote } = await bea.ask('mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: 20 }]) { id } }');
  const { shareQuote } = await bea.ask(SHARE_QUOTE, { id: quote.id, members: [{ email: EMAILS.ann, role: 'VIEWER', notify: true }] });
  const mails = await world.mail();
  expect((await listOf(ann)).map(({ type, subject, aboutKind }) => ({ type, subject, aboutKind }))).toEqual([
    { type: 'QUOTE_SHARED', subject: `Bea shares the quote ${shareQuote.number} with you`, aboutKind: 'QUOTE' },
    { type: 'CART_SHARED', subject: 'Bea shares the cart "Office" with you', aboutKind: 'CART' },
  ]);
  const textTo = (email: string): string => mails.find(({ to }) => to === email)?.text ?? '';
  expect(textTo(dan.email)).toContain('Sign in, or register, and enter this number');
  expect(textTo(EMAILS.ann)).not.toContain('enter this number');
  const preview = async (type: string, userType: string): Promise<string> => (await olga.ask(PREVIEW, { input: { type, userType, language: 'de' } })).previewNotification.text;
  for (const type of ['CART_ACCESS_ENDED', 'QUOTE_ACCESS_ENDED']) {
    expect(await preview(type, 'BUYER')).toContain('hat Ihren Zugang beendet');
    expect(await preview(type, 'INDIVIDUAL')).toContain('hat deinen Zugang beendet');
  }
});
