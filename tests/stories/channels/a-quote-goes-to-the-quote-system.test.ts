import { expect, test } from 'vitest';
import type { Data } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { accountOf, startChannels, SOON } from './outside-orders.ts';

const QUOTE = 'query ($id: ID!) { quote(id: $id) { id number storeNumber status handOver version total { amount } availableActions { name allowed } outsideDetails { document { number status expiresAt total { amount } lines { sku } } state { problem } } } }';
const ALL_QUOTES = 'query ($accountId: ID) { allQuotes(accountId: $accountId) { nodes { number status quote { id } outside { number channel status expiresAt } } outside { isStale problem leftOut } } }';
const CREATE = 'mutation ($lines: [CartLineInput!]!) { createQuote(lines: $lines) { id number lines { id } } }';
const REQUEST = 'mutation ($id: ID!) { requestQuote(quoteId: $id) { id status handOver } }';
const LINES = [{ sku: 'MUG-RED', quantity: '12' }];

test('a requested quote goes to the quote system with its end, prices and lines, and gets the number of there; the offer of there is seen here [EXT-16, EXT-17, EXT-19]', async () => {
  await using outside = await startChannels();
  const { world, system, clock } = outside;
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { createQuote: quote } = await bea.ask(CREATE, { lines: LINES });
  await world.settle();
  expect(system.calls).toEqual([]); // a draft is its buyer's
  expect((await bea.ask(REQUEST, { id: quote.id })).requestQuote).toMatchObject({ status: 'QUOTE_REQUESTED', handOver: 'PENDING' });
  await expect.poll(async () => (await bea.ask(QUOTE, { id: quote.id })).quote.handOver, SOON).toBe('HANDED_OVER');
  const [sent] = system.calls.filter(({ name }) => name === 'submit-quote');
  const { account, user } = await accountOf(bea);
  const shown = (await bea.ask(QUOTE, { id: quote.id })).quote;
  expect(sent?.question).toMatchObject({ quote: quote.id, number: quote.number, customer: account, buyer: user, expiresAt: new Date(clock.now().getTime() + 30 * 86_400_000).toISOString(), currency: 'GBP', total: shown.total.amount, lines: [{ item: quote.lines[0].id, sku: 'MUG-RED', quantity: '12', unitPrice: expect.any(String), targetPrice: null }] });
  const number = [...system.documents.keys()][0]!;
  Object.assign(system.documents.get(number)!, { status: 'OFFERED', total: '60.00' });
  clock.advance(120_000);
  expect((await bea.ask(QUOTE, { id: quote.id })).quote).toMatchObject({ number, storeNumber: quote.number, status: 'QUOTE_REQUESTED', outsideDetails: { document: { number, status: 'OFFERED', total: { amount: '60.00' }, lines: [{ sku: 'MUG-RED' }] }, state: { problem: null } } });
  expect((await sam.ask(QUOTE, { id: quote.id })).quote.outsideDetails.document.number).toBe(number);
});

test('what goes on there does not go on here: neither side moves, changes or talks on it [EXT-16]', async () => {
  await using outside = await startChannels({ CARTWRIGHT_QUOTES_ASSIGNMENT_REQUIRED: 'false', CARTWRIGHT_QUOTES_DRAFT_UPDATES: 'true' });
  const { world } = outside;
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { createQuote: quote } = await bea.ask(CREATE, { lines: LINES });
  await bea.ask(REQUEST, { id: quote.id });
  await expect.poll(async () => (await bea.ask(QUOTE, { id: quote.id })).quote.handOver, SOON).toBe('HANDED_OVER');
  const id = { id: quote.id };
  const refused = [
    await bea.refused('mutation ($id: ID!) { editQuote(quoteId: $id) { id } }', id),
    await bea.refused('mutation ($id: ID!) { cancelQuote(quoteId: $id) { id } }', id),
    await bea.refused('mutation ($id: ID!, $line: ID!) { updateQuoteLines(quoteId: $id, lines: [{ lineId: $line, quantity: "1" }]) { id } }', { ...id, line: quote.lines[0].id }),
    await bea.refused('mutation ($id: ID!) { addQuoteNote(quoteId: $id, text: "And?") { id } }', id),
    await sam.refused('mutation ($id: ID!) { assignQuote(quoteId: $id) { id } }', id),
    await sam.refused('mutation ($id: ID!) { publishQuote(quoteId: $id) { id } }', id),
    await sam.refused('mutation ($id: ID!) { rejectQuote(quoteId: $id, reason: "No") { id } }', id),
  ];
  expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'QUOTE_HANDED_OVER'));
  for (const who of [bea, sam]) expect((await who.ask(QUOTE, id)).quote.availableActions.filter(({ allowed, name }: Data) => allowed && name !== 'shareQuote')).toEqual([]);
});

