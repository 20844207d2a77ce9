import { describe, expect, test } from 'vitest';
import { federationCases } from './support/federation-cases.ts';
import { httpWorld } from './support/world.ts';

class Refusal extends Error {
  extensions = { code: 'NOT_FOUND', details: { id: '1' }, stacktrace: ['secret'] };
}
const refuse = (): never => { throw new Refusal('No such thing.'); };

const graph = {
  a: {
    sdl: `type Query { list: [Item] one: Item nothing: Item fine: String strictList: [Item!]! refused: String deep: Deep! } type Item @key(fields: "id") { id: ID! name: String } type Deep { must: Int! }`,
    resolvers: {
      Query: {
        list: () => [{ id: '1', name: 'one' }, { id: '2', name: 'two' }, { id: '1', name: 'uno' }], one: () => ({ id: '1', name: 'one' }), fine: () => 'fine',
        strictList: () => [{ id: '1' }, { id: '2' }], refused: refuse, nothing: refuse, deep: () => ({ must: null }),
      },
    },
  },
  b: {
    sdl: `type Query { other: String } type Item @key(fields: "id") { id: ID! price: Int must: Int! gone: Int sub: Sub }  type Sub { a: Int b: [Int!] }`,
    resolvers: {
      Query: { other: () => 'other' },
      Item: {
        __resolveReference: ({ id }: { id: string }) => (id === 'x' ? null : { id }),
        price: ({ id }: { id: string }) => (id === '1' ? refuse() : 20), must: ({ id }: { id: string }) => (id === '2' ? refuse() : 1),
        gone: () => null, sub: () => ({ a: refuse, b: () => [1, null] }),
      },
    },
  },
};

federationCases('Errors', graph, [
  { title: 'stand where the client sees the field, code kept', query: '{ one { n: name p: price } fine }', data: { one: { n: 'one', p: null }, fine: 'fine' }, errors: [['one.p', 'NOT_FOUND']] },
  {
    title: 'about one entity stand at each of its places',
    query: '{ list { name price } }',
    data: { list: [{ name: 'one', price: null }, { name: 'two', price: 20 }, { name: 'uno', price: null }] },
    errors: [['list.0.price', 'NOT_FOUND'], ['list.2.price', 'NOT_FOUND']],
  },
  { title: 'inside an entity keep their way down', query: '{ one { sub { a b } } }', data: { one: { sub: { a: null, b: null } } }, errors: [['one.sub.a', 'NOT_FOUND'], ['one.sub.b.1', undefined]] },
  { title: 'in a field that may not be null take the parent', query: '{ list { name must } }', data: { list: [{ name: 'one', must: 1 }, null, { name: 'uno', must: 1 }] }, errors: [['list.1.must', 'NOT_FOUND']] },
  { title: 'climb through lists that may hold no null', query: '{ fine strictList { id must } }', data: null, errors: [['strictList.1.must', 'NOT_FOUND']] },
  { title: 'at the root', query: '{ refused nothing { price } fine other }', data: { refused: null, nothing: null, fine: 'fine', other: 'other' }, errors: [['refused', 'NOT_FOUND'], ['nothing', 'NOT_FOUND']] },
  { title: 'a subgraph that nulls its own answer is told once', query: '{ deep { must } other }', data: null, errors: [['deep.must', undefined]] },
]);

describe('A subgraph that is down', () => {
  const down = { sdl: 'type Item @key(fields: "id") { id: ID! stock: Int must: Int! } type Query { stocks: [Int] }' };

  test('costs its own fields and no others', async () => {
    await using world = await httpWorld({ a: graph.a, down });
    await world.subgraphs.down?.close();
    const answer = await world.ask('{ fine stocks list { name stock } one { s: stock } }');
    expect(answer.data).toEqual({ fine: 'fine', stocks: null, list: [{ name: 'one', stock: null }, { name: 'two', stock: null }, { name: 'uno', stock: null }], one: { s: null } });
    expect(answer.errors?.map((error) => [error.path?.join('.'), error.extensions?.code, error.message]).sort()).toEqual(
      ['list.0.stock', 'list.1.stock', 'list.2.stock', 'one.s', 'stocks'].map((path) => [path, 'SUBGRAPH_UNAVAILABLE', 'The subgraph down is not available.']),
    );
  });

  test('nulls what may not be null, explained once for each hole', async () => {
    await using world = await httpWorld({ a: graph.a, down });
    await world.subgraphs.down?.close();
    const answer = await world.ask('{ fine one { name must } }');
    expect(answer).toEqual({ data: { fine: 'fine', one: null }, errors: [{ message: 'The subgraph down is not available.', path: ['one', 'must'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
  });
});
