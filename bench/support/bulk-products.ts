import type { Viewer } from '#kernel/viewer.ts';
import type { Product } from './product.ts';
import { askSubgraph } from './subgraph.ts';

/** So many products, each with a price of its own. */
export async function loadProducts(product: Product, count: number): Promise<void> {
  const olga: Viewer = { id: 'olga', kind: 'ADMINISTRATOR', accountId: 'seller', permissions: [] };
  const skus = Array.from({ length: count }, (_, i) => skuOf(i));
  const products = skus.map((sku) => ({ sku, name: `Product ${sku}` }));
  const prices = skus.flatMap((sku, i) => [{ sku, unitPrice: `${1 + i}.25` }]);
  await askSubgraph(product, 'catalog', 'mutation ($products: [ProductInput!]!) { upsertProducts(products: $products) { sku } }', { products })(olga);
  await askSubgraph(product, 'catalog', 'mutation ($prices: [PriceInput!]!) { upsertPrices(priceList: "default", prices: $prices) { code } }', { prices })(olga);
}

export const skuOf = (i: number): string => `BULK-${String(i).padStart(4, '0')}`;
