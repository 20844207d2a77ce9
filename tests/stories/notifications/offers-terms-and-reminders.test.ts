import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import type { CartsContext } from '../../../subgraphs/carts/context.ts';
import { remindOwners } from '../../../subgraphs/carts/use-cases/remind-owners.ts';
import type { QuotesContext } from '../../../subgraphs/quotes/context.ts';
import { announceExpiring } from '../../../subgraphs/quotes/use-cases/announce-expiring.ts';
import { expireQuotes } from '../../../subgraphs/quotes/use-cases/expire-quotes.ts';
import type { Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';
import { startWorld } from '../../support/world.ts';
import { move } from '../quotes/negotiation.ts';
import { mugs, REJECT, startWithTerms } from '../terms/terms.ts';
import { listOf } from './notifying.ts';

const DAY_MS = 86_400_000;

const quotesOf = (world: World): QuotesContext => world.embedded.subgraphs.get('quotes')?.contextFor({ viewer: null, requestId: 'job' }) as QuotesContext;

async function requested(buyer: Session): Promise<{ id: string; number: string }> {
  const { createQuote } = await buyer.ask('mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: 100 }]) { id number } }');
  await move(buyer, 'request', createQuote.id);
  return createQuote;
}

const typesIn = async (world: World, person: Session): Promise<string[]> => {
  await world.settle();
  return (await listOf(person)).map(({ type }) => type);
};

test('the owner of a quote is told of the offer with its price and end, without the price who may not see it; reps and the owner\'s own moves are not told [QUOTE-57, NOTIF-03, ORD-08]', async () => {
  await using world = await startWorld();
  const [bea, ben, sam] = [await world.as('bea'), await world.as('ben'), await world.as('sam')];
  for (const buyer of [bea, ben]) {
    const { id } = await requested(buyer);
    await move(sam, 'assign', id);
    await sam.ask('mutation ($id: ID!) { publishQuote(quoteId: $id, comment: "As discussed", expiresAt: "2099-05-03T12:00:00Z") { id } }', { id });
  }
  await world.settle();
  const [[offer], [blind]] = [await listOf(bea), await listOf(ben)];
  expect(offer).toMatchObject({ type: 'QUOTE_PUBLISHED', aboutKind: 'QUOTE', text: expect.stringMatching(/^Sam has made you an offer\. It holds until 2099-05-03\.\nTotal: \d+\.\d\d GBP\n\nAs discussed$/) });
  expect(blind?.text).toBe('Sam has made you an offer. It holds until 2099-05-03.\n\nAs discussed');
  expect(await listOf(sam)).toEqual([]);
});

test('of a quote the seller rejects or cancels its owner is told why, and of one that ends that it does, once beforehand and once then [NOTIF-03]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const rejected = await requested(bea);
  await move(sam, 'assign', rejected.id);
  await sam.ask('mutation ($id: ID!) { rejectQuote(quoteId: $id, reason: "Out of season") { id } }', { id: rejected.id });
  const canceled = await requested(bea);
  await move(sam, 'assign', canceled.id);
  await sam.ask('mutation ($id: ID!) { cancelQuote(quoteId: $id, reason: "A mistake") { id } }', { id: canceled.id });
  const own = await requested(bea);
  await bea.ask('mutation ($id: ID!) { cancelQuote(quoteId: $id) { id } }', { id: own.id });
  const ended = await requested(bea);
  await move(sam, 'assign', ended.id);
  await move(sam, 'publish', ended.id);
  clock.advance(28 * DAY_MS);
  for (let twice = 0; twice < 2; twice++) await announceExpiring(quotesOf(world));
  clock.advance(3 * DAY_MS);
  for (let twice = 0; twice < 2; twice++) await expireQuotes(quotesOf(world));
  expect(await typesIn(world, bea)).toEqual(['QUOTE_EXPIRED', 'QUOTE_EXPIRING', 'QUOTE_PUBLISHED', 'QUOTE_CANCELED', 'QUOTE_REJECTED']);
  const texts = (await listOf(bea)).map(({ text }) => text);
  expect(texts[4]).toContain('Out of season');
  expect(texts[3]).toContain('A mistake');
});

