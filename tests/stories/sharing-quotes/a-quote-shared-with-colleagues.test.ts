import { expect, test } from 'vitest';
import type { Mail } from '../../../subgraphs/notifications/outside/mailer.ts';
import type { Data, Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { EMAILS } from '../sharing/sharing.ts';
import { CHANGE, draftOf, FINISH, LIST, memberOf, PLACE, publish, READ, REMOVE, SHARE, shareDraft, startSharingQuotes, STOP, UPDATE, WATCH, WATCH_ALL } from './sharing-quotes.ts';

const addressed = (mails: readonly Mail[]): string[] => mails.map(({ to, subject }) => `${to}: ${subject}`).toSorted();
const idsIn = async (session: Session): Promise<string[]> => (await session.ask(LIST)).quotes.nodes.map(({ id }: Data) => id);
const offered = (quote: Data): string[] => quote.availableActions.flatMap(({ name, allowed }: Data) => (allowed ? [name] : []));

test('a shared quote is in the list of its members, with what each may do; strangers and the seller see nothing of it [SHARE-03, SHARE-08, SHARE-34]', async () => {
  await using world = await startSharingQuotes();
  const [bea, ann, ben, gus, sam] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('gus'), await world.as('sam')];
  const own = await draftOf(ann);
  const quote = await shareDraft(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }]);
  expect(quote.members).toMatchObject([{ role: 'PARTICIPANT', email: EMAILS.ann, user: { name: 'Ann' }, version: 1 }]);
  expect(await idsIn(ann)).toEqual([quote.id, own.id]);
  const { quotes: page } = await ann.ask('{ quotes(first: 1) { nodes { id } pageInfo { endCursor } } }');
  expect((await ann.ask('query ($after: String) { quotes(first: 1, after: $after) { nodes { id } } }', { after: page.pageInfo.endCursor })).quotes.nodes).toEqual([{ id: own.id }]);
  for (const stranger of [ben, gus, sam]) {
    expect(await idsIn(stranger)).not.toContain(quote.id);
    expect((await stranger.refused(READ, { quoteId: quote.id })).code).toBe('NOT_FOUND');
    expect((await stranger.refused(SHARE, { quoteId: quote.id, members: [{ email: EMAILS.ben, role: 'VIEWER' }] })).code).toBe('NOT_FOUND');
  }
  const { quote: seen } = await ann.ask(READ, { quoteId: quote.id });
  expect(seen.members).toMatchObject([{ email: EMAILS.ann, retrievalNumber: null }]);
  expect([offered(quote), offered(seen)]).toEqual([
    ['requestQuote', 'cancelQuote', 'updateQuoteLines', 'addQuoteNote', 'shareQuote', 'updateQuoteMembers', 'stopSharingQuote'],
    ['updateQuoteLines', 'addQuoteNote', 'finishQuoteWork'],
  ]);
  for (const email of ['gus@globex.example', 'nobody@acme.example']) expect((await bea.refused(SHARE, { quoteId: quote.id, members: [{ email, role: 'VIEWER' }] })).code).toBe('BAD_USER_INPUT');
  expect((await bea.refused(SHARE, { quoteId: quote.id, members: [{ email: EMAILS.bea, role: 'VIEWER' }] })).code).toBe('BAD_USER_INPUT');
  const again = await bea.ask(SHARE, { quoteId: quote.id, members: [{ email: EMAILS.ann, role: 'PARTICIPANT' }] });
  expect(again.shareQuote.version).toBe(quote.version);
  await bea.ask('mutation ($id: ID!) { requestQuote(quoteId: $id) { id } }', { id: quote.id });
  expect((await sam.ask(READ, { quoteId: quote.id })).quote).toMatchObject({ members: [], invitations: [] });
  expect((await sam.refused(STOP, { quoteId: quote.id })).code).toBe('FORBIDDEN');
});

