import { GraphQLBoolean, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, parse, type ExecutionResult } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import { inProcessBus, type Bus } from '#kernel/bus.ts';
import { createFeed, type Frame } from '#kernel/feed.ts';
import { refuse, type ErrorCode } from '#kernel/errors.ts';
import { sharedSubscribe, type Subscribe } from '#kernel/subscribe.ts';
import type { RequestFacts, Viewer } from '#kernel/viewer.ts';
import { BEA, event, GUS } from './support/facts.ts';

let bus: Bus;
let reads: RequestFacts[];
let refusal: { code: ErrorCode; nullable: boolean } | undefined;
const listening = new Set<object>();
let subscribe: Subscribe;

beforeEach(() => {
  const plain = inProcessBus();
  bus = { ...plain, listen: (type, listener) => {
    const stop = plain.listen(type, listener);
    listening.add(stop);
    return () => { listening.delete(stop); stop(); };
  } };
  reads = [];
  refusal = undefined;
  listening.clear();
  subscribe = sharedSubscribe(tallySchema(), (facts) => facts);
});

/** tallyChanged(id, afterVersion) { version note(loud) maybe }: reading `version` counts as reading the aggregate. */
function tallySchema(): GraphQLSchema {
  const read = (frame: Frame, facts: RequestFacts): number => {
    reads.push(facts);
    if (refusal && !refusal.nullable) throw refuse(refusal.code, 'No longer.');
    return frame.version;
  };
  const change = new GraphQLObjectType<Frame, RequestFacts>({
    name: 'TallyChange',
    fields: {
      version: { type: new GraphQLNonNull(GraphQLInt), resolve: (frame, _args, facts) => read(frame, facts) },
      kind: { type: GraphQLString },
      note: { type: GraphQLString, args: { loud: { type: GraphQLBoolean } }, resolve: (_frame, { loud }) => (loud ? 'HEY' : 'hey') },
      maybe: { type: GraphQLString, resolve: () => { if (refusal?.nullable) throw refuse(refusal.code, 'Not this.'); return 'yes'; } },
    },
  });
  const subscription = new GraphQLObjectType<Frame, RequestFacts>({
    name: 'Subscription',
    fields: {
      tallyChanged: {
        type: new GraphQLNonNull(change),
        args: { id: { type: GraphQLString }, afterVersion: { type: GraphQLInt } },
        resolve: (frame) => frame,
        subscribe: (_root, { id, afterVersion }, facts) => {
          if (!facts.viewer) throw refuse('UNAUTHENTICATED', 'Sign in.');
          return createFeed(bus, 'tally').follow(id, { afterVersion, currentVersion: async () => 3 });
        },
      },
    },
  });
  const query = new GraphQLObjectType({ name: 'Query', fields: { nothing: { type: GraphQLString } } });
  return new GraphQLSchema({ query, subscription });
}

const DOCUMENT = parse('subscription Watch($id: String, $after: Int, $loud: Boolean) { tallyChanged(id: $id, afterVersion: $after) { version kind note(loud: $loud) maybe } }');

interface Ask {
  viewer?: Viewer | null;
  variables?: Record<string, unknown>;
  document?: typeof DOCUMENT;
  requestId?: string;
}
async function watch({ viewer = BEA, variables = { id: 't' }, document = DOCUMENT, requestId = 'r' }: Ask = {}): Promise<AsyncIterableIterator<ExecutionResult>> {
  const results = await subscribe({ document, variables, operationName: undefined, facts: { viewer, requestId } });
  if (!('next' in results)) throw new Error(`Refused: ${JSON.stringify(results)}`);
  return results;
}

const next = async (watcher: AsyncIterableIterator<ExecutionResult>): Promise<ExecutionResult> => (await watcher.next()).value;
const versionIn = (result: ExecutionResult): unknown => (result.data?.tallyChanged as { version: number } | undefined)?.version;

/** Everyone reads the snapshot; then a change comes. @returns how many reads the change cost */
async function readsOfOneChange(watchers: readonly AsyncIterableIterator<ExecutionResult>[], version = 4): Promise<number> {
  await Promise.all(watchers.map(next));
  reads.length = 0;
  const answers = Promise.all(watchers.map(next));
  await bus.publish(event('t', version));
  expect(new Set((await answers).map(versionIn))).toEqual(new Set([version]));
  return reads.length;
}

