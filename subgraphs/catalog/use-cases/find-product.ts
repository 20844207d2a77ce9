import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import type { Product } from '../entities/product.ts';
import { readSold } from './read-assortment.ts';

/** A product of the shop; what the site does not sell, buyers do not find. Lines of carts and orders know theirs by key, sold or not. */
export async function findProduct({ loaders, db, viewer, config }: CatalogContext, sku: string): Promise<Product | null> {
  const product = await loaders.productBySku.load(sku);
  if (!product) return null;
  if (viewer && isSeller(viewer)) return product;
  const sold = await readSold(db.sql, config.site, [sku]);
  return !sold || sold.has(sku) ? product : null;
}
