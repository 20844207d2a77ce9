import { expect, test } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { change, draft, move } from './negotiation.ts';

const LIST = 'query ($status: [QuoteStatus!], $filter: QuoteFilter, $sort: QuoteSort, $first: Int, $after: String) { quotes(status: $status, filter: $filter, sort: $sort, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
const ids = async (who: Session, variables: Data): Promise<string[]> => (await who.ask(LIST, variables)).quotes.nodes.map(({ id }: Data) => id);

/** Every page of two, in order. */
async function paged(who: Session, variables: Data): Promise<string[]> {
  const all: string[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const { quotes } = await who.ask(LIST, { ...variables, first: 2, after });
    all.push(...quotes.nodes.map(({ id }: Data) => id));
    ({ hasNextPage: more, endCursor: after } = quotes.pageInfo);
  }
  return all;
}

async function requested(buyer: Session): Promise<string> {
  const { id } = await draft(buyer);
  await move(buyer, 'request', id);
  return id;
}

test('a rep asks the desk for what nobody has, what is his, what waits for him, what an account wants, what ends soon and what is worth most [QUOTE-51]', async () => {
  await using world = await startWorld();
  const [bea, gus, sam, sue] = [await world.as('bea'), await world.as('gus'), await world.as('sam'), await world.as('sue')];
  const [free, sams, sues, offered] = [await requested(bea), await requested(gus), await requested(bea), await requested(gus)];
  await draft(bea);
  await change(gus, offered, [{ sku: 'MUG-BLUE', quantity: '100' }]);
  await change(bea, free, [{ sku: 'MUG-BLUE', quantity: '10' }]);
  await move(sam, 'assign', sams);
  await move(sue, 'assign', sues);
  await move(sam, 'assign', offered);
  await move(sam, 'publish', offered, 'expiresAt: "2200-01-01T00:00:00Z"');
  const { viewer } = await gus.ask('{ viewer { account { id } } }');

  expect(await ids(sam, {})).toEqual([offered, sues, sams, free]);
  expect(await ids(sam, { filter: { unassigned: true } })).toEqual([free]);
  expect(await ids(sam, { filter: { mine: true } })).toEqual([offered, sams]);
  expect(await ids(sue, { filter: { mine: true } })).toEqual([sues]);
  expect(await ids(sam, { filter: { waitingForMe: true } })).toEqual([sams]);
  expect(await ids(gus, { filter: { waitingForMe: true } })).toEqual([offered]);
  expect(await ids(sam, { filter: { accountId: viewer.account.id } })).toEqual([offered, sams]);
  expect(await ids(sam, { filter: { accountId: viewer.account.id }, status: ['ASSIGNED'] })).toEqual([sams]);
  expect(await ids(sam, { sort: 'VALUE', filter: { currency: 'GBP' } })).toEqual([offered, free, sues, sams]);
  expect(await paged(sam, { sort: 'VALUE', filter: { currency: 'GBP' } })).toEqual([offered, free, sues, sams]);
  expect(await ids(sam, { sort: 'VALUE', filter: { currency: 'EUR' } })).toEqual([]);
  expect(await ids(bea, { filter: { accountId: viewer.account.id } })).toEqual([]);

  for (const id of [sams, sues]) await move(id === sams ? sam : sue, 'publish', id, `expiresAt: "${id === sams ? '2199' : '2201'}-01-01T00:00:00Z"`);
  expect(await ids(sam, { sort: 'EXPIRING' })).toEqual([sams, offered, sues]);
  expect(await paged(sam, { sort: 'EXPIRING' })).toEqual([sams, offered, sues]);
  expect(await paged(sam, {})).toEqual([offered, sues, sams, free]);
  expect(await ids(sam, { filter: { expiresBefore: '2200-06-01T00:00:00Z' } })).toEqual([offered, sams]);
  await gus.ask('mutation ($id: ID!) { askQuoteExtension(quoteId: $id, until: "2300-01-01T00:00:00Z") { id } }', { id: sams });
  expect(await ids(sam, { filter: { extensionWanted: true } })).toEqual([sams]);
});

test('what cannot be compared or cannot be is refused, and cursors hold for their own order alone', async () => {
  await using world = await startWorld();
  const [bea, ben, sam] = [await world.as('bea'), await world.as('ben'), await world.as('sam')];
  for (let i = 0; i < 2; i++) await requested(bea);
  const code = async (who: Session, variables: Data): Promise<string> => (await who.refused(LIST, variables)).code;
  expect(await code(sam, { sort: 'VALUE' })).toBe('BAD_USER_INPUT');
  expect(await code(ben, { sort: 'VALUE', filter: { currency: 'GBP' } })).toBe('FORBIDDEN');
  expect(await code(sam, { filter: { mine: true, unassigned: true } })).toBe('BAD_USER_INPUT');
  const { quotes } = await sam.ask(LIST, { first: 1 });
  expect(await code(sam, { sort: 'EXPIRING', after: quotes.pageInfo.endCursor })).toBe('BAD_CURSOR');
  const forged = Buffer.from(JSON.stringify(['tomorrow', 'x'])).toString('base64url');
  expect(await code(sam, { sort: 'EXPIRING', after: forged })).toBe('BAD_CURSOR');
});
