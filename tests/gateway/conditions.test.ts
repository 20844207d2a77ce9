import { federationCases } from './support/federation-cases.ts';

federationCases(
  '@include and @skip',
  {
    a: { sdl: `type Query { item: Item other: String } type Item @key(fields: "id") { id: ID! name: String }`, resolvers: { Query: { item: () => ({ id: '1', name: 'n' }), other: () => 'o' } } },
    b: { sdl: `type Item @key(fields: "id") { id: ID! price: Int tax: Int peer: Item }`, resolvers: { Item: { price: () => 5, tax: () => 1, peer: () => ({ id: '2' }) } } },
  },
  [
    { title: 'literals', query: '{ item @skip(if: true) { name } other @include(if: true) x: other @include(if: false) }', data: { other: 'o' } },
    { title: 'variables over a border', query: 'query($y: Boolean!) { item { name price @include(if: $y) tax @skip(if: $y) } }', variables: { y: true }, data: { item: { name: 'n', price: 5 } } },
    { title: 'the other way round', query: 'query($y: Boolean!) { item { name price @include(if: $y) tax @skip(if: $y) } }', variables: { y: false }, data: { item: { name: 'n', tax: 1 } } },
    { title: 'defaults decide', query: 'query($y: Boolean = false) { item { id price @include(if: $y) } }', data: { item: { id: '1' } } },
    { title: 'both on one field', query: 'query($a: Boolean!, $b: Boolean!) { item { price @include(if: $a) @skip(if: $b) name } }', variables: { a: true, b: true }, data: { item: { name: 'n' } } },
    { title: 'a field included by one of two ways', query: 'query($n: Boolean!) { item { price @include(if: $n) ... @skip(if: $n) { price peer { id @include(if: $n) tax } } } }', variables: { n: false }, data: { item: { price: 5, peer: { tax: 1 } } } },
    { title: 'fragments', query: 'query($y: Boolean!) { item { ...F @include(if: $y) ...G @skip(if: $y) } } fragment F on Item { price } fragment G on Item { name tax }', variables: { y: false }, data: { item: { name: 'n', tax: 1 } } },
    { title: 'nothing left to ask', query: 'query($y: Boolean!) { item @include(if: $y) { price } }', variables: { y: false }, data: {} },
    { title: 'only what lies beyond the border', query: 'query($y: Boolean!) { item { price @include(if: $y) } }', variables: { y: false }, data: { item: {} } },
    { title: 'conditions around introspection', query: 'query($y: Boolean!) { __typename @include(if: $y) ... @skip(if: $y) { __schema { queryType { name } } } other }', variables: { y: false }, data: { __schema: { queryType: { name: 'Query' } }, other: 'o' } },
  ],
);
