import { expect, test } from 'vitest';
import { sessionWith } from '../../support/session.ts';
import { CHANGE, EMAILS, memberOf, privatePerson, RETRIEVE, SHARE } from '../sharing/sharing.ts';
import { ACCEPT, ENFORCED, mugs, orderOf, PLACE, READ, REJECT, startWithTerms, termsOf } from './terms.ts';

const QUOTES = '{ quotes { nodes { id status } } }';

test('who does not agree to the terms gets a sales rep: the cart becomes a quote among his others, asked for or published, and is no cart to order any more [TC-05, QUOTE-52]', async () => {
  await using world = await startWithTerms(ENFORCED);
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id } = await mugs(bea);
  const order = await orderOf(bea, id);
  const { rejectTerms: quote } = await bea.ask(REJECT, { id, reason: 'TERMS', comment: 'A week is too long.' });
  expect(quote).toMatchObject({ status: 'QUOTE_REQUESTED', reason: 'TERMS', cart: { id } });
  await world.settle();
  expect((await bea.ask(QUOTES)).quotes.nodes).toEqual([{ id: quote.id, status: 'QUOTE_REQUESTED' }]);
  const { requestAssistance: asked } = await bea.ask('mutation ($id: ID!) { requestAssistance(cartId: $id) { id } }', { id: (await mugs(bea)).id });
  await sam.ask('mutation ($id: ID!) { assignQuote(quoteId: $id) { id } }', { id: asked.id });
  await sam.ask('mutation ($id: ID!) { publishQuote(quoteId: $id) { id } }', { id: asked.id });
  expect((await bea.ask(QUOTES)).quotes.nodes).toEqual([{ id: asked.id, status: 'PUBLISHED' }, { id: quote.id, status: 'QUOTE_REQUESTED' }]);
  expect((await bea.refused(PLACE, order)).code).toBe('CART_IS_QUOTE');
  expect((await sam.ask('query ($id: ID!) { quote(id: $id) { notes { text } } }', { id: quote.id })).quote.notes).toEqual([{ text: 'A week is too long.' }]);
});

test('rejecting needs the feature, and of business buyers the right to ask for assistance; private people need no right [TC-06]', async () => {
  await using off = await startWithTerms({ CARTWRIGHT_QUOTES_ASSISTANCE: 'false' });
  const bea = await off.as('bea');
  expect((await bea.refused(REJECT, { id: (await mugs(bea)).id })).code).toBe('OPERATION_DISABLED');

  await using world = await startWithTerms();
  const [cat, guest, gus] = [await world.as('cat'), await world.as('guest'), await world.as('gus')];
  expect((await cat.ask(REJECT, { id: (await mugs(cat)).id })).rejectTerms.status).toBe('QUOTE_REQUESTED');
  expect((await guest.refused(REJECT, { id: (await mugs(guest)).id })).code).toBe('FORBIDDEN');
  const { viewer } = await gus.ask('{ viewer { id account { id } } }');
  const { token } = await world.embedded.issuer.issue({ id: viewer.id, kind: 'BUYER', accountId: viewer.account.id, permissions: ['CREATE_ORDER'] }, 3_600, new Date());
  const unable = sessionWith(world.url, token);
  const { id } = await mugs(unable);
  expect(await unable.refused(REJECT, { id })).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'ASK_SALES_ASSISTANCE' } });
  expect((await unable.ask(READ, { id })).termsOf.text).toContain('Mugs');
});

test('members of a business cart: administrators agree and disagree, participants and viewers only review; strangers know of no terms [TC-07]', async () => {
  await using world = await startWithTerms();
  const [bea, ann, ben, gus] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('gus')];
  const { id } = await mugs(bea);
  const { shareCart: cart } = await bea.ask(SHARE, { cartId: id, name: 'Office', members: [{ email: EMAILS.ann, role: 'PARTICIPANT' }, { email: EMAILS.ben, role: 'VIEWER' }] });
  const { hash } = await termsOf(bea, id);
  for (const member of [ann, ben]) {
    expect((await termsOf(member, id)).hash).toBe(hash);
    expect((await member.refused(ACCEPT, { id, hash })).code).toBe('FORBIDDEN');
    expect((await member.refused(REJECT, { id })).code).toBe('FORBIDDEN');
  }
  for (const question of [READ, ACCEPT, REJECT]) expect((await gus.refused(question, { id, hash })).code).toBe('NOT_FOUND');
  await bea.ask(CHANGE, { cartId: id, changes: [{ memberId: memberOf(cart, EMAILS.ann).id, role: 'ADMINISTRATOR' }] });
  expect((await ann.ask(ACCEPT, { id, hash })).acceptTerms.acceptance.acceptedByName).toBe('Ann');
  const { rejectTerms: quote } = await ann.ask('mutation ($id: ID!) { rejectTerms(cartId: $id) { id } }', { id });
  expect((await bea.ask(QUOTES)).quotes.nodes).toEqual([{ id: quote.id, status: 'QUOTE_REQUESTED' }]);
});

