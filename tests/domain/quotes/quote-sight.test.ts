import { expect, test } from 'vitest';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { concerns } from '../../../subgraphs/quotes/use-cases/follow-quotes.ts';
import { moveOf, openDesk, PEOPLE } from './desk.ts';

const RULES = { assignmentRequired: true };
const seen = (viewer: Viewer, from: QuoteStatus | null, status: QuoteStatus): boolean => concerns(viewer, RULES, { payload: { ownerId: 'bea', from, status } });

test('the desk hears of a quote that comes into sight, moves in sight or goes out of sight, and of nothing else [QUOTE-04, QUOTE-12, QUOTE-32]', () => {
  expect(seen(PEOPLE.sam, null, 'DRAFTING')).toBe(false);
  expect(seen(PEOPLE.sam, 'DRAFTING', 'DRAFTING')).toBe(false);
  expect(seen(PEOPLE.sam, 'DRAFTING', 'QUOTE_REQUESTED')).toBe(true);
  expect(seen(PEOPLE.rob, 'ASSIGNED', 'ASSIGNED')).toBe(true);
  expect(seen(PEOPLE.rob, 'PUBLISHED', 'EDITING')).toBe(true);
  expect(seen(PEOPLE.rob, 'EDITING', 'EDITING')).toBe(false);
  expect(seen(PEOPLE.bea, 'EDITING', 'EDITING')).toBe(true);
  for (const stranger of [PEOPLE.ann, PEOPLE.olga]) expect(seen(stranger, 'ASSIGNED', 'PUBLISHED')).toBe(false);
});

const WATCH = 'subscription ($id: ID!) { quoteChanged(quoteId: $id) { kind cause fromVersion version status quote { version } } }';

test('a rep who watches a quote gets one frame when it goes out of sight, none while it is away, and one that spans it when it is back [QUOTE-32]', async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter(['bea', 'request']);
  const frames = await desk.frames('sam', WATCH, { id });
  const next = async (): Promise<unknown> => (await frames.next()).value?.data?.quoteChanged;
  expect(await next()).toMatchObject({ kind: 'SNAPSHOT', version: 2, status: 'QUOTE_REQUESTED', quote: { version: 2 } });

  const gone = next();
  await desk.ask('bea', `mutation { ${moveOf('edit', id)} }`);
  expect(await gone).toEqual({ kind: 'CHANGE', cause: 'EDIT_QUOTE', fromVersion: 2, version: 3, status: 'EDITING', quote: null });

  const back = next();
  await desk.ask('bea', `mutation { updateQuoteLines(quoteId: "${id}", lines: [{ sku: "BOLT" }]) { id } }`);
  await desk.running.relay.drained();
  await desk.ask('bea', `mutation { ${moveOf('request', id)} }`);
  expect(await back).toEqual({ kind: 'CHANGE', cause: 'REQUEST_QUOTE', fromVersion: 3, version: 5, status: 'QUOTE_REQUESTED', quote: { version: 5 } });
  await frames.return?.();
});

test('who may not read a quote cannot watch it', async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter();
  for (const name of ['sam', 'rob', 'ann', 'olga'] as const) await expect(desk.frames(name, WATCH, { id })).rejects.toThrow('NOT_FOUND');
});
