import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { federationCases } from './support/federation-cases.ts';
import { localWorld, type World } from './support/world.ts';

interface Args { by?: string; input?: Record<string, unknown>; list?: unknown }

const graph = {
  a: {
    sdl: `
      """What may be asked."""
      type Query { kinds: [Kind] strict: [Kind!] must: Kind! byKind(by: Kind): String echo(input: Input, list: [Int!]): String secret: String @inaccessible day: Date  old: String @deprecated(reason: "gone") }
      enum Kind { A B HIDDEN @inaccessible }
      input Input { must: String! opt: Int = 3 onlyA: String nested: Input hidden: String @inaccessible }
      scalar Date @specifiedBy(url: "https://example.com/date")`,
    resolvers: {
      Query: {
        kinds: () => ['A', 'HIDDEN', 'B'], strict: () => ['A', 'HIDDEN'], must: () => 'HIDDEN', day: () => '2026-01-01',
        byKind: (_: unknown, { by }: Args) => `kind ${by}`, echo: (_: unknown, args: Args) => JSON.stringify(args),
      },
    },
  },
  b: {
    sdl: `type Query { kindOf(input: Input): Kind } enum Kind { A B HIDDEN } input Input { must: String! opt: Int = 3 }`,
    resolvers: { Query: { kindOf: (_: unknown, { input }: Args) => input?.must } },
  },
};

federationCases('What clients may know', graph, [
  { title: 'a hidden enum value is null without a word', query: '{ kinds }', data: { kinds: ['A', null, 'B'] } },
  { title: 'and an error where null may not be', query: '{ strict }', data: { strict: null }, errors: [['strict.1', 'INTERNAL_SERVER_ERROR']] },
  { title: 'up to the whole answer', query: '{ must kinds }', data: null, errors: [['must', 'INTERNAL_SERVER_ERROR']] },
  { title: 'a hidden value is no argument', query: '{ byKind(by: HIDDEN) }', data: undefined, errors: [['', 'GRAPHQL_VALIDATION_FAILED']] },
  { title: 'nor a variable', query: 'query($k: Kind) { byKind(by: $k) }', variables: { k: 'HIDDEN' }, data: undefined, errors: [['', 'BAD_USER_INPUT']] },
  { title: 'a hidden field is no field', query: '{ secret }', data: undefined, errors: [['', 'GRAPHQL_VALIDATION_FAILED']] },
  { title: 'inputs are what all subgraphs take', query: 'query($i: Input) { echo(input: $i) }', variables: { i: { must: 'x', onlyA: 'y' } }, data: undefined, errors: [['', 'BAD_USER_INPUT']] },
  { title: 'a variable of the wrong kind is refused', query: 'query($l: [Int!]) { echo(list: $l) }', variables: { l: ['x', null] }, data: undefined, errors: [['', 'BAD_USER_INPUT'], ['', 'BAD_USER_INPUT']] },
  { title: 'a missing variable is refused', query: 'query($i: Input!) { echo(input: $i) }', data: undefined, errors: [['', 'BAD_USER_INPUT']] },
  {
    title: 'defaults and coercion come before the subgraph',
    query: 'query($i: Input = { must: "d" }, $l: [Int!], $n: Int) { echo(input: $i, list: $l) kindOf(input: { must: "A", opt: $n }) }',
    variables: { l: 7 },
    data: { echo: JSON.stringify({ input: { must: 'd', opt: 3 }, list: [7] }), kindOf: 'A' },
  },
  { title: 'null is not the same as absent', query: 'query($i: Input) { echo(input: $i) }', variables: { i: null }, data: { echo: '{"input":null}' } },
  { title: 'custom scalars pass', query: '{ day d: day }', data: { day: '2026-01-01', d: '2026-01-01' } },
  { title: '__typename and __type stand beside data', query: '{ t: __typename k: __type(name: "Kind") { enumValues { name } } day }', data: { t: 'Query', k: { enumValues: [{ name: 'A' }, { name: 'B' }] }, day: '2026-01-01' } },
  { title: 'introspection reads variables and fragments', query: 'query($n: String!) { ...Q } fragment Q on Query { __type(name: $n) { ...T } } fragment T on __Type { n: name }', variables: { n: 'Date' }, data: { __type: { n: 'Date' } } },
  { title: '_service and _entities are not for clients', query: '{ _service { sdl } }', data: undefined, errors: [['', 'GRAPHQL_VALIDATION_FAILED']] },
]);

let world: World;
beforeAll(async () => void (world = await localWorld(graph)));
afterAll(async () => world[Symbol.asyncDispose]());

test('tools read the public schema, descriptions and all, and nothing hidden', async () => {
  const { data } = await world.ask(getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, directiveIsRepeatable: true, schemaDescription: true, oneOf: true }));
  const sdl = printSchema(buildClientSchema(data as never));
  expect(sdl).toContain('"""What may be asked."""');
  expect(sdl).toContain('@deprecated(reason: "gone")');
  expect(sdl).toContain('@specifiedBy(url: "https://example.com/date")');
  expect(sdl).toContain('opt: Int = 3');
  expect(sdl).not.toMatch(/HIDDEN|secret|hidden|onlyA|join__|_Any|inaccessible/);
});
