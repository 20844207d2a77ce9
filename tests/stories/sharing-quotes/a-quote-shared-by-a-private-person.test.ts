import { expect, test } from 'vitest';
import { EMAILS, privatePerson } from '../sharing/sharing.ts';
import { LIST, memberOf, READ, REMOVE, RETRIEVE, SHARE, shareDraft, startSharingQuotes, UPDATE } from './sharing-quotes.ts';

test('a private person invites an address; one private person with the number claims it, and may do what was meant [SHARE-03, SHARE-16, SHARE-17, SHARE-18, SHARE-34]', async () => {
  await using world = await startSharingQuotes();
  const [cat, ann, guest, sam] = [await world.as('cat'), await world.as('ann'), await world.as('guest'), await world.as('sam')];
  const [dan, eve] = [await privatePerson(world, 'Dan'), await privatePerson(world, 'Eve')];
  const quote = await shareDraft(cat, [{ email: 'somebody@mail.example', role: 'PARTICIPANT', notify: true }]);
  expect(quote).toMatchObject({ members: [], invitations: [{ email: 'somebody@mail.example' }] });
  const [mail] = await world.mail();
  const number = /Retrieval number: (\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(number).toBe(memberOf(quote, 'somebody@mail.example').retrievalNumber);

  expect((await dan.refused(READ, { quoteId: quote.id })).code).toBe('NOT_FOUND');
  expect((await guest.refused(RETRIEVE, { number })).code).toBe('UNAUTHENTICATED');
  expect((await ann.refused(RETRIEVE, { number })).code).toBe('OPERATION_DISABLED');
  expect((await sam.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');
  expect((await dan.refused(RETRIEVE, { number: `${number.slice(1)}0` })).code).toBe('RETRIEVAL_NUMBER_UNKNOWN');
  const answers = await Promise.all([dan, eve].map((person) => person.answer(RETRIEVE, { number })));
  expect(answers.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'claimed').toSorted()).toEqual(['NOT_FOUND', 'claimed']);
  const [one, other] = answers[0]?.errors ? [eve, dan] : [dan, eve];

  expect((await one.ask(LIST)).quotes.nodes).toEqual([{ id: quote.id }]);
  const { updateQuoteLines: changed } = await one.ask(UPDATE, { quoteId: quote.id, lines: [{ lineId: quote.lines[0].id, quantity: '12' }] });
  expect(changed.lines).toMatchObject([{ quantity: '12' }]);
  expect((await one.ask(RETRIEVE, { number })).retrieveSharedQuote.version).toBe(changed.version);
  expect((await other.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');
  const { quote: seen } = await cat.ask(READ, { quoteId: quote.id });
  await cat.ask(REMOVE, { quoteId: quote.id, memberId: seen.members[0].id });
  expect((await one.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');
  expect((await one.ask(LIST)).quotes.nodes).toEqual([]);
  expect((await cat.refused(SHARE, { quoteId: quote.id, members: [{ email: 'CAT@home.example', role: 'VIEWER' }] })).code).toBe('BAD_USER_INPUT');
});

test('a business buyer opens a shared quote by number only where that is switched on, and never claims what a private person shares [SHARE-17, SHARE-19]', async () => {
  await using world = await startSharingQuotes({ CARTWRIGHT_QUOTES_RETRIEVAL_BY_NUMBER: 'true' });
  const [bea, ann, ben, cat] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('cat')];
  const shared = await shareDraft(bea, [{ email: EMAILS.ann, role: 'VIEWER' }]);
  const { retrievalNumber: number } = memberOf(shared, EMAILS.ann);
  expect((await ann.ask(RETRIEVE, { number })).retrieveSharedQuote.id).toBe(shared.id);
  expect((await ben.refused(RETRIEVE, { number })).code).toBe('NOT_FOUND');
  const privately = await shareDraft(cat, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  expect((await ann.refused(RETRIEVE, { number: memberOf(privately, EMAILS.ann).retrievalNumber })).code).toBe('NOT_FOUND');
});
