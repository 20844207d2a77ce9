import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { draft, move } from './negotiation.ts';

const LIST = 'query ($status: [QuoteStatus!], $first: Int, $after: String) { quotes(status: $status, first: $first, after: $after) { nodes { id status } pageInfo { hasNextPage endCursor } } }';
const ids = async (who: Session, variables = {}): Promise<string[]> => (await who.ask(LIST, variables)).quotes.nodes.map((node: { id: string }) => node.id);

test("buyers list their own quotes, reps what was sent to them, newest first, by status and by page [QUOTE-51]", async () => {
  await using world = await startWorld();
  const [bea, ann, gus, sam, rob, olga] = [await world.as('bea'), await world.as('ann'), await world.as('gus'), await world.as('sam'), await world.as('rob'), await world.as('olga')];
  const [drafted, requested, assigned] = [await draft(bea), await draft(bea), await draft(gus)];
  await move(bea, 'request', requested.id);
  await move(gus, 'request', assigned.id);
  await move(sam, 'assign', assigned.id);
  expect(await ids(bea)).toEqual([requested.id, drafted.id]);
  expect(await ids(gus)).toEqual([assigned.id]);
  for (const rep of [sam, rob]) expect(await ids(rep)).toEqual([assigned.id, requested.id]);
  for (const stranger of [ann, olga]) expect(await ids(stranger)).toEqual([]);
  expect(await ids(sam, { status: ['ASSIGNED', 'DRAFTING'] })).toEqual([assigned.id]);
  expect(await ids(sam, { status: ['DRAFTING'] })).toEqual([]);

  const { quotes } = await sam.ask(LIST, { first: 1 });
  expect(quotes.pageInfo.hasNextPage).toBe(true);
  expect(await ids(sam, { first: 1, after: quotes.pageInfo.endCursor })).toEqual([requested.id]);
  expect((await sam.refused(LIST, { after: 'nonsense' })).code).toBe('BAD_CURSOR');
});
