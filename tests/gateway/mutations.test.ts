import { describe, expect, test } from 'vitest';
import { federationCases } from './support/federation-cases.ts';
import { httpWorld, localWorld } from './support/world.ts';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
let total = 0;
const add = async (_: unknown, { by }: { by: number }) => (await pause(), { id: String((total += by)) });
const reset = () => String((total = 0));

const graph = {
  a: { sdl: `type Query { total: Int } type Counter @key(fields: "id") { id: ID! } type Mutation { reset: String addA(by: Int!): Counter doneA: Int! failA: Int! }`,
    resolvers: { Query: { total: () => total }, Mutation: { reset, addA: add, doneA: () => 1, failA: () => { throw new Error('refused'); } } } },
  b: { sdl: `type Counter @key(fields: "id") { id: ID! seen: Int } type Mutation { addB(by: Int!): Counter }`,
    resolvers: { Mutation: { addB: add }, Counter: { seen: async () => (await pause(), total) } } },
};

federationCases('Mutations', graph, [
  {
    title: 'run one after the other, each with all its fields, whoever owns them',
    query: 'mutation { reset x: addA(by: 1) { id seen } y: addB(by: 2) { id seen } z: addA(by: 3) { seen } w: addB(by: 4) { id } }',
    data: { reset: '0', x: { id: '1', seen: 1 }, y: { id: '3', seen: 3 }, z: { seen: 6 }, w: { id: '10' } },
  },
  {
    title: 'come in order out of fragments, with conditions and variables',
    query: `mutation M($by: Int!, $no: Boolean!) { reset ...F ... on Mutation @skip(if: $no) { n: addA(by: 100) { id } } last: addB(by: $by) { id seen } }
      fragment F on Mutation { f: addB(by: $by) { id } ... @include(if: true) { g: addA(by: $by) { seen } } }`,
    variables: { by: 5, no: true },
    data: { reset: '0', f: { id: '5' }, g: { seen: 10 }, last: { id: '15', seen: 15 } },
  },
  {
    title: 'what is skipped is not done, wherever its fields come from',
    query: 'mutation M($no: Boolean!, $yes: Boolean!) { reset x: addA(by: 1) @skip(if: $yes) { id seen } y: addB(by: 2) @include(if: $no) { seen } z: addA(by: 4) { id seen @include(if: $no) } }',
    variables: { yes: true, no: false },
    data: { reset: '0', z: { id: '4' } },
  },
  {
    title: 'a field asked for twice runs once',
    query: 'mutation { reset x: addA(by: 1) { id } y: addB(by: 1) { id } x: addA(by: 1) { seen } }',
    data: { reset: '0', x: { id: '1', seen: 1 }, y: { id: '2' } },
  },
  { title: 'a failed one that may not be null takes the whole answer', query: 'mutation { reset failA }', data: null, errors: [['failA']] },
  { title: 'what a failed one takes with it is told once, by the one that failed', query: 'mutation { doneA failA again: doneA }', data: null, errors: [['failA']] },
]);

describe.each([['over HTTP', httpWorld], ['in process', localWorld]] as const)('Mutations %s', (_, start) => {
  test('with nothing but __typename do not disturb a subgraph', async () => {
    await using world = await start(graph);
    expect(await world.ask('mutation { __typename }')).toEqual({ data: { __typename: 'Mutation' } });
  });
});