test('assistance asks for a quote too: it goes there, and is assigned to nobody here; given up it goes on here [EXT-16]', async () => {
  await using outside = await startChannels({ CARTWRIGHT_QUOTES_DEFAULT_REP_ID: '01900000-0000-7000-8000-0000000000b6' });
  const { world, system } = outside;
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  system.behave({ refuse: 'Not sold there.' });
  const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
  const { requestAssistance: asked } = await bea.ask('mutation ($id: ID!) { requestAssistance(cartId: $id) { id status handOver } }', { id: cart.id });
  expect(asked).toMatchObject({ status: 'QUOTE_REQUESTED', handOver: 'PENDING' });
  await expect.poll(async () => (await bea.ask(QUOTE, { id: asked.id })).quote.handOver, SOON).toBe('REFUSED');
  await olga.ask('mutation ($id: ID!) { giveUpHandOver(id: $id) { status } }', { id: asked.id });
  await world.settle();
  await sam.ask('mutation ($id: ID!) { assignQuote(quoteId: $id) { status } }', { id: asked.id });
  expect((await sam.ask('mutation ($id: ID!) { publishQuote(quoteId: $id) { status handOver } }', { id: asked.id })).publishQuote).toEqual({ status: 'PUBLISHED', handOver: 'GIVEN_UP' });
});

test('buyers see their own quotes of all channels, sales reps those of a customer, administrators none [EXT-16, EXT-20, EXT-21]', async () => {
  await using outside = await startChannels({ CARTWRIGHT_CHANNELS_CACHE_SECONDS: '0' });
  const { world, system, clock } = outside;
  const [bea, ann, sam, olga] = [await world.as('bea'), await world.as('ann'), await world.as('sam'), await world.as('olga')];
  const { account: customer, user: buyer } = await accountOf(bea);
  const byPhone = system.phone({ kind: 'quote', customer, buyer, expiresAt: clock.now().toISOString() });
  const other = system.phone({ kind: 'quote', customer, buyer: (await accountOf(ann)).user });
  clock.advance(60_000);
  const { createQuote: quote } = await bea.ask(CREATE, { lines: LINES });
  await bea.ask(REQUEST, { id: quote.id });
  await expect.poll(async () => (await bea.ask(QUOTE, { id: quote.id })).quote.handOver, SOON).toBe('HANDED_OVER');
  const { number } = (await bea.ask(QUOTE, { id: quote.id })).quote;
  const { allQuotes } = await bea.ask(ALL_QUOTES, {});
  expect(allQuotes).toMatchObject({ nodes: [{ number, quote: { id: quote.id }, outside: { channel: 'STORE' } }, { number: byPhone, quote: null, outside: { channel: 'PHONE', expiresAt: expect.any(String) } }], outside: { isStale: false, problem: null, leftOut: 0 } });
  const ofCustomer = await sam.ask(ALL_QUOTES, { accountId: customer });
  expect(ofCustomer.allQuotes.nodes.map((each: Data) => each.number).sort()).toEqual([number, byPhone, other].sort());
  expect((await olga.refused(ALL_QUOTES, { accountId: customer })).code).toBe('FORBIDDEN');
  expect((await ann.refused('query ($number: String!) { outsideQuote(number: $number) { document { number } } }', { number: byPhone })).code).toBe('NOT_FOUND');
});

test('a quote system and a CPQ are not both', async () => {
  await expect(startWorld({ env: { CARTWRIGHT_QUOTES_HAND_OVER: 'true', CARTWRIGHT_QUOTES_CPQ_URL: 'http://127.0.0.1:9' } })).rejects.toMatchObject({ code: 'CONFIG_CONFLICT', details: { keys: ['CARTWRIGHT_QUOTES_HAND_OVER', 'CARTWRIGHT_QUOTES_CPQ_URL'] } });
});
