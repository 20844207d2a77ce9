import type { AskPeer } from '#kernel/peers.ts';

const INDIVISIBLE = /* GraphQL */ `
  query Indivisible($products: [_Any!]!) {
    _entities(representations: $products) { ... on Product { sku indivisible } }
  }
`;

/** Those of the products that there are whole units of only. */
export async function askIndivisible(ask: AskPeer, skus: readonly string[]): Promise<ReadonlySet<string>> {
  const products = [...new Set(skus)].map((sku) => ({ __typename: 'Product', sku }));
  const { _entities } = await ask<{ _entities: ({ sku: string; indivisible: boolean } | null)[] }>({ subgraph: 'catalog', query: INDIVISIBLE, variables: { products } });
  return new Set(_entities.flatMap((product) => (product?.indivisible ? [product.sku] : [])));
}