test('members of a private cart: administrators disagree with the terms though they may not ask for help, participants and viewers only review them [TC-07, SHARE-04, SHARE-05]', async () => {
  await using world = await startWithTerms();
  const cat = await world.as('cat');
  const [dan, eve, una] = [await privatePerson(world, 'Dan'), await privatePerson(world, 'Eve'), await privatePerson(world, 'Una')];
  const { id } = await mugs(cat);
  const members = [{ email: dan.email, role: 'ADMINISTRATOR' }, { email: eve.email, role: 'PARTICIPANT' }, { email: una.email, role: 'VIEWER' }];
  const { shareCart: cart } = await cat.ask(SHARE, { cartId: id, name: 'Together', members });
  for (const person of [dan, eve, una]) await person.ask(RETRIEVE, { number: memberOf(cart, person.email).retrievalNumber });
  const { hash } = await termsOf(cat, id);
  for (const member of [eve, una]) {
    expect((await termsOf(member, id)).hash).toBe(hash);
    expect((await member.refused(ACCEPT, { id, hash })).code).toBe('FORBIDDEN');
    expect(await member.refused(REJECT, { id })).toMatchObject({ code: 'FORBIDDEN', details: { requiredRole: 'ADMINISTRATOR' } });
  }
  expect(await dan.refused('mutation ($id: ID!) { requestAssistance(cartId: $id) { id } }', { id })).toMatchObject({ code: 'FORBIDDEN', details: { requiredRole: 'OWNER' } });
  const { checkout } = (await dan.ask('query ($id: ID!) { cart(id: $id) { checkout { pages { step buttons } } } }', { id })).cart;
  const buttonsOn = (wanted: string): string[] => checkout.pages.find(({ step }: { step: string }) => step === wanted).buttons;
  expect(buttonsOn('TERMS')).toContain('DISAGREE');
  expect(checkout.pages.flatMap(({ buttons }: { buttons: string[] }) => buttons)).not.toContain('REQUEST_HELP');
  const { rejectTerms: quote } = await dan.ask('mutation ($id: ID!) { rejectTerms(cartId: $id, reason: "TERMS") { id } }', { id });
  expect((await cat.ask('{ quotes { nodes { id status reason owner { id } } } viewer { id } }'))).toMatchObject({ quotes: { nodes: [{ id: quote.id, status: 'QUOTE_REQUESTED', reason: 'TERMS' }] } });
  expect((await cat.refused(PLACE, await orderOf(cat, id))).code).toBe('CART_IS_QUOTE');
});

test('of a private shared cart the checkout shows participants and viewers no button to disagree with [TC-07]', async () => {
  await using world = await startWithTerms();
  const cat = await world.as('cat');
  const [eve, una] = [await privatePerson(world, 'Eve'), await privatePerson(world, 'Una')];
  const { id } = await mugs(cat);
  const { shareCart: cart } = await cat.ask(SHARE, { cartId: id, name: 'Together', members: [{ email: eve.email, role: 'PARTICIPANT' }, { email: una.email, role: 'VIEWER' }] });
  for (const person of [eve, una]) await person.ask(RETRIEVE, { number: memberOf(cart, person.email).retrievalNumber });
  await termsOf(cat, id);
  for (const member of [eve, una]) {
    const { checkout } = (await member.ask('query ($id: ID!) { cart(id: $id) { checkout { pages { buttons } } } }', { id })).cart;
    expect(checkout.pages.flatMap(({ buttons }: { buttons: string[] }) => buttons)).not.toContain('DISAGREE');
  }
});
