import type { Tx } from '#kernel/database.ts';
import type { CompleteProduct } from '../domain/complete-products.ts';
import { searchTextOf } from '../domain/search-text.ts';
import type { Product } from '../entities/product.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { touchProducts } from './touch-rules.ts';

/** Databases bound how many values one statement may carry. */
const CHUNK = 1_000;

/** Products with their units and shelves. @returns them in the order given */
export async function saveProducts(tx: Tx<CatalogTables>, products: readonly CompleteProduct[], updatedAt: Date): Promise<Product[]> {
  if (products.length === 0) return [];
  const rows = products.map(({ units, categories: _shelves, ...product }) => ({
    ...product,
    uoms: units.map(({ uom }) => uom),
    searchText: searchTextOf(product.sku, product.name),
    updatedAt,
    version: 1,
  }));
  const saved = await tx.sql
    .insertInto('Product')
    .values(rows)
    .onConflict((oc) =>
      oc.column('sku').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        description: eb.ref('excluded.description'),
        primaryUom: eb.ref('excluded.primaryUom'),
        uoms: eb.ref('excluded.uoms'),
        itemType: eb.ref('excluded.itemType'),
        modelKind: eb.ref('excluded.modelKind'),
        taxClass: eb.ref('excluded.taxClass'),
        indivisible: eb.ref('excluded.indivisible'),
        returnable: eb.ref('excluded.returnable'),
        serialControlled: eb.ref('excluded.serialControlled'),
        shippable: eb.ref('excluded.shippable'),
        weightMicro: eb.ref('excluded.weightMicro'),
        minQuantityMicro: eb.ref('excluded.minQuantityMicro'),
        stepQuantityMicro: eb.ref('excluded.stepQuantityMicro'),
        packSizeMicro: eb.ref('excluded.packSizeMicro'),
        searchText: eb.ref('excluded.searchText'),
        updatedAt: eb.ref('excluded.updatedAt'),
        version: eb('Product.version', '+', 1),
      })),
    )
    .returningAll()
    .execute();
  await touchProducts(tx);
  await saveUnits(tx, products);
  await saveShelves(tx, products);
  const bySku = new Map(saved.map((product) => [product.sku, product]));
  return products.flatMap(({ sku }) => bySku.get(sku) ?? []);
}

async function saveUnits({ sql }: Tx<CatalogTables>, products: readonly CompleteProduct[]): Promise<void> {
  const rows = products.flatMap(({ sku, units }) => units.map((unit, position) => ({ sku, ...unit, position })));
  await sql.deleteFrom('ProductUnit').where('sku', 'in', products.map(({ sku }) => sku)).execute();
  for (let from = 0; from < rows.length; from += CHUNK) await sql.insertInto('ProductUnit').values(rows.slice(from, from + CHUNK)).execute();
}

async function saveShelves({ sql }: Tx<CatalogTables>, products: readonly CompleteProduct[]): Promise<void> {
  const placed = products.filter(({ categories }) => categories !== null);
  if (placed.length === 0) return;
  await sql.deleteFrom('ProductCategory').where('sku', 'in', placed.map(({ sku }) => sku)).execute();
  const rows = placed.flatMap(({ sku, categories }) => [...new Set(categories)].map((category) => ({ sku, category })));
  for (let from = 0; from < rows.length; from += CHUNK) await sql.insertInto('ProductCategory').values(rows.slice(from, from + CHUNK)).execute();
}
