import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { announceExpiring } from '../../../subgraphs/quotes/use-cases/announce-expiring.ts';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { letExpire, publishForAMinute, quotesOf } from './expiry.ts';
import { draft, move, mutation, read } from './negotiation.ts';

async function assigned(bea: Session, sam: Session): Promise<string> {
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  return id;
}

test('the buyer is warned of an offer that ends soon, once for each end, and the message has a destination of its own', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const [soon, later] = [await assigned(bea, sam), await assigned(bea, sam)];
  await move(sam, 'publish', later);
  await publishForAMinute(sam, clock, soon);
  const before = await read(bea, soon);
  await world.settle();
  const watch = await bea.watch('subscription { quotesChanged { cause quoteId status } }');
  expect(await announceExpiring(quotesOf(world))).toBe(1);
  expect(await announceExpiring(quotesOf(world))).toBe(0);
  expect((await watch.next()).quotesChanged).toEqual({ cause: 'QUOTE_EXPIRING', quoteId: soon, status: 'PUBLISHED' });
  const { version, ...after } = await read(bea, soon);
  expect({ ...after, version: version - 1 }).toEqual(before);
  const rows = await quotesOf(world).db.kernel.selectFrom('OutboxMessage').select(['type', 'aggregateId']).where('destination', '=', 'quoteExpiring').execute();
  expect(rows).toEqual([{ type: 'QUOTE_EXPIRING', aggregateId: soon }]);

  await move(sam, 'recall', soon);
  await move(sam, 'assign', soon);
  await move(sam, 'publish', soon);
  expect(await announceExpiring(quotesOf(world))).toBe(0);
  await letExpire(world, clock);
  expect((await read(bea, soon)).status).toBe('PUBLISHED');
});

test('where warnings are switched off, or published offers do not expire, nobody is warned', async () => {
  for (const env of [{ CARTWRIGHT_QUOTES_EXPIRY_WARNING_DAYS: '0' }, { CARTWRIGHT_QUOTES_EXPIRY_EXCLUSIONS: 'PUBLISHED' }] as Record<string, string>[]) {
    const clock = fakeClock(new Date());
    await using world = await startWorld({ clock, env });
    const [bea, sam] = [await world.as('bea'), await world.as('sam')];
    await publishForAMinute(sam, clock, await assigned(bea, sam));
    expect(await announceExpiring(quotesOf(world))).toBe(0);
  }
});

const ASK = 'mutation ($id: ID!, $until: DateTime!) { askQuoteExtension(quoteId: $id, until: $until, comment: "The board meets on Friday") { version status priceHash expiresAt extensionWanted } }';

test('the buyer asks for more time; the offer stands as it is until the seller publishes it with a later end', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const [bea, ann, sam] = [await world.as('bea'), await world.as('ann'), await world.as('sam')];
  const id = await assigned(bea, sam);
  const until = new Date(clock.now().getTime() + 7_200_000).toISOString();
  expect((await bea.refused(ASK, { id, until })).code).toBe('INVALID_STATE');
  await publishForAMinute(sam, clock, id);
  const offer = await read(bea, id);
  expect((await sam.refused(ASK, { id, until })).code).toBe('FORBIDDEN');
  expect((await ann.refused(ASK, { id, until })).code).toBe('NOT_FOUND');
  expect((await bea.refused(ASK, { id, until: offer.expiresAt })).code).toBe('BAD_USER_INPUT');
  const { askQuoteExtension: asked } = await bea.ask(ASK, { id, until });
  expect(asked).toEqual({ version: offer.version + 1, status: 'PUBLISHED', priceHash: offer.priceHash, expiresAt: offer.expiresAt, extensionWanted: until });
  expect((await bea.ask(ASK, { id, until })).askQuoteExtension).toEqual(asked);
  expect((await read(sam, id)).notes).toMatchObject([{ text: 'The board meets on Friday' }]);

  await move(sam, 'recall', id);
  await move(sam, 'assign', id);
  const again = await move(sam, 'publish', id, `expiresAt: "${until}"`);
  expect(again.expiresAt).toBe(until);
  expect((await bea.ask('query ($id: ID!) { quote(id: $id) { extensionWanted } }', { id })).quote.extensionWanted).toBeNull();
  clock.advance(7_200_000);
  expect((await bea.refused(ASK, { id, until: new Date(clock.now().getTime() + 86_400_000).toISOString() })).code).toBe('QUOTE_EXPIRED');
  expect((await bea.refused(mutation('clone', id))).code).toBe('INVALID_STATE');
});
