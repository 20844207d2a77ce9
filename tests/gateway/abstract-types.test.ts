import { federationCases } from './support/federation-cases.ts';

const book = { __typename: 'Book', id: 'b1', title: 'Dune', pages: 500 };
const film = { __typename: 'Film', id: 'f1', title: 'Heat', minutes: 170 };

federationCases(
  'Interfaces and unions',
  {
    a: {
      sdl: `
        type Query { node(id: ID): Node nodes: [Node!]! media: [Media] shelf: Shelf hidden: [Media] wrong: Media }
        interface Node { id: ID! }
        interface Titled implements Node { id: ID! title: String }
        type Book implements Node & Titled @key(fields: "id") { id: ID! title: String pages: Int }
        type Film implements Node & Titled @key(fields: "id") { id: ID! title: String minutes: Int }
        type Secret implements Node @inaccessible { id: ID! code: String }
        union Media = Book | Film | Secret
        type Shelf { top: Titled all: [[Media]] }`,
      resolvers: {
        Book: { __resolveReference: () => book },
        Film: { __resolveReference: () => film },
        Query: {
          node: () => book, nodes: () => [book, film], media: () => [film, null, book], shelf: () => ({ top: film, all: [[book], [film]] }),
          hidden: () => [book, { __typename: 'Secret', id: 's', code: 'x' }], wrong: () => ({ __typename: 'Secret', id: 's' }),
        },
      },
    },
    b: {
      sdl: `
        type Query { related: [Media] }
        type Book @key(fields: "id") { id: ID! author: Person score: Int! } type Film @key(fields: "id") { id: ID! director: Person score: Float }
        type Person { name: String works: [Media] }
        union Media = Book | Film`,
      resolvers: {
        Query: { related: () => [{ __typename: 'Film', id: 'f1' }] },
        Book: { author: () => ({ name: 'Frank', works: [{ __typename: 'Film', id: 'f1' }, { __typename: 'Book', id: 'b1' }] }), score: () => 5 },
        Film: { director: () => ({ name: 'Michael', works: [] }), score: () => 4.5 },
      },
    },
  },
  [
    { title: 'fields of another subgraph behind an interface', query: '{ node { id ... on Book { author { name } } ... on Film { director { name } } } }', data: { node: { id: 'b1', author: { name: 'Frank' } } } },
    { title: 'the type name alone', query: '{ nodes { __typename } media { __typename } }', data: { nodes: [{ __typename: 'Book' }, { __typename: 'Film' }], media: [{ __typename: 'Film' }, null, { __typename: 'Book' }] } },
    { title: 'an interface inside an interface', query: '{ nodes { ... on Titled { title ... on Film { minutes } } } }', data: { nodes: [{ title: 'Dune' }, { title: 'Heat', minutes: 170 }] } },
    { title: 'a fragment that fits nothing leaves an empty object', query: '{ node { ... on Film { minutes } } }', data: { node: {} } },
    { title: 'one key, two types: aliases keep them apart', query: '{ media { ... on Book { b: score } ... on Film { f: score } } }', data: { media: [{ f: 4.5 }, null, { b: 5 }] } },
    { title: 'the same key for different fields of different types', query: '{ media { ... on Book { n: title } ... on Film { n: title d: director { name } } } }', data: { media: [{ n: 'Heat', d: { name: 'Michael' } }, null, { n: 'Dune' }] } },
    {
      title: 'unions across the border and back',
      query: '{ shelf { all { ... on Book { author { works { __typename ... on Film { title } ... on Book { pages } } } } } } related { ... on Film { minutes } } }',
      data: { shelf: { all: [[{ author: { works: [{ __typename: 'Film', title: 'Heat' }, { __typename: 'Book', pages: 500 }] } }], [{}]] }, related: [{ minutes: 170 }] },
    },
    { title: 'named fragments on interfaces', query: 'query { shelf { top { ...T } } } fragment T on Titled { title ...F } fragment F on Film { director { name } }', data: { shelf: { top: { title: 'Heat', director: { name: 'Michael' } } } } },
    { title: 'an object of a hidden type is null', query: '{ hidden { __typename ... on Book { title } } wrong { __typename } }', data: { hidden: [{ __typename: 'Book', title: 'Dune' }, null], wrong: null } },
    { title: 'a hidden type cannot be named', query: '{ hidden { ... on Secret { code } } }', data: undefined, errors: [['', 'GRAPHQL_VALIDATION_FAILED']] },
  ],
);
