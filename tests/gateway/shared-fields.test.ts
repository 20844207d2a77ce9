import { federationCases } from './support/federation-cases.ts';

federationCases(
  '@provides, @external, @shareable, @override, resolvable: false',
  {
    a: {
      sdl: `
        type Query { me: User @shareable users: [User] feed: [Post] media: [Media] @provides(fields: "... on Book { title }") }
        type User @key(fields: "id") { id: ID! name: String @shareable profile: Profile @shareable old: String moved: String late: String }
        type Profile @shareable { city: String zip: String }
        type Post @key(fields: "id") { id: ID! text: String author: User }
        union Media = Book
        type Book @key(fields: "id") { id: ID! title: String @external }`,
      resolvers: {
        Query: {
          me: () => ({ id: '1', name: 'Ann', profile: { city: 'Oslo', zip: '1' } }),
          users: () => [{ id: '1', name: 'Ann' }, { id: '2', name: 'Bob' }],
          feed: () => [{ id: 'p1', text: 'hi', author: { id: '2', name: 'Bob' } }],
          media: () => [{ __typename: 'Book', id: 'b1', title: 'provided' }],
        },
        User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `a${id}`, old: 'a' }), old: () => 'a', moved: () => 'from a', late: () => 'from a' },
      },
    },
    b: {
      sdl: `
        type Query { me: User @shareable reviews: [Review] }
        type User @key(fields: "id") { id: ID! name: String @shareable profile: Profile @shareable age: Int moved: String @override(from: "a") }
        type Profile @shareable { city: String zip: String street: String }
        type Review { id: ID! author: User @provides(fields: "nick") }
        extend type User { nick: String @external }
        type Book @key(fields: "id") { id: ID! title: String @shareable pages: Int }`,
      resolvers: {
        Query: { me: () => ({ id: '1', name: 'Ann', profile: { city: 'Oslo', zip: '1', street: 'Main' } }), reviews: () => [{ id: 'r1', author: { id: '7', nick: 'provided' } }] },
        User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `b${id}` }), age: ({ id }: { id: string }) => Number(id) * 10, moved: () => 'from b', profile: () => ({ city: 'Oslo', zip: '1', street: 'Main' }) },
        Book: { title: () => 'fetched', pages: () => 99 },
      },
    },
    c: {
      sdl: `
        type User @key(fields: "id") { id: ID! nick: String @shareable }
        type Query { tickets: [Ticket] }
        type Ticket { id: ID! post: Post }
        type Post @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: { Query: { tickets: () => [{ id: 't1', post: { id: 'p1' } }] }, User: { nick: ({ id }: { id: string }) => `c${id}` } },
    },
  },
  [
    { title: 'a shareable root reaches fields of both sides', query: '{ me { name age profile { city street } } }', data: { me: { name: 'Ann', age: 10, profile: { city: 'Oslo', street: 'Main' } } } },
    { title: 'provided fields are not fetched again', query: '{ reviews { author { nick } } }', data: { reviews: [{ author: { nick: 'provided' } }] } },
    { title: 'not provided, so fetched', query: '{ users { nick } }', data: { users: [{ nick: 'c1' }, { nick: 'c2' }] } },
    { title: 'provides on a union', query: '{ media { ... on Book { title pages } } }', data: { media: [{ title: 'provided', pages: 99 }] } },
    { title: 'an overridden field comes from its new home', query: '{ users { old moved } }', data: { users: [{ old: 'a', moved: 'from b' }, { old: 'a', moved: 'from b' }] } },
    { title: 'a stub that cannot be resolved still leads to its owner', query: '{ feed { text author { age } } tickets { post { id } } }', data: { feed: [{ text: 'hi', author: { age: 20 } }], tickets: [{ post: { id: 'p1' } }] } },
  ],
);
