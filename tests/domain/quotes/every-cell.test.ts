import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { QUOTE_COMMANDS, QUOTE_STATUSES, type QuoteCommand, type QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { expireQuotes } from '../../../subgraphs/quotes/use-cases/expire-quotes.ts';
import { ACTORS, type ActorName } from './actors.ts';
import { moveOf, openDesk, type Desk, type Name } from './desk.ts';
import { expectedMove } from './section-r.ts';

/*
 * Section R once more, through the API of the subgraph and its database: each actor gives each command to a quote in each
 * status. What the table allows arrives; every blank cell is refused and leaves no trace.
 */

const DAY = 86_400_000;
const WHO: { readonly [actor in Exclude<ActorName, 'job'>]: Name } = { owner: 'bea', colleague: 'ann', 'plain rep': 'rob', 'unassigned rep': 'sue', 'assigned rep': 'sam', administrator: 'olga', partner: 'pia' };

/** The way of a quote into each status; where Sam has worked on it he stays its rep. */
const WAYS: { readonly [status in Exclude<QuoteStatus, 'CART_IN_PROGRESS' | 'SUBMITTED' | 'EXPIRED'>]: readonly (readonly [Name, string])[] } = {
  DRAFTING: [],
  QUOTE_REQUESTED: [['bea', 'request'], ['sam', 'assign'], ['sam', 'publish'], ['bea', 'request']],
  ASSIGNED: [['bea', 'request'], ['sam', 'assign']],
  PUBLISHED: [['bea', 'request'], ['sam', 'assign'], ['sam', 'publish']],
  EDITING: [['bea', 'request'], ['sam', 'assign'], ['sam', 'publish'], ['bea', 'edit']],
  REJECTED: [['bea', 'request'], ['sam', 'assign'], ['sam', 'reject']],
  CANCELED: [['bea', 'request'], ['sam', 'assign'], ['sam', 'cancel']],
};

/** A new quote of Bea's in a status; the job passes over all but one past its end. */
async function quoteIn(desk: Desk, status: QuoteStatus): Promise<string> {
  if (status === 'CART_IN_PROGRESS') {
    const id = await desk.quoteAfter();
    await desk.contextOf('bea').db.sql.updateTable('Quote').set({ status }).where('id', '=', id).execute();
    return id;
  }
  const id = await desk.quoteAfter(...WAYS[status === 'SUBMITTED' || status === 'EXPIRED' ? 'PUBLISHED' : status]);
  if (status === 'SUBMITTED') await order(desk, 'bea', id);
  if (status === 'EXPIRED') await expire(desk, id);
  return id;
}

async function order(desk: Desk, name: Name, id: string): Promise<void> {
  const checkoutId = newId();
  const { priceHash } = await desk.contextOf('bea').db.sql.selectFrom('Quote').select('priceHash').where('id', '=', id).executeTakeFirstOrThrow();
  const code = await desk.codeOf(name, 'mutation ($id: ID!, $hash: String!, $checkout: ID!) { confirmQuote(quoteId: $id, priceHash: $hash, checkoutId: $checkout) { quoteId } }', { id, hash: priceHash, checkout: checkoutId });
  if (code !== 'allowed') throw new Error(code);
  await desk.bus.publish({ id: newId(), accountId: 'acme', aggregateType: 'order', aggregateId: newId(), aggregateVersion: 1, type: 'ORDER_PLACED', schemaVersion: 1, payload: { quoteId: id, checkoutId }, actorId: name, createdAt: desk.clock.now() });
}

async function expire(desk: Desk, id: string): Promise<void> {
  await desk.contextOf('bea').db.sql.updateTable('Quote').set({ expiresAt: new Date(desk.clock.now().getTime() - DAY) }).where('id', '=', id).execute();
  if ((await expireQuotes(desk.contextOf('bea'))) === 0) throw new Error('INVALID_STATE');
}

/** @returns the status the quote of the answer is in, or the code of the refusal */
async function give(desk: Desk, actor: ActorName, command: QuoteCommand, id: string): Promise<string> {
  try {
    if (actor === 'job') await expire(desk, id);
    else if (command === 'submit') await order(desk, WHO[actor], id);
    else {
      const data = await desk.ask(WHO[actor], `mutation { ${moveOf(command, id)} }`);
      return command === 'delete' ? 'CANCELED' : data[`${command}Quote`].status;
    }
    return statusOf(desk, id);
  } catch (error) {
    return `refused: ${String((error as Error).message)}`;
  }
}

const statusOf = async (desk: Desk, id: string): Promise<string> => (await desk.contextOf('bea').db.sql.selectFrom('Quote').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status;

interface Traces {
  readonly row: { readonly version: number };
  readonly audits: number;
  readonly events: number;
  readonly quotes: number;
}

async function traces(desk: Desk, id: string): Promise<Traces> {
  const { sql, kernel } = desk.contextOf('bea').db;
  const { expiresAt: _movedByTheTest, ...row } = await sql.selectFrom('Quote').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const audits = await sql.selectFrom('QuoteAudit').select('id').where('quoteId', '=', id).execute();
  const events = await kernel.selectFrom('OutboxMessage').select('id').where('aggregateId', '=', id).execute();
  const quotes = await sql.selectFrom('Quote').select('id').execute();
  return { row, audits: audits.length, events: events.length, quotes: quotes.length };
}

/** What a client, a checkout or the job can ask for: no mutation makes a draft of a mirrored cart here, and nobody asks the job. */
const isAskable = (actor: ActorName, command: QuoteCommand): boolean => command !== 'draft' && (actor === 'job') === (command === 'expire');

/** A checkout of a mirrored cart goes by its cart, and a mirrored cart is requested through its assistance. */
const isElsewhere = (status: QuoteStatus, command: QuoteCommand): boolean => status === 'CART_IN_PROGRESS' && command === 'submit';

for (const assignmentRequired of [true, false]) {
  test.each(QUOTE_STATUSES)(`%s: each command of each actor arrives, or is refused and leaves no trace, assignment ${assignmentRequired ? '' : 'not '}required [QUOTE-02, QUOTE-03, QUOTE-05]`, async (status) => {
    await using desk = await openDesk({ CARTWRIGHT_QUOTES_ASSIGNMENT_REQUIRED: String(assignmentRequired), CARTWRIGHT_QUOTES_EXPIRY_EXCLUSIONS: 'DRAFTING' });
    let id = await quoteIn(desk, status);
    for (const command of QUOTE_COMMANDS) {
      for (const actor of ACTORS) {
        if (!isAskable(actor, command) || isElsewhere(status, command)) continue;
        const to = expectedMove(status, command, actor, assignmentRequired);
        const before = await traces(desk, id);
        const answer = await give(desk, actor, command, id);
        const told = `${actor} gives ${command} in ${status}`;
        if (to === undefined) {
          expect(answer, told).toMatch(/^refused: /);
          expect(await traces(desk, id), told).toEqual(before);
          continue;
        }
        expect(answer, told).toBe(to);
        const after = await traces(desk, id);
        if (command === 'clone') expect(after, told).toEqual({ ...before, quotes: before.quotes + 1 });
        else if (command !== 'submit') expect([after.row.version, after.audits, after.events], told).toEqual([before.row.version + 1, before.audits + 1, before.events + 1]);
        id = await quoteIn(desk, status);
      }
    }
  });
}