test('a participant changes a shared quote only where drafts may be updated, and never its prices; the owner always may [SHARE-06, SHARE-34]', async () => {
  await using strict = await startSharingQuotes({ CARTWRIGHT_QUOTES_DRAFT_UPDATES: 'false' });
  const [bea, ann] = [await strict.as('bea'), await strict.as('ann')];
  const quote = await shareDraft(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  const more = { quoteId: quote.id, lines: [{ lineId: quote.lines[0].id, quantity: '7' }] };
  expect((await ann.refused(UPDATE, more)).code).toBe('OPERATION_DISABLED');
  expect(offered((await ann.ask(READ, { quoteId: quote.id })).quote)).not.toContain('updateQuoteLines');
  expect((await bea.ask(UPDATE, more)).updateQuoteLines.lines).toMatchObject([{ quantity: '7' }]);
});

test('what members do is told to all who watch, and who is late is told that a member was faster [SHARE-06, SHARE-22]', async () => {
  await using world = await startSharingQuotes();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const quote = await shareDraft(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }]);
  const all = await ben.watch(WATCH_ALL);
  const watch = await bea.watch(WATCH, { quoteId: quote.id });
  await watch.next();
  await ann.ask(UPDATE, { quoteId: quote.id, lines: [{ lineId: quote.lines[0].id, quantity: '7' }] });
  const stale = await bea.refused(UPDATE, { quoteId: quote.id, lines: [{ lineId: quote.lines[0].id, quantity: '8' }], expectedVersion: quote.version });
  expect(stale).toMatchObject({ code: 'STALE_VERSION', details: { changedBy: { relation: 'member' } } });
  expect((await watch.next()).quoteChanged).toMatchObject({ cause: 'LINES_CHANGED' });

  await bea.ask(SHARE, { quoteId: quote.id, members: [{ email: EMAILS.ben, role: 'VIEWER' }] });
  expect((await all.next()).quotesChanged).toEqual({ quoteId: quote.id, cause: 'MEMBER_ADDED', quote: { id: quote.id } });
  const { quote: { members } } = await bea.ask(READ, { quoteId: quote.id });
  const [anns, bens] = [EMAILS.ann, EMAILS.ben].map((email) => memberOf({ members, invitations: [] }, email));
  await bea.ask(CHANGE, { quoteId: quote.id, changes: [{ memberId: anns?.id, role: 'VIEWER' }] });
  expect((await all.next()).quotesChanged).toMatchObject({ cause: 'ROLE_CHANGED' });
  expect((await bea.refused(REMOVE, { quoteId: quote.id, memberId: anns?.id, expectedVersion: anns?.version })).code).toBe('STALE_VERSION');
  expect(await ann.refused(UPDATE, { quoteId: quote.id, lines: [{ lineId: quote.lines[0].id, quantity: '9' }] })).toMatchObject({ code: 'FORBIDDEN', details: { requiredRole: 'PARTICIPANT' } });
  await bea.ask(REMOVE, { quoteId: quote.id, memberId: bens?.id });
  expect((await all.next()).quotesChanged).toEqual({ quoteId: quote.id, cause: 'MEMBER_REMOVED', quote: null });
  await bea.ask(REMOVE, { quoteId: quote.id, memberId: bens?.id, expectedVersion: 1 }); // gone already
});

const ENDS: { readonly [cause: string]: (bea: Session, ann: Session, quoteId: string, memberId: string) => Promise<unknown> } = {
  MEMBER_REMOVED: (bea, _ann, quoteId, memberId) => bea.ask(REMOVE, { quoteId, memberId }),
  SHARING_STOPPED: (bea, _ann, quoteId) => bea.ask(STOP, { quoteId }),
  MEMBER_FINISHED: (_bea, ann, quoteId) => ann.ask(FINISH, { quoteId }),
};

