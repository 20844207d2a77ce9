import { describe, expect, test } from 'vitest';
import { federationCases } from './support/federation-cases.ts';
import { localWorld } from './support/world.ts';

federationCases(
  'Federation 1 documents',
  {
    users: {
      sdl: `# fed1
        type Query { me: User users: [User] } type User @key(fields: "id") { id: ID! name: String email: String }`,
      resolvers: { Query: { me: () => ({ id: '1', name: 'Ann', email: 'ann@x' }), users: () => [{ id: '1' }] }, User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `n${id}`, email: `${id}@x` }) } },
    },
    reviews: {
      sdl: `# fed1
        extend type User @key(fields: "id") { id: ID! @external email: String @external reviews: [Review] contact: String @requires(fields: "email") }
        type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "email") }
        extend type Query { latest: [Review] }`,
      resolvers: {
        Query: { latest: () => [{ id: 'r', body: 'b', author: { id: '2', email: 'given@x' } }] },
        User: { reviews: () => [{ id: 'r', body: 'b', author: { id: '2', email: 'given@x' } }], contact: ({ email }: { email: string }) => `mailto:${email}` },
      },
    },
  },
  [
    { title: 'extend types', query: '{ me { name reviews { body author { name } } } }', data: { me: { name: 'Ann', reviews: [{ body: 'b', author: { name: 'n2' } }] } } },
    { title: 'provide', query: '{ latest { author { email } } }', data: { latest: [{ author: { email: 'given@x' } }] } },
    { title: 'require', query: '{ me { contact } }', data: { me: { contact: 'mailto:ann@x' } } },
  ],
);

federationCases(
  'Odd shapes',
  {
    a: {
      sdl: `
        type Query { tree: Node page: Page shared: [Thing] @shareable other: Int @shareable search: [Hit] }
        type Mutation { touch: Touched } type Touched { ok: Boolean query: Query }
        type Node @key(fields: "id") { id: ID! children: [Node!]! parent: Node }
        type Page { info: Info items: [[Node!]!] } type Info { total: Int }
        type Thing @key(fields: "id") { id: ID! a: Int }
        interface Named { name: String } type Cat implements Named @key(fields: "id") { id: ID! name: String lives: Int } type Dog implements Named @key(fields: "id") { id: ID! name: String }
        union Hit = Cat | Dog | Thing`,
      resolvers: {
        Mutation: { touch: () => ({ ok: true, query: {} }) },
        Query: {
          tree: () => ({ id: 'r', children: [{ id: 'a', children: [{ id: 'b', children: [] }] }, { id: 'c', children: [] }] }),
          page: () => ({ info: { total: 2 }, items: [[{ id: 'a', children: [] }], [], [{ id: 'b', children: [] }, { id: 'a', children: [] }]] }),
          shared: () => [{ id: '1', a: 1 }, { id: '2', a: 2 }],
          other: () => 4,
          search: () => [{ __typename: 'Cat', id: 'c', name: 'Tom', lives: 9 }, { __typename: 'Thing', id: '1', a: 1 }, { __typename: 'Dog', id: 'd', name: 'Rex' }],
        },
        Dog: { __resolveReference: () => ({ name: "Rex" }) },
        Node: { __resolveReference: (key: object) => ({ children: [], ...key }), parent: () => ({ id: 'p', children: [] }) },
      },
    },
    b: {
      sdl: `
        type Query { shared: [Thing] @shareable other: Int @shareable }
        type Node @key(fields: "id") { id: ID! label: String twin: Node }
        type Thing @key(fields: "id") { id: ID! b: Int }
        type Cat @key(fields: "id") { id: ID! owner: Owner } type Dog @key(fields: "id") { id: ID! owner: Owner } type Owner { name: String pets: [Pet] } union Pet = Cat | Dog`,
      resolvers: {
        Query: { shared: () => [{ id: '1' }, { id: '2' }], other: () => 4 },
        Node: { label: ({ id }: { id: string }) => `L${id}`, twin: ({ id }: { id: string }) => ({ id: `${id}'` }) },
        Thing: { b: ({ id }: { id: string }) => Number(id) * 10 },
        Cat: { owner: () => ({ name: 'Jon', pets: [{ __typename: 'Dog', id: 'd' }] }) }, Dog: { owner: () => ({ name: 'Liz', pets: [] }) },
      },
    },
  },
  [
    { title: 'a tree, each level filled from elsewhere', query: '{ tree { label children { label children { label twin { label } } } } }', data: { tree: { label: 'Lr', children: [{ label: 'La', children: [{ label: 'Lb', twin: { label: "Lb'" } }] }, { label: 'Lc', children: [] }] } } },
    { title: 'ping and pong', query: '{ tree { twin { parent { twin { id children { id } } } } } }', data: { tree: { twin: { parent: { twin: { id: "p'", children: [] } } } } } },
    { title: 'lists in lists with duplicates', query: '{ page { items { id label } info { total } } }', data: { page: { items: [[{ id: 'a', label: 'La' }], [], [{ id: 'b', label: 'Lb' }, { id: 'a', label: 'La' }]], info: { total: 2 } } } },
    { title: 'a shared root list', query: '{ shared { a b } other }', data: { shared: [{ a: 1, b: 10 }, { a: 2, b: 20 }], other: 4 } },
    { title: 'unions of entities, each from its own place', query: '{ search { __typename ... on Named { name } ... on Cat { lives owner { name pets { ... on Dog { name } } } } ... on Dog { owner { name } } ... on Thing { b } } }',
      data: { search: [{ __typename: 'Cat', name: 'Tom', lives: 9, owner: { name: 'Jon', pets: [{ name: "Rex" }] } }, { __typename: 'Thing', b: 10 }, { __typename: 'Dog', name: 'Rex', owner: { name: 'Liz' } }] } },
    { title: 'the query type again, behind a mutation', query: 'mutation { touch { ok query { shared { a } other } } }', data: { touch: { ok: true, query: { shared: [{ a: 1 }, { a: 2 }], other: 4 } } } },
  ],
);

describe('Progressive override', () => {
  const graph = {
    a: { sdl: 'type Query { user: User } type User @key(fields: "id") { id: ID! mail: String post: String }', resolvers: { Query: { user: () => ({ id: '1' }) }, User: { mail: () => 'old', post: () => 'old' } } },
    b: { sdl: 'type User @key(fields: "id") { id: ID! mail: String @override(from: "a", label: "new-mail") post: String @override(from: "a", label: "percent(40)") }', resolvers: { User: { mail: () => 'new', post: () => 'new' } } },
  };

  test('follows its label', async () => {
    await using without = await localWorld(graph);
    await using labelled = await localWorld(graph, { overrideLabels: ['new-mail'] });
    expect((await without.ask('{ user { mail } }')).data).toEqual({ user: { mail: 'old' } });
    expect((await labelled.ask('{ user { mail } }')).data).toEqual({ user: { mail: 'new' } });
  });

  test('splits requests by percent', async () => {
    await using world = await localWorld(graph);
    const seen = { old: 0, new: 0 };
    for (let i = 0; i < 400; i++) {
      const { data } = (await world.ask('{ user { post } }')) as { data: { user: { post: 'old' | 'new' } } };
      seen[data.user.post] += 1;
    }
    expect(seen.new).toBeGreaterThan(100);
    expect(seen.new).toBeLessThan(220);
  });
});
