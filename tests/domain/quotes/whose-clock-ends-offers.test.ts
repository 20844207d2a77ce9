import { expect, test, vi } from 'vitest';
import { wrongClock } from '#kernel/clock.ts';
import { databaseNow } from '#kernel/database-clock.ts';
import { announceExpiring } from '../../../subgraphs/quotes/use-cases/announce-expiring.ts';
import { expireQuotes } from '../../../subgraphs/quotes/use-cases/expire-quotes.ts';
import { openDesk, type Desk } from './desk.ts';

const DAY = 86_400_000;

/** An offer that stands so long by the clock on the wall. */
async function offerFor(desk: Desk, ms: number): Promise<{ id: string; priceHash: string }> {
  const id = await desk.quoteAfter(['bea', 'request'], ['sam', 'assign']);
  const { publishQuote } = await desk.ask('sam', 'mutation ($id: ID!, $end: DateTime) { publishQuote(quoteId: $id, expiresAt: $end) { id priceHash } }', { id, end: new Date(Date.now() + ms).toISOString() });
  return publishQuote;
}

const confirm = (desk: Desk, { id, priceHash }: { id: string; priceHash: string }): Promise<string> => desk.codeOf('bea', `mutation { confirmQuote(quoteId: "${id}", priceHash: "${priceHash}", checkoutId: "c") { quoteId } }`);

test('on a machine whose clock is days ahead, offers end no sooner: neither for the job nor at a checkout [QUOTE-33, QUOTE-35]', async () => {
  await using desk = await openDesk({}, undefined, wrongClock(10 * DAY));
  const context = desk.contextOf('bea');
  expect(Math.abs((await databaseNow(context.db.sql, context.clock)).getTime() - Date.now())).toBeLessThan(2_000);
  const { publishQuote: undated } = await desk.ask('sam', `mutation { publishQuote(quoteId: "${await desk.quoteAfter(['bea', 'request'], ['sam', 'assign'])}") { expiresAt } }`);
  expect(Math.abs(Date.parse(undated.expiresAt) - Date.now() - 30 * DAY)).toBeLessThan(5_000);
  const offer = await offerFor(desk, 5 * DAY);
  expect(await announceExpiring(context), 'it does not end within three days').toBe(0);
  expect(await expireQuotes(context)).toBe(0);
  expect(await confirm(desk, offer)).toBe('allowed');
});

test('on one whose clock is days behind, they end no later [QUOTE-33, QUOTE-34]', async () => {
  await using desk = await openDesk({}, undefined, wrongClock(-10 * DAY));
  expect(await desk.codeOf('sam', `mutation { publishQuote(quoteId: "${await desk.quoteAfter(['bea', 'request'], ['sam', 'assign'])}", expiresAt: "${new Date(Date.now() - DAY).toISOString()}") { id } }`)).toBe('BAD_USER_INPUT');
  const offer = await offerFor(desk, 300);
  await vi.waitFor(async () => expect(await desk.codeOf('bea', `mutation { askQuoteExtension(quoteId: "${offer.id}", until: "${new Date(Date.now() + DAY).toISOString()}") { id } }`)).toBe('QUOTE_EXPIRED'), { interval: 50, timeout: 5_000 });
  expect(await confirm(desk, offer)).toBe('QUOTE_EXPIRED');
  expect(await desk.codeOf('bea', `mutation { pickQuoteAlternative(quoteId: "${offer.id}", alternativeId: "none") { id } }`)).toBe('QUOTE_EXPIRED');
  expect(await expireQuotes(desk.contextOf('bea'))).toBe(1);
});

test('the schedule expires offers by itself [QUOTE-36]', async () => {
  await using desk = await openDesk({ CARTWRIGHT_QUOTES_EXPIRY_SCHEDULE: '* * * * * *' });
  const id = await desk.quoteAfter(['bea', 'request'], ['sam', 'assign'], ['sam', 'publish']);
  desk.clock.advance(30 * DAY);
  await vi.waitFor(async () => expect((await desk.ask('bea', `{ quote(id: "${id}") { status } }`)).quote.status).toBe('EXPIRED'), { interval: 100, timeout: 5_000 });
});