test('who loses access gets a last frame that says what ended it, on either way to watch, and then sees nothing; the owner goes on [SHARE-24, SHARE-25, SHARE-26, NOTIF-07]', async () => {
  await using world = await startSharingQuotes();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  for (const [cause, end] of Object.entries(ENDS)) {
    const quote = await shareDraft(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
    const watches = [await ann.watch(WATCH, { quoteId: quote.id }), ann.watchEvents(WATCH, { quoteId: quote.id }), await ann.watch('subscription ($quoteId: ID!) { quoteChanged(quoteId: $quoteId) { version } }', { quoteId: quote.id })];
    const owners = await bea.watch(WATCH, { quoteId: quote.id });
    for (const watch of [...watches, owners]) await watch.next();
    await end(bea, ann, quote.id, memberOf(quote, EMAILS.ann).id);
    for (const watch of watches) {
      const last = await watch.raw();
      expect(last?.data ?? null).toBeNull();
      expect(last?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', details: { quoteId: quote.id, cause } });
      expect(await watch.raw()).toBeUndefined();
    }
    expect((await owners.next()).quoteChanged).toMatchObject({ cause, quote: { id: quote.id } });
    expect((await ann.refused(READ, { quoteId: quote.id })).code).toBe('NOT_FOUND');
    expect(await idsIn(ann)).not.toContain(quote.id);
  }
});

test('who is to be told gets a mail with the number of the quote, and no mail speaks of prices; somebody invited again gets the old membership and a new number [SHARE-15, SHARE-16, SHARE-23, SHARE-24, SHARE-25]', async () => {
  await using world = await startSharingQuotes();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const quote = await shareDraft(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT', notify: true }, { email: EMAILS.ben, role: 'VIEWER' }], 'Please check');
  const [anns, bens] = [memberOf(quote, EMAILS.ann), memberOf(quote, EMAILS.ben)];
  const [first] = await world.mail();
  expect(first).toMatchObject({ to: EMAILS.ann, subject: `Bea shares the quote ${quote.number} with you`, text: `You may work with it as participant.\n\nRetrieval number: ${anns.retrievalNumber}\n\nPlease check` });
  await ann.ask(CHANGE, { quoteId: quote.id, changes: [{ memberId: bens.id, notify: true }], comment: 'Between us' });
  await bea.ask(CHANGE, { quoteId: quote.id, changes: [{ memberId: anns.id, role: 'VIEWER' }] });
  await ben.ask(FINISH, { quoteId: quote.id, notify: [anns.id] });
  await bea.ask(REMOVE, { quoteId: quote.id, memberId: anns.id });
  const mails = (await world.mail()).slice(1);
  expect(addressed(mails)).toEqual([
    `${EMAILS.ann}: Ben has finished working on the quote ${quote.number}`,
    `${EMAILS.ann}: The quote ${quote.number} is no longer shared with you`,
    `${EMAILS.ann}: Your role in the quote ${quote.number} has changed`,
    `${EMAILS.bea}: Ann wrote to members of your quote ${quote.number}`,
    `${EMAILS.bea}: Ben has finished working on the quote ${quote.number}`,
    `${EMAILS.ben}: Ann writes about the quote ${quote.number}`,
  ]);
  expect(mails.some(({ subject, text }) => /GBP|\d\.\d\d/.test(subject + text))).toBe(false);
  const { shareQuote: back } = await bea.ask(SHARE, { quoteId: quote.id, members: [{ email: EMAILS.ann, role: 'VIEWER' }] });
  expect(memberOf(back, EMAILS.ann)).toMatchObject({ id: anns.id, role: 'VIEWER', version: 4 });
  expect(memberOf(back, EMAILS.ann).retrievalNumber).not.toBe(anns.retrievalNumber);
});

test('an administrator orders for the owner, to whom it is sold; that ends sharing, and all but who placed it are told [SHARE-04, SHARE-27, SHARE-29, SHARE-34]', async () => {
  await using world = await startSharingQuotes();
  const [bea, ann, ben, sam] = [await world.as('bea'), await world.as('ann'), await world.as('ben'), await world.as('sam')];
  const quote = await shareDraft(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }, { email: EMAILS.ben, role: 'PARTICIPANT' }]);
  const { priceHash } = await publish(bea, sam, quote.id);
  expect((await ben.refused(PLACE, { input: { quoteId: quote.id, priceHash, idempotencyKey: 'ben' } })).code).toBe('FORBIDDEN');
  const { placeOrder: order } = await ann.ask(PLACE, { input: { quoteId: quote.id, priceHash, idempotencyKey: 'ann' } });
  expect(order.soldTo).toEqual({ name: 'Acme' });
  expect(addressed((await world.mail()).filter(({ subject }) => subject.includes(quote.number)))).toEqual([`${EMAILS.bea}: Our offer: quote ${quote.number}`, `${EMAILS.bea}: The quote ${quote.number} was ordered`, `${EMAILS.ben}: The quote ${quote.number} was ordered`]);
  expect((await bea.ask(READ, { quoteId: quote.id })).quote).toMatchObject({ status: 'SUBMITTED', members: [] });
  for (const member of [ann, ben]) expect((await member.refused(READ, { quoteId: quote.id })).code).toBe('NOT_FOUND');
  expect((await bea.refused(SHARE, { quoteId: quote.id, members: [{ email: EMAILS.ann, role: 'VIEWER' }] })).code).toBe('INVALID_STATE');
  expect((await bea.ask('query ($id: ID!) { order(id: $id) { id } }', { id: order.id })).order.id).toBe(order.id);
});

test('where sharing quotes is switched off nobody shares one, and members are strangers [SHARE-34]', async () => {
  await using world = await startWorld();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const { id } = await draftOf(bea);
  expect((await bea.refused(SHARE, { quoteId: id, members: [{ email: EMAILS.ann, role: 'VIEWER' }] })).code).toBe('OPERATION_DISABLED');
  expect((await ann.refused(SHARE, { quoteId: id, members: [{ email: EMAILS.ann, role: 'VIEWER' }] })).code).toBe('NOT_FOUND');
  expect(offered((await bea.ask(READ, { quoteId: id })).quote)).not.toContain('shareQuote');
});