describe('one read is shared', () => {
  test('by a thousand who ask the same with the same rights, and they get the same answer', async () => {
    const watchers = await Promise.all(Array.from({ length: 1_000 }, (_, i) => watch({ requestId: `r${i}` })));
    expect(await readsOfOneChange(watchers)).toBe(1);
    const answers = Promise.all(watchers.map(next));
    await bus.publish(event('t', 5));
    expect(new Set(await answers).size).toBe(1);
  });

  test('wherever the watchers resumed from', async () => {
    const resumed = await watch({ variables: { id: 't', after: 3 } });
    const fresh = await watch();
    await next(fresh);
    reads.length = 0;
    const answers = Promise.all([next(resumed), next(fresh)]);
    await bus.publish(event('t', 4));
    expect((await answers).map(versionIn)).toEqual([4, 4]);
    expect(reads).toHaveLength(1);
  });
});

describe('a read of one\'s own has', () => {
  test.each<[string, Ask]>([
    ['another viewer', { viewer: GUS }],
    ['the same viewer with other rights', { viewer: { ...BEA, permissions: [] } }],
    ['the same viewer in another account', { viewer: { ...BEA, accountId: 'globex' } }],
    ['another document', { document: parse('subscription ($id: String) { tallyChanged(id: $id) { version } }') }],
    ['other variables', { variables: { id: 't', loud: true } }],
  ])('%s', async (_who, ask) => {
    expect(await readsOfOneChange([await watch(), await watch(ask), await watch()])).toBe(2);
  });

  test('with the rights of who asked', async () => {
    await readsOfOneChange([await watch(), await watch({ viewer: GUS })]);
    expect(reads.map((facts) => facts.viewer?.id).sort()).toEqual(['bea', 'gus']);
  });

  test('each snapshot: it is the state at the moment of asking', async () => {
    for (let i = 0; i < 3; i++) await next(await watch());
    expect(reads).toHaveLength(3);
  });
});

describe('a stream ends', () => {
  test.each(['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'] as const)('after a frame that says %s in place of all data', async (code) => {
    const watcher = await watch();
    await next(watcher);
    refusal = { code, nullable: false };
    await bus.publish(event('t', 4));
    await bus.publish(event('t', 5));
    const last = await next(watcher);
    expect([last.data, last.errors?.[0]?.extensions.code]).toEqual([null, code]);
    expect(await watcher.next()).toEqual({ done: true, value: undefined });
    expect(listening.size).toBe(0);
  });

  test('when its reader leaves, even while waiting', async () => {
    const watcher = await watch();
    await next(watcher);
    const waiting = watcher.next();
    await watcher.return?.();
    expect([(await waiting).done, (await watcher.next()).done, listening.size]).toEqual([true, true, 0]);
  });
});

describe('a stream goes on', () => {
  test('after a refusal of one nullable field', async () => {
    const watcher = await watch();
    await next(watcher);
    refusal = { code: 'NOT_FOUND', nullable: true };
    await bus.publish(event('t', 4));
    expect((await next(watcher)).errors).toHaveLength(1);
    refusal = undefined;
    await bus.publish(event('t', 5));
    expect(versionIn(await next(watcher))).toBe(5);
  });

  test('after an error that may pass', async () => {
    const watcher = await watch();
    await next(watcher);
    refusal = { code: 'SUBGRAPH_UNAVAILABLE', nullable: false };
    await bus.publish(event('t', 4));
    expect((await next(watcher)).data).toBeNull();
    refusal = undefined;
    await bus.publish(event('t', 5));
    expect(versionIn(await next(watcher))).toBe(5);
  });
});

test('an error that may pass is not remembered for others', async () => {
  const [first, second] = [await watch(), await watch()];
  await Promise.all([next(first), next(second)]);
  refusal = { code: 'SUBGRAPH_UNAVAILABLE', nullable: false };
  await bus.publish(event('t', 4));
  expect((await next(first)).data).toBeNull();
  refusal = undefined;
  expect(versionIn(await next(second))).toBe(4);
});

test('who may not subscribe gets the refusal as an answer, and nothing listens', async () => {
  const result = await subscribe({ document: DOCUMENT, variables: { id: 't' }, operationName: undefined, facts: { viewer: null, requestId: 'r' } });
  expect('errors' in result && result.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(listening.size).toBe(0);
});
