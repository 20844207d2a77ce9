import { federationCases } from './support/federation-cases.ts';

const products = [
  { id: '1', upc: 'u1', org: { id: 'o1', unit: 'x' }, tags: [{ id: 't1' }, { id: 't2' }] },
  { id: '2', upc: null, org: { id: 'o2', unit: 'y' }, tags: [] },
  { id: '1', upc: 'u1', org: null, tags: null },
];

federationCases(
  'Entities',
  {
    a: {
      sdl: `
        type Query { products: [Product] grid: [[Product]] one(id: ID!): Product maybe: Product boxes: [Box] }
        type Product @key(fields: "id") @key(fields: "upc") @key(fields: "org { id unit }") @key(fields: "tags { id }") { id: ID! upc: String org: Org tags: [Tag] }
        type Org { id: ID unit: String }
        type Tag { id: ID }
        type Box { item: Product note: String }`,
      resolvers: {
        Product: { __resolveReference: ({ id }: { id: string }) => products.find((product) => product.id === id) },
        Query: {
          products: () => products,
          grid: () => [[products[0], null], [], null, [products[1]]],
          one: (_: unknown, { id }: { id: string }) => products.find((product) => product.id === id),
          maybe: () => null,
          boxes: () => [{ item: products[0], note: 'n' }, { item: null, note: 'm' }],
        },
      },
    },
    byId: {
      sdl: `type Product @key(fields: "id") { id: ID! price: Int missing: Int deep: Deep } type Deep { product: Product list: [Product!] }`,
      resolvers: {
        Product: {
          __resolveReference: (key: { id: string }) => (key.id === '9' ? null : key),
          price: ({ id }: { id: string }) => Number(id) * 100,
          deep: ({ id }: { id: string }) => ({ product: { id }, list: [{ id }, { id: '9' }] }),
        },
      },
    },
    byUpc: { sdl: `type Product @key(fields: "upc") { upc: String stock: Int }`, resolvers: { Product: { stock: ({ upc }: { upc: string }) => (upc === 'u1' ? 7 : -1) } } },
    byOrg: {
      sdl: `type Product @key(fields: "org { id unit }") { org: Org region: String } type Org @shareable { id: ID unit: String }`,
      resolvers: { Product: { region: ({ org }: { org: { id: string; unit: string } }) => `${org.id}-${org.unit}` } },
    },
    byTags: {
      sdl: `type Product @key(fields: "tags { id }") { tags: [Tag] tagLine: String } type Tag @shareable { id: ID }`,
      resolvers: { Product: { tagLine: ({ tags }: { tags: { id: string }[] }) => tags.map((tag) => tag.id).join('+') } },
    },
  },
  [
    { title: 'a key brings the fields of another subgraph', query: '{ one(id: "2") { id price } }', data: { one: { id: '2', price: 200 } } },
    { title: 'equal entities are each filled', query: '{ products { price } }', data: { products: [{ price: 100 }, { price: 200 }, { price: 100 }] } },
    { title: 'lists in lists keep their holes', query: '{ grid { price } }', data: { grid: [[{ price: 100 }, null], [], null, [{ price: 200 }]] } },
    { title: 'a null key means null fields and no error', query: '{ products { stock } }', data: { products: [{ stock: 7 }, { stock: null }, { stock: 7 }] } },
    { title: 'nested keys work, null ones are skipped', query: '{ products { region } }', data: { products: [{ region: 'o1-x' }, { region: 'o2-y' }, { region: null }] } },
    { title: 'keys with lists work', query: '{ products { tagLine } }', data: { products: [{ tagLine: 't1+t2' }, { tagLine: '' }, { tagLine: null }] } },
    { title: 'no parent, no fetch', query: '{ maybe { price } boxes { note item { price } } }', data: { maybe: null, boxes: [{ note: 'n', item: { price: 100 } }, { note: 'm', item: null }] } },
    {
      title: 'there and back again through several subgraphs',
      query: '{ one(id: "1") { deep { product { upc stock deep { product { region } } } } } }',
      data: { one: { deep: { product: { upc: 'u1', stock: 7, deep: { product: { region: 'o1-x' } } } } } },
    },
    {
      title: 'aliases on both sides of a border',
      query: '{ x: one(id: "1") { p: price q: price u: upc s: stock } y: one(id: "2") { p: id price: upc } }',
      data: { x: { p: 100, q: 100, u: 'u1', s: 7 }, y: { p: '2', price: null } },
    },
    {
      title: 'fields come in the order they were asked for, keys fetched on the way stay inside',
      query: '{ one(id: "1") { stock price __typename t: __typename } }',
      data: { one: { stock: 7, price: 100, __typename: 'Product', t: 'Product' } },
    },
  ],
);
