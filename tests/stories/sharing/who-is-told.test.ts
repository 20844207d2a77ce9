import { expect, test } from 'vitest';
import type { Mail } from '../../../subgraphs/notifications/outside/mailer.ts';
import { ACTIVATE, CHANGE, EMAILS, FINISH, memberOf, REMOVE, SHARE, shareNew, startSharing, STOP, TELL } from './sharing.ts';

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id soldTo { name } } } }';
const addressed = (mails: readonly Mail[]): string[] => mails.map(({ to, subject }) => `${to}: ${subject}`).toSorted();

test('only members chosen to be told get the e-mail with the comment and the number, and no mail speaks of prices [SHARE-12, SHARE-16]', async () => {
  await using world = await startSharing();
  const bea = await world.as('bea');
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR', notify: true }, { email: EMAILS.ben, role: 'VIEWER' }], '<b>Please</b> check\r\nSubject: by \u0007Friday');
  const mails = await world.mail();
  expect(addressed(mails)).toEqual([`${EMAILS.ann}: Bea shares the cart "Office" with you`]);
  expect(mails[0]?.text).toBe(`You may work with it as Administrator.\n\nRetrieval number: ${memberOf(cart, EMAILS.ann).retrievalNumber}\n\n<b>Please</b> check \nSubject: by  Friday`);
  await bea.ask(TELL, { cartId: cart.id, comment: 'And this' });
  await bea.ask(TELL, { cartId: cart.id, comment: 'And that', memberIds: [memberOf(cart, EMAILS.ben).id] });
  const later = (await world.mail()).slice(1);
  expect(addressed(later)).toEqual([`${EMAILS.ann}: Bea writes about the cart "Office"`, `${EMAILS.ben}: Bea writes about the cart "Office"`]);
  expect([...mails, ...later].some(({ subject, text }) => /GBP|\d\.\d\d/.test(subject + text))).toBe(false);
});

test('what roles are called is the shop\'s to say, on pages and in mails [SHARE-02]', async () => {
  await using world = await startSharing({ CARTWRIGHT_CARTS_ADMINISTRATOR_LABEL: 'Einkaufsleitung', CARTWRIGHT_CARTS_VIEWER_LABEL: 'Leser' });
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR', notify: true }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  await bea.ask(CHANGE, { cartId: cart.id, changes: [{ memberId: memberOf(cart, EMAILS.ann).id, role: 'VIEWER' }] });
  const { cart: seen } = await bea.ask('query ($id: ID!) { cart(id: $id) { members { role roleLabel } } }', { id: cart.id });
  expect(seen.members).toEqual([{ role: 'VIEWER', roleLabel: 'Leser' }, { role: 'PARTICIPANT', roleLabel: 'Participant' }]);
  const invited = await shareNew(cat, [{ email: 'dan@home.example', role: 'ADMINISTRATOR' }]);
  const { cart: cats } = await cat.ask('query ($id: ID!) { cart(id: $id) { invitations { roleLabel } } }', { id: invited.id });
  expect(cats.invitations).toEqual([{ roleLabel: 'Einkaufsleitung' }]);
  expect((await world.mail()).map(({ text }) => text.split('\n')[0])).toEqual(['You may work with it as Einkaufsleitung.', 'You were Einkaufsleitung; now you are Leser.']);
});

test('when somebody else shares or comments the owner hears that, and not what [SHARE-28]', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  await ann.ask(SHARE, { cartId: cart.id, members: [{ email: EMAILS.ben, role: 'VIEWER', notify: true }], comment: 'Between us' });
  await ann.ask(TELL, { cartId: cart.id, comment: 'Still between us' });
  const mails = await world.mail();
  expect(addressed(mails)).toEqual([
    `${EMAILS.bea}: Ann wrote to members of your cart "Office"`,
    `${EMAILS.bea}: Ann wrote to members of your cart "Office"`,
    `${EMAILS.ben}: Ann shares the cart "Office" with you`,
    `${EMAILS.ben}: Ann writes about the cart "Office"`,
  ]);
  expect(mails.filter(({ to }) => to === EMAILS.bea).some(({ text }) => text.includes('between'))).toBe(false);
});

test('a change of role names both roles, and a removal is told to whom it concerns, if they are to be told [SHARE-23, SHARE-25]', async () => {
  await using world = await startSharing();
  const bea = await world.as('bea');
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  const [anns, bens] = [memberOf(cart, EMAILS.ann).id, memberOf(cart, EMAILS.ben).id];
  await bea.ask(CHANGE, { cartId: cart.id, changes: [{ memberId: anns, role: 'VIEWER', notify: true }, { memberId: bens, role: 'VIEWER' }] });
  const [change, ...none] = await world.mail();
  expect(change).toMatchObject({ to: EMAILS.ann, subject: 'Your role in the cart "Office" has changed', text: 'You were Administrator; now you are Viewer.' });
  expect(none).toEqual([]);
  await bea.ask(REMOVE, { cartId: cart.id, memberId: anns, notify: false });
  await bea.ask(REMOVE, { cartId: cart.id, memberId: bens, notify: true });
  expect(addressed((await world.mail()).slice(1))).toEqual([`${EMAILS.ben}: The cart "Office" is no longer shared with you`]);
});

