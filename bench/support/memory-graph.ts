import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse, type GraphQLSchema } from 'graphql';

export interface MemoryGraph {
  readonly supergraphSdl: string;
  readonly schemas: Readonly<Record<string, GraphQLSchema>>;
}

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])\n';
const CARTS = Array.from({ length: 5 }, (_, cart) => ({
  id: `c${cart}`,
  owner: { id: `u${cart % 2}` },
  lines: Array.from({ length: 3 }, (_, line) => ({ quantity: line + 1, product: { sku: `s${(cart + line) % 4}` } })),
}));

const PARTS: Readonly<Record<string, { sdl: string; resolvers: Record<string, unknown> }>> = {
  carts: {
    sdl: `type Query { carts: [Cart!]! } type Cart { id: ID! lines: [Line!]! owner: User! } type Line { quantity: Int! product: Product! }
      type User @key(fields: "id", resolvable: false) { id: ID! } type Product @key(fields: "sku", resolvable: false) { sku: String! }`,
    resolvers: { Query: { carts: () => CARTS } },
  },
  catalog: {
    sdl: 'type Product @key(fields: "sku") { sku: String! name: String! price: Float! }',
    resolvers: { Product: { __resolveReference: ({ sku }: { sku: string }) => ({ sku, name: `Product ${sku}`, price: 6.95 }) } },
  },
  accounts: {
    sdl: 'type User @key(fields: "id") { id: ID! name: String! }',
    resolvers: { User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `User ${id}` }) } },
  },
};

/** The same shape as the product's query with nothing behind it: what is left is the work of the executors. */
export function memoryGraph(): MemoryGraph {
  const parts = Object.entries(PARTS).map(([name, { sdl, resolvers }]) => ({ name, url: `http://${name}.invalid`, typeDefs: parse(LINK + sdl), resolvers }));
  const composed = composeServices(parts);
  if (compositionHasErrors(composed)) throw new Error(composed.errors.map((error) => error.message).join('\n'));
  return {
    supergraphSdl: composed.supergraphSdl,
    schemas: Object.fromEntries(parts.map(({ name, typeDefs, resolvers }) => [name, buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }])])),
  };
}
