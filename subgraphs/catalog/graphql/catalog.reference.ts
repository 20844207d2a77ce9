import type { References } from '#kernel/build-subgraph.ts';
import type { CatalogContext } from '../context.ts';

/** What other subgraphs name by key. */
export const catalogReferences: References<CatalogContext> = {
  Product: (reference: { sku: string }, { loaders }: CatalogContext) => loaders.productBySku.load(reference.sku),
};
