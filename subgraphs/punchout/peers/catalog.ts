import type { AskPeer } from '#kernel/peers.ts';

const NAMES = /* GraphQL */ `
  query PunchOutNames($named: [_Any!]!) {
    _entities(representations: $named) { ... on Product { sku name } }
  }
`;

/** What products are called. */
export async function askNames(ask: AskPeer, skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (skus.length === 0) return new Map();
  const named = [...new Set(skus)].map((sku) => ({ __typename: 'Product', sku }));
  const { _entities } = await ask<{ _entities: ({ sku: string; name: string } | null)[] }>({ subgraph: 'catalog', query: NAMES, variables: { named } });
  return new Map(_entities.flatMap((product) => (product ? [[product.sku, product.name]] : [])));
}
