import { refuse } from '#kernel/errors.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import type { Product } from '../entities/product.ts';
import { countStock } from './count-stock.ts';

/** Someone counted: so much lies there. Starts the tracking of a product; the same count again changes nothing. */
export function adjustStock({ db, viewer }: CatalogContext, sku: string, onHand: string): Promise<Product> {
  const onHandMicro = toMicro(readQuantity(onHand));
  return db.transact(async (tx) => {
    const product = await tx.sql.selectFrom('Product').selectAll().where('sku', '=', sku).executeTakeFirst();
    if (!product) throw refuse('UNKNOWN_SKU', `There is no product ${sku}.`, { sku });
    await countStock(tx, sku, onHandMicro, viewer?.id ?? null);
    return product;
  });
}
