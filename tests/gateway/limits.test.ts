import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STRICT_LIMITS } from '../../gateway/limits/limits.ts';
import { collect, connect } from './support/sockets.ts';
import { localWorld, type Answer, type World } from './support/world.ts';

let executed = 0;
const graph = {
  a: {
    sdl: 'type Query { node: Node ids(ids: [ID!], any: Any): Int } type Node { id: ID node: Node } scalar Any',
    resolvers: { Query: { node: () => ((executed += 1), {}), ids: () => ((executed += 1), 1) } },
  },
};
let world: World;
beforeAll(async () => void (world = await localWorld(graph, { limits: STRICT_LIMITS })));
afterAll(async () => world[Symbol.asyncDispose]());

const doubling = (levels: number): string =>
  `{ node { ...F0 } } ${Array.from({ length: levels }, (_, i) => `fragment F${i} on Node { a: node { ...F${i + 1} } b: node { ...F${i + 1} } }`).join(' ')} fragment F${levels} on Node { id }`;
const deep = (levels: number): string => `{ ${'node { '.repeat(levels)} id ${'}'.repeat(levels)} }`;

const attacks: [string, string][] = [
  ['doubling fragments, 840 bytes', doubling(14)],
  ['doubling fragments, 2 kB', doubling(40)],
  ['10,000 aliases', `{ ${Array.from({ length: 10_000 }, (_, i) => `a${i}: node { id }`).join(' ')} }`],
  ['300 aliases', `{ node { ${Array.from({ length: 300 }, (_, i) => `a${i}: id`).join(' ')} } }`],
  ['5,000 repeated fields', `{ ${'node { id } '.repeat(5_000)} }`],
  ['1,000 directives', `{ node ${'@include(if: true) '.repeat(1_000)} { id } }`],
  ['depth 60', deep(60)],
  ['depth 5,000', deep(5_000)],
  ['60 root fields', `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: ids`).join(' ')} }`],
  ['circular introspection', `{ __schema { types { ${'ofType { '.repeat(50)} name ${'}'.repeat(50)} } } }`],
  ['introspection of fields of types of fields', '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }'],
  ['a fragment that spreads itself', '{ node { ...F } } fragment F on Node { node { ...F } }'],
  ['an alias __proto__', '{ __proto__: node { id } }'],
];

describe('Refused before anything runs', () => {
  test.each(attacks)('%s', async (_, query) => {
    executed = 0;
    const took: number[] = [];
    for (let i = 0; i < 4; i++) {
      const started = performance.now();
      const answer = await world.ask(`${query} # ${i}`); // never asked before, so never remembered
      took.push(performance.now() - started);
      expect(answer.data).toBeUndefined();
      expect(answer.errors?.[0]?.extensions?.code).toMatch(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/);
    }
    expect(Math.min(...took)).toBeLessThan(50); // the best of four: a busy machine is not the query's fault
    expect(executed).toBe(0);
  });

  test.each(attacks)('over WebSocket: %s', async (_, query) => {
    if (query.length > 60_000) return; // the frame itself is too large
    executed = 0;
    const client = connect(world);
    const failure = await collect(client.iterate({ query })).catch((error: unknown) => error);
    expect(failure).toMatchObject([{ extensions: { code: expect.stringMatching(/^GRAPHQL_/) as string } }]);
    expect(executed).toBe(0);
    await client.dispose();
  });

  test.each(attacks.slice(0, 9))('over SSE: %s', async (_, query) => {
    const response = await fetch(world.gateway.url, { method: 'POST', headers: { accept: 'text/event-stream', 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    const [frame = ''] = (await response.text()).split('\n').filter((line) => line.startsWith('data: {'));
    expect((JSON.parse(frame.slice(6)) as Answer).errors?.[0]?.extensions?.code).toMatch(/^GRAPHQL_/);
  });

  test('variables without end', async () => {
    const many = await world.ask('query($ids: [ID!]) { ids(ids: $ids) }', { ids: Array.from({ length: 50_000 }, (_, i) => String(i)) });
    expect(many.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    const deepAnswer = await fetch(world.gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"query":"query($a: Any) { ids(any: $a) }","variables":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}` });
    expect(((await deepAnswer.json()) as Answer).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

test('a tool may still introspect', async () => {
  const answer = await world.ask(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true, oneOf: true, directiveIsRepeatable: true }));
  expect(answer.errors).toBeUndefined();
});

test('where introspection is off, nothing hints at the schema', async () => {
  await using closed = await localWorld(graph, { introspection: false });
  expect((await closed.ask('{ __schema { queryType { name } } }')).errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  expect((await closed.ask('{ nod { id } }')).errors?.[0]?.message).toBe('Cannot query field "nod" on type "Query".');
  expect((await closed.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
});
