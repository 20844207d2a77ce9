import { refuse } from '#kernel/errors.ts';
import { allOrRefuse, judgeRows } from '#kernel/load-rows.ts';
import type { CatalogContext } from '../context.ts';
import type { Product } from '../entities/product.ts';
import { readProducts } from './read-catalog.ts';

const MOST = 20;

/** Says anew what can be had instead of a product, best first; nothing takes all away. Said twice it is the same. */
export function setSubstitutes({ db }: CatalogContext, sku: string, substitutes: readonly string[]): Promise<Product> {
  if (substitutes.length > MOST) throw refuse('BAD_USER_INPUT', `A product has at most ${MOST} substitutes.`, { sku });
  return db.transact(async ({ sql }) => {
    const products = await readProducts(sql, [sku, ...substitutes]);
    const product = products.get(sku);
    if (!product) throw refuse('UNKNOWN_SKU', `There is no product ${sku}.`, { sku });
    const came = new Set([sku]);
    const rows = judgeRows(substitutes, (substitute) => substitute, (substituteSku) => {
      if (!products.has(substituteSku)) throw refuse('UNKNOWN_SKU', `There is no product ${substituteSku}.`);
      if (came.has(substituteSku)) throw refuse('BAD_USER_INPUT', `${substituteSku} is the product itself, or in an earlier row already.`);
      came.add(substituteSku);
      return { sku, substituteSku };
    });
    const wanted = allOrRefuse(rows, 'sku').map((row, position) => ({ ...row, position }));
    await sql.deleteFrom('ProductSubstitute').where('sku', '=', sku).execute();
    if (wanted.length > 0) await sql.insertInto('ProductSubstitute').values(wanted).execute();
    return product;
  });
}
