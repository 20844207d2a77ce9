import { expect, test } from 'vitest';
import { EMAILS, memberOf as cartMemberOf, privatePerson, shareNew, type SharedCart } from '../sharing/sharing.ts';
import { ASSIST, CHANGE, memberOf, READ, RETRIEVE, startSharingQuotes, UPDATE } from './sharing-quotes.ts';

const start = (env: Record<string, string> = {}) => startSharingQuotes({ CARTWRIGHT_CARTS_SHARING: 'true', ...env });
const QUOTE = 'mutation ($cartId: ID!) { createQuote(fromCartId: $cartId) { id } }';

test('whom a cart was shared with looks on at the quote it becomes, and changes it only when its owner lets them [SHARE-33, SHARE-34]', async () => {
  await using world = await start();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT', notify: true }]);
  const { requestAssistance: quote } = await bea.ask(ASSIST, { cartId: cart.id });
  const { quote: seen } = await ann.ask(READ, { quoteId: quote.id });
  expect(seen).toMatchObject({ status: 'QUOTE_REQUESTED', members: [{ role: 'VIEWER', user: { name: 'Ann' } }] });
  expect((await ben.refused(READ, { quoteId: quote.id })).code).toBe('NOT_FOUND');
  const change = { quoteId: quote.id, lines: [{ lineId: seen.lines[0].id, quantity: '7' }] };
  expect((await ann.refused(UPDATE, change)).code).toBe('FORBIDDEN');
  await bea.ask(CHANGE, { quoteId: quote.id, changes: [{ memberId: seen.members[0].id, role: 'PARTICIPANT', notify: false }] });
  expect((await ann.ask(UPDATE, change)).updateQuoteLines.lines).toMatchObject([{ quantity: '7' }]);
  const about = (await world.mail()).filter(({ subject }) => subject.includes('has changed'));
  expect(about.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([`${EMAILS.ann}: Your role in the quote ${seen.number} (cart "Office") has changed`]);
});

test('an administrator of a business cart asks for assistance: the quote is its owner\'s, once however often they ask; others may not, and nobody else begins a quote of it [SHARE-05, SHARE-33]', async () => {
  await using world = await start();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const { viewer } = await bea.ask('{ viewer { id } }');
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  expect(await ben.refused(ASSIST, { cartId: cart.id })).toMatchObject({ code: 'FORBIDDEN', details: { requiredRole: 'ADMINISTRATOR' } });
  expect((await ann.refused(QUOTE, { cartId: cart.id })).code).toBe('FORBIDDEN');
  const answers = await Promise.all([1, 2].map(() => ann.ask(ASSIST, { cartId: cart.id })));
  const ids = new Set([...answers, await ann.ask(ASSIST, { cartId: cart.id })].map(({ requestAssistance }) => requestAssistance.id));
  expect(ids.size).toBe(1);
  const [{ requestAssistance: quote }] = answers as [{ requestAssistance: { id: string } }];
  expect(quote).toMatchObject({ status: 'QUOTE_REQUESTED', owner: { id: viewer.id } });
  expect(await ann.refused(ASSIST, { cartId: cart.id, reason: 'Another reason' })).toMatchObject({ code: 'FORBIDDEN', details: { requiredRole: 'ADMINISTRATOR' } });
  const { quote: mine } = await bea.ask('query ($id: ID!) { quote(id: $id) { audits { action actor { name } } members { role } } }', { id: quote.id });
  expect(mine).toEqual({ audits: ['CREATE_QUOTE', 'REQUEST_QUOTE'].map((action) => ({ action, actor: { name: 'Ann' } })), members: [{ role: 'VIEWER' }, { role: 'VIEWER' }] });
  await world.settle();
  expect((await bea.ask('query ($id: ID!) { cart(id: $id) { status } }', { id: cart.id })).cart.status).toBe('QUOTED');
});

test('who was invited to a private cart claims at its quote with the same number [SHARE-17, SHARE-33]', async () => {
  await using world = await start();
  const cat = await world.as('cat');
  const dan = await privatePerson(world, 'Dan');
  const cart: SharedCart = await shareNew(cat, [{ email: dan.email, role: 'ADMINISTRATOR' }]);
  const { createQuote: quote } = await cat.ask(QUOTE, { cartId: cart.id });
  expect((await dan.refused(READ, { quoteId: quote.id })).code).toBe('NOT_FOUND');
  const { retrieveSharedQuote: seen } = await dan.ask(RETRIEVE, { number: cartMemberOf(cart, dan.email).retrievalNumber });
  expect(memberOf(seen, dan.email)).toMatchObject({ role: 'VIEWER' });
});

test('a mirrored cart takes its members along when it is handed over, and not before [SHARE-05, SHARE-33]', async () => {
  await using world = await start({ CARTWRIGHT_QUOTES_CART_MIRROR: 'true' });
  const [bea, ann, sam] = [await world.as('bea'), await world.as('ann'), await world.as('sam')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  await world.settle();
  expect((await ann.ask('{ quotes { nodes { id } } }')).quotes.nodes).toEqual([]);
  const { requestAssistance: quote } = await ann.ask(ASSIST, { cartId: cart.id });
  expect((await ann.ask(READ, { quoteId: quote.id })).quote).toMatchObject({ status: 'QUOTE_REQUESTED', members: [{ role: 'VIEWER' }] });
  expect((await sam.ask(READ, { quoteId: quote.id })).quote.owner).toEqual(quote.owner);
  const { viewer } = await bea.ask('{ viewer { id } }');
  expect(quote.owner.id).toBe(viewer.id);
});