test('who has finished tells the owner, and others who are ticked [SHARE-24]', async () => {
  await using world = await startSharing();
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER' }, { email: EMAILS.ben, role: 'VIEWER' }]);
  await ben.ask(FINISH, { cartId: cart.id, notify: [memberOf(cart, EMAILS.ann).id], comment: 'All done' });
  const mails = await world.mail();
  expect(addressed(mails)).toEqual([`${EMAILS.ann}: Ben has finished working on the cart "Office"`, `${EMAILS.bea}: Ben has finished working on the cart "Office"`]);
  expect(mails.every(({ text }) => text.includes('All done'))).toBe(true);
});

test('the order ends sharing for everyone, and all but who placed it are told; it is sold to the owner, and a business administrator goes on following it [SHARE-27, SHARE-29, SHARE-36]', async () => {
  await using world = await startSharing();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  await ben.ask(ACTIVATE, { cartId: cart.id });
  const { cart: { priceHash } } = await ann.ask('query ($id: ID!) { cart(id: $id) { priceHash } }', { id: cart.id });
  const { placeOrder: order } = await ann.ask(PLACE, { input: { cartId: cart.id, priceHash, idempotencyKey: 'ann' } });
  expect(order.soldTo).toEqual({ name: 'Acme' });
  const aboutTheCart = (await world.mail()).filter(({ subject }) => subject.includes('Office'));
  expect(addressed(aboutTheCart)).toEqual([`${EMAILS.bea}: The cart "Office" was ordered`, `${EMAILS.ben}: The cart "Office" was ordered`]);
  for (const member of [ann, ben]) expect((await member.refused('query ($id: ID!) { cart(id: $id) { id } }', { id: cart.id })).code).toBe('NOT_FOUND');
  expect((await ben.ask('{ activeCart { id } }')).activeCart).toBeNull();
  const ORDER = 'query ($id: ID!) { order(id: $id) { id } }';
  for (const reader of [bea, ann]) expect((await reader.ask(ORDER, { id: order.id })).order.id).toBe(order.id);
});

test('to stop sharing or to delete the cart is told to members', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const stopped = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'VIEWER', notify: true }]);
  await ann.ask(STOP, { cartId: stopped.id });
  const deleted = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'VIEWER' }]);
  await ann.ask('mutation ($cartId: ID!) { deleteCart(cartId: $cartId) { id } }', { cartId: deleted.id });
  expect(addressed(await world.mail())).toEqual([
    `${EMAILS.bea}: Ann wrote to members of your cart "Office"`,
    `${EMAILS.bea}: The cart "Office" was deleted`,
    `${EMAILS.ben}: Bea shares the cart "Office" with you`,
    `${EMAILS.ben}: The cart "Office" is no longer shared`,
    `${EMAILS.ben}: The cart "Office" was deleted`,
  ]);
});

test('a quote made of a shared cart leaves its members looking on; the one who asked is not told, and the others hear of it as the quote it is [SHARE-33, NOTIF-06]', async () => {
  await using world = await startSharing();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  await bea.ask(CHANGE, { cartId: cart.id, changes: cart.members.map(({ id }) => ({ memberId: id, notify: true })) });
  const before = (await world.mail()).length;
  const { requestAssistance: quote } = await bea.ask('mutation ($id: ID!) { requestAssistance(cartId: $id) { number } }', { id: cart.id });
  await world.settle();
  for (const member of [ann, ben]) {
    const { cart: seen } = await member.ask('query ($id: ID!) { cart(id: $id) { status members { role } } }', { id: cart.id });
    expect(seen).toEqual({ status: 'QUOTED', members: [{ role: 'VIEWER' }, { role: 'VIEWER' }] });
  }
  const aboutTheCart = (await world.mail()).slice(before).filter(({ subject }) => subject.includes('Office'));
  expect(addressed(aboutTheCart)).toEqual([EMAILS.ann, EMAILS.ben].map((email) => `${email}: Your role in the quote ${quote.number} (cart "Office") has changed`));
});

test('an administrator who asks for assistance is not told of becoming a viewer; the others are [SHARE-33]', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR', notify: true }, { email: EMAILS.ben, role: 'PARTICIPANT', notify: true }]);
  const before = (await world.mail()).length;
  const { requestAssistance: quote } = await ann.ask('mutation ($id: ID!) { requestAssistance(cartId: $id) { number } }', { id: cart.id });
  const changed = (await world.mail()).slice(before).filter(({ subject }) => subject.startsWith('Your role'));
  expect(addressed(changed)).toEqual([`${EMAILS.ben}: Your role in the quote ${quote.number} (cart "Office") has changed`]);
  expect((await ann.ask('query ($id: ID!) { cart(id: $id) { members { role } } }', { id: cart.id })).cart.members).toEqual([{ role: 'VIEWER' }, { role: 'VIEWER' }]);
});

test('who may not manage members tells somebody now, and leaves what was chosen for later [SHARE-10, SHARE-12]', async () => {
  await using world = await startSharing();
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER' }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  const memberId = memberOf(cart, EMAILS.ann).id;
  const told = async (): Promise<number> => (await world.mail()).filter(({ to }) => to === EMAILS.ann).length;
  const chosen = async (): Promise<boolean[]> => (await bea.ask('query ($id: ID!) { cart(id: $id) { members { notify } } }', { id: cart.id })).cart.members.map(({ notify }: { notify: boolean }) => notify);
  await ben.ask(CHANGE, { cartId: cart.id, changes: [{ memberId, notify: true }], comment: 'Have a look' });
  expect([await told(), await chosen()]).toEqual([1, [false, false]]);
  await bea.ask(CHANGE, { cartId: cart.id, changes: [{ memberId, notify: true }] });
  expect(await chosen()).toEqual([true, false]);
});
