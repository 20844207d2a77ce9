import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuoteMember } from '../../../subgraphs/quotes/entities/quote-member.ts';
import { expireQuotes } from '../../../subgraphs/quotes/use-cases/expire-quotes.ts';
import { moveOf, openDesk, type Desk, type Name } from './desk.ts';

/* Two at once, each a few turns of the event loop early or late: one wins, and the other is told why. A run that fails names its seed. */

const RUNS = { numRuns: 1_000 };
const LONG = { timeout: 180_000 };
const PUBLISHED: readonly (readonly [Name, string])[] = [['bea', 'request'], ['sam', 'assign'], ['sam', 'publish']];
const delays = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }));

async function later(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await (i % 3 === 2 ? new Promise(setImmediate) : Promise.resolve());
}

async function race(delay: readonly [number, number], one: () => Promise<string>, other: () => Promise<string>): Promise<[string, string]> {
  return Promise.all([later(delay[0]).then(one), later(delay[1]).then(other)]);
}

const give = (desk: Desk, name: Name, move: string, id: string): Promise<string> => desk.codeOf(name, `mutation { ${moveOf(move, id)} }`);
const take = (desk: Desk, name: Name, id: string, priceHash: string, checkout: string): Promise<string> =>
  desk.codeOf(name, `mutation { confirmQuote(quoteId: "${id}", priceHash: "${priceHash}", checkoutId: "${checkout}") { quoteId } }`);
const letGo = (desk: Desk, id: string, checkout: string): Promise<unknown> => desk.ask('bea', `mutation { releaseQuote(quoteId: "${id}", checkoutId: "${checkout}") }`);
const rowOf = (desk: Desk, id: string) => desk.contextOf('bea').db.sql.selectFrom('Quote').select(['status', 'version', 'salesRepId', 'checkoutId', 'priceHash']).where('id', '=', id).executeTakeFirstOrThrow();
const auditsOf = async (desk: Desk, id: string): Promise<number> => (await desk.contextOf('bea').db.sql.selectFrom('QuoteAudit').select('id').where('quoteId', '=', id).execute()).length;

/** The same quote race after race: each begins where the one before began. */
test('of two reps who take a quote one gets it, in one version with one audit', LONG, async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter(['bea', 'request']);
  const winners = new Set<string>();
  await fc.assert(
    fc.asyncProperty(delays, async (delay) => {
      const [before, audits] = [await rowOf(desk, id), await auditsOf(desk, id)];
      const codes = await race(delay, () => give(desk, 'sam', 'assign', id), () => give(desk, 'sue', 'assign', id));
      expect(codes.toSorted()).toEqual(['INVALID_STATE', 'allowed']);
      const { status, version, salesRepId } = await rowOf(desk, id);
      const winner = codes[0] === 'allowed' ? 'sam' : 'sue';
      expect([status, version, salesRepId, await auditsOf(desk, id)]).toEqual(['ASSIGNED', before.version + 1, winner, audits + 1]);
      winners.add(winner);
      expect(await give(desk, winner, 'unassign', id)).toBe('allowed');
    }),
    RUNS,
  );
  expect(winners.size).toBe(2);
});

test('of two buyers who order one offer, its owner and an administrator it is shared with, one holds it [QUOTE-30]', LONG, async () => {
  await using desk = await openDesk({ CARTWRIGHT_QUOTES_SHARING: 'true' });
  const id = await desk.quoteAfter(...PUBLISHED);
  await shareWithAnn(desk, id);
  const { priceHash } = await rowOf(desk, id);
  const winners = new Set<string>();
  await fc.assert(
    fc.asyncProperty(delays, async (delay) => {
      const before = await rowOf(desk, id);
      const codes = await race(delay, () => take(desk, 'bea', id, priceHash, 'beas'), () => take(desk, 'ann', id, priceHash, 'anns'));
      expect(codes.toSorted()).toEqual(['INVALID_STATE', 'allowed']);
      const winner = codes[0] === 'allowed' ? 'beas' : 'anns';
      expect(await rowOf(desk, id)).toEqual({ ...before, version: before.version + 1, checkoutId: winner });
      winners.add(winner);
      await letGo(desk, id, winner);
    }),
    RUNS,
  );
  expect(winners.size).toBe(2);
});

async function shareWithAnn(desk: Desk, quoteId: string): Promise<void> {
  const { sql } = desk.contextOf('bea').db;
  const member: QuoteMember = { id: 'm', quoteId, accountId: 'acme', userId: 'ann', email: 'ann@acme.example', role: 'ADMINISTRATOR', version: 1, retrievalNumber: 'r', notify: false, invitedById: 'bea', updatedById: null, startedAt: desk.clock.now(), endedAt: null, endCause: null };
  await sql.insertInto('QuoteMember').values(member).execute();
  await sql.updateTable('Quote').set({ everShared: true }).where('id', '=', quoteId).execute();
}

test('a buyer accepts while the rep recalls: the offer is held or gone, never both [QUOTE-28, QUOTE-30]', LONG, async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter(...PUBLISHED);
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(delays, async (delay) => {
      const { priceHash } = await rowOf(desk, id);
      const [taken, recalled] = await race(delay, () => take(desk, 'bea', id, priceHash, 'one'), () => give(desk, 'sue', 'recall', id));
      const { status, checkoutId } = await rowOf(desk, id);
      const outcome = `${taken}, ${recalled}, ${status}, ${checkoutId}`;
      expect(['allowed, INVALID_STATE, PUBLISHED, one', 'QUOTE_NOT_PUBLISHED, allowed, QUOTE_REQUESTED, null']).toContain(outcome);
      outcomes.add(outcome);
      if (checkoutId === 'one') return void (await letGo(desk, id, 'one'));
      for (const move of ['assign', 'publish']) await give(desk, 'sam', move, id);
    }),
    RUNS,
  );
  expect(outcomes.size).toBe(2);
});

test('the job expires an offer while its buyer accepts: it is held or over, never both [QUOTE-33, QUOTE-34]', LONG, async () => {
  await using desk = await openDesk();
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(delays, async (delay) => {
      const id = await desk.quoteAfter(...PUBLISHED);
      const { priceHash } = await rowOf(desk, id);
      const [taken] = await race(delay, () => take(desk, 'bea', id, priceHash, 'one'), async () => {
        desk.clock.advance(31 * 86_400_000);
        return String(await expireQuotes(desk.contextOf('bea')));
      });
      const outcome = `${taken}, ${(await rowOf(desk, id)).status}`;
      expect(['allowed, PUBLISHED', 'QUOTE_EXPIRED, EXPIRED']).toContain(outcome);
      outcomes.add(outcome);
    }),
    RUNS,
  );
  expect(outcomes.size).toBe(2);
});
