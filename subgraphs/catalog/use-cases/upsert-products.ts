import type { CatalogContext } from '../context.ts';
import { completeProducts, type ProductRecord } from '../domain/complete-products.ts';
import { refuseBadLoadSize } from '../domain/load-size.ts';
import { searchTextOf } from '../domain/search-text.ts';
import type { Product } from '../entities/product.ts';

/** Loads products, found again by SKU; all of them or none. Loading the same again changes nothing but their version. */
export function upsertProducts({ db, clock }: CatalogContext, records: readonly ProductRecord[]): Promise<Product[]> {
  refuseBadLoadSize(records);
  const updatedAt = clock.now();
  const rows = completeProducts(records).map((product) => ({ ...product, searchText: searchTextOf(product.sku, product.name), updatedAt, version: 1 }));
  return db.transact(async ({ sql }) => {
    const saved = await sql
      .insertInto('Product')
      .values(rows)
      .onConflict((oc) =>
        oc.column('sku').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          description: eb.ref('excluded.description'),
          primaryUom: eb.ref('excluded.primaryUom'),
          uoms: eb.ref('excluded.uoms'),
          indivisible: eb.ref('excluded.indivisible'),
          returnable: eb.ref('excluded.returnable'),
          serialControlled: eb.ref('excluded.serialControlled'),
          weightMicro: eb.ref('excluded.weightMicro'),
          searchText: eb.ref('excluded.searchText'),
          updatedAt: eb.ref('excluded.updatedAt'),
          version: eb('Product.version', '+', 1),
        })),
      )
      .returningAll()
      .execute();
    const bySku = new Map(saved.map((product) => [product.sku, product]));
    return rows.flatMap(({ sku }) => bySku.get(sku) ?? []);
  });
}
