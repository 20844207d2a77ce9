import { federationCases } from './support/federation-cases.ts';

const item = { id: '1', weight: 3, size: { w: 2, h: 5 }, parts: [{ grams: 1 }, { grams: 2 }], shape: { __typename: 'Box', side: 4 } };
interface Needs {
  readonly weight: number | null;
  readonly size: { readonly w: number; readonly h: number };
  readonly parts: readonly { readonly grams: number }[];
  readonly price: string;
  readonly shape: { readonly __typename: string; readonly side?: number; readonly r?: number };
}

federationCases(
  '@requires',
  {
    store: {
      sdl: `
        type Query { item: Item items: [Item] broken: Item }
        type Item @key(fields: "id") { id: ID! weight: Int size: Size parts: [Part] price(currency: String!): String shape: Shape }
        type Size { w: Int h: Int } type Part { grams: Int }
        interface Shape { name: String } type Box implements Shape { name: String side: Int } type Ball implements Shape { name: String r: Int }`,
      resolvers: {
        Query: { item: () => item, items: () => [item, { ...item, id: '2', weight: null, shape: { __typename: 'Ball', r: 9 } }], broken: () => ({ id: '3', broken: true }) },
        Item: {
          __resolveReference: ({ id }: { id: string }) => (id === '4' ? null : { ...item, id }),
          price: ({ id }: { id: string }, { currency }: { currency: string }) => `${id} ${currency}`,
          weight: (it: { weight: number; broken?: boolean }) => { if (it.broken) throw new Error('no scale'); return it.weight; },
        },
      },
    },
    stubs: { sdl: 'type Query { ghost: Item } type Item @key(fields: "id", resolvable: false) { id: ID! }', resolvers: { Query: { ghost: () => ({ id: '4' }) } } },
    shipping: {
      sdl: `
        type Item @key(fields: "id") {
          id: ID! weight: Int @external size: Size @external parts: [Part] @external price(currency: String!): String @external shape: Shape @external
          cost: String @requires(fields: "weight")
          volume: Int @requires(fields: "size { w h }")
          grams: Int @requires(fields: "parts { grams }")
          dollars: String @requires(fields: "price(currency: \\"USD\\")")
          euros: String @requires(fields: "price(currency: \\"EUR\\")")
          outline: String @requires(fields: "shape { ... on Box { side } ... on Ball { r } }")
          fee: Int @requires(fields: "weight size { w }")
        }
        type Size @external { w: Int h: Int } type Part @external { grams: Int }
        interface Shape { name: String } type Box implements Shape @external { name: String side: Int } type Ball implements Shape @external { name: String r: Int }`,
      resolvers: {
        Item: {
          cost: ({ weight }: Needs) => `w=${weight}`,
          volume: ({ size }: Needs) => size.w * size.h,
          grams: ({ parts }: Needs) => parts.reduce((sum, part) => sum + part.grams, 0),
          dollars: ({ price }: Needs) => `$ ${price}`,
          euros: ({ price }: Needs) => `e ${price}`,
          outline: ({ shape }: Needs) => (shape.__typename === 'Box' ? `box ${shape.side}` : `ball ${shape.r}`),
          fee: ({ weight, size }: Needs) => (weight ?? 0) + size.w,
        },
      },
    },
    billing: {
      sdl: `type Item @key(fields: "id") { id: ID! fee: Int @external cost: String @external total: String @requires(fields: "fee cost") }`,
      resolvers: { Item: { total: (needs: { fee: number; cost: string }) => `${needs.fee} for ${needs.cost}` } },
    },
  },
  [
    {
      title: 'two conditions, two requirements, one of them off',
      query: 'query($a: Boolean!, $b: Boolean!) { item { cost @include(if: $a) volume @include(if: $b) } }',
      variables: { a: true, b: false },
      data: { item: { cost: 'w=3' } },
    },
    {
      title: 'conditions around fragments',
      query: 'query($a: Boolean!) { item { ... @include(if: $a) { cost } ... @skip(if: $a) { volume } grams } }',
      variables: { a: false },
      data: { item: { volume: 10, grams: 3 } },
    },
    { title: 'what is required of an unknown entity is not asked for', query: '{ ghost { cost id } }', data: { ghost: { cost: null, id: '4' } } },
    { title: 'a field gets what it requires', query: '{ item { cost } }', data: { item: { cost: 'w=3' } } },
    { title: 'required null is a value', query: '{ items { cost } }', data: { items: [{ cost: 'w=3' }, { cost: 'w=null' }] } },
    { title: 'required objects and lists', query: '{ item { volume grams } }', data: { item: { volume: 10, grams: 3 } } },
    { title: 'a required field with an argument', query: '{ item { dollars } }', data: { item: { dollars: '$ 1 USD' } } },
    { title: 'one field required with two arguments, and asked for with a third', query: '{ item { euros price(currency: "GBP") dollars } }', data: { item: { euros: 'e 1 EUR', price: '1 GBP', dollars: '$ 1 USD' } } },
    { title: 'a required interface', query: '{ items { outline } }', data: { items: [{ outline: 'box 4' }, { outline: 'ball 9' }] } },
    { title: 'what is required requires something itself', query: '{ item { total } }', data: { item: { total: '5 for w=3' } } },
    { title: 'together with everything else', query: '{ item { id total volume weight a: cost } }', data: { item: { id: '1', total: '5 for w=3', volume: 10, weight: 3, a: 'w=3' } } },
    {
      title: 'an error in a required field is told at the object that needed it',
      query: '{ broken { id cost } }',
      data: { broken: { id: '3', cost: 'w=null' } },
      errors: [['broken']],
    },
  ],
);