test('who does not agree to terms asks the rep for others, and hears what the seller makes of that in place of the usual words [NOTIF-03, TC-05]', async () => {
  await using before = await startWorld();
  const { viewer: { id: repId } } = await (await before.as('sam')).ask('{ viewer { id } }');
  await using world = await startWithTerms({ CARTWRIGHT_QUOTES_DEFAULT_REP_ID: repId });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const disputed = async (): Promise<string> => (await bea.ask(REJECT, { id: (await mugs(bea)).id, comment: 'Mugs must not break.' })).rejectTerms.id;
  const first = await disputed();
  await world.settle();
  const [asked] = await listOf(sam);
  expect(asked).toMatchObject({ type: 'TERMS_CHANGE_WANTED', aboutKind: 'QUOTE', aboutId: first, subject: expect.stringContaining('Bea does not agree to the terms'), text: expect.stringContaining('Mugs must not break.') });
  await move(sam, 'publish', first);
  await sam.ask('mutation ($id: ID!) { rejectQuote(quoteId: $id, reason: "They may") { id } }', { id: await disputed() });
  await sam.ask('mutation ($id: ID!) { cancelQuote(quoteId: $id) { id } }', { id: await disputed() });
  expect((await typesIn(world, bea)).filter((type) => type !== 'ASSISTANCE_CONFIRMED')).toEqual(['TERMS_CANCELED', 'TERMS_REJECTED', 'TERMS_APPROVED']);
  expect(new Set(await typesIn(world, sam))).toEqual(new Set(['TERMS_CHANGE_WANTED']));
  const { requestAssistance } = await bea.ask('mutation ($id: ID!) { requestAssistance(cartId: $id) { id } }', { id: (await mugs(bea)).id });
  await move(sam, 'publish', requestAssistance.id);
  expect((await typesIn(world, bea))[0]).toBe('QUOTE_PUBLISHED');
  expect((await typesIn(world, sam))[0]).toBe('ASSISTANCE_WANTED');
});

test('the owner of a cart that ends soon is reminded once, again when its end has moved, and never of an empty one, a guest\'s, or where that is off [NOTIF-02]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock, env: { CARTWRIGHT_CARTS_REMINDER_DAYS: '3' } });
  await using off = await startWorld({ clock });
  const [bea, ben, guest, others] = [await world.as('bea'), await world.as('ben'), await world.as('guest'), await off.as('bea')];
  const ADD = 'mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id version lines { id } } }';
  const { addCartLines: cart } = await bea.ask(ADD);
  for (const person of [guest, others]) await person.ask(ADD);
  const { addCartLines: emptied } = await ben.ask(ADD);
  await ben.ask('mutation ($cartId: ID!, $ids: [ID!]!) { removeCartLines(cartId: $cartId, lineIds: $ids) { id } }', { cartId: emptied.id, ids: emptied.lines.map(({ id }: { id: string }) => id) });
  const remind = async (): Promise<string[]> => {
    for (const where of [world, off]) await remindOwners(where.embedded.subgraphs.get('carts')?.contextFor({ viewer: null, requestId: 'job' }) as CartsContext);
    return typesIn(world, bea);
  };
  expect(await remind()).toEqual([]);
  clock.advance(13 * DAY_MS);
  expect([await remind(), await remind()]).toEqual([['CART_REMINDER'], ['CART_REMINDER']]);
  const [reminder] = await listOf(bea);
  expect(reminder).toMatchObject({ aboutKind: 'CART', aboutId: cart.id, text: expect.stringMatching(/^It is kept until \d{4}-\d\d-\d\d\./) });
  expect((await bea.ask('query ($id: ID!) { cart(id: $id) { version } }', { id: cart.id })).cart.version).toBe(cart.version);
  await bea.ask(ADD);
  expect(await remind()).toEqual(['CART_REMINDER']);
  clock.advance(13 * DAY_MS);
  expect(await remind()).toEqual(['CART_REMINDER', 'CART_REMINDER']);
  for (const person of [ben, guest]) expect(await listOf(person)).toEqual([]);
  await off.settle();
  expect(await listOf(others)).toEqual([]);
});
