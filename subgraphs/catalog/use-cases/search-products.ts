import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { refuse } from '#kernel/errors.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import { endOfSubtree } from '../domain/category-path.ts';
import { foldForSearch } from '../domain/search-text.ts';
import type { Product } from '../entities/product.ts';

export interface ProductSearch {
  /** A part of a SKU, of a name, or of what the viewer's account calls a product. */
  readonly search?: string | null;
  readonly category?: string | null;
}

/** The products the site sells by SKU: all of them, or those the text and the category leave. */
export async function searchProducts({ db: { sql }, viewer, config: { site } }: CatalogContext, { search, category }: ProductSearch, page: PageRequest): Promise<Connection<Product>> {
  const text = foldForSearch(search ?? '');
  const path = category == null ? undefined : (await sql.selectFrom('Category').select('path').where('code', '=', category).executeTakeFirst())?.path;
  if (category != null && path === undefined) throw refuse('NOT_FOUND', `There is no category ${category}.`, { category });
  return readPage(page, keysOf, 1, (limit, after) =>
    sql
      .selectFrom('Product')
      .selectAll('Product')
      .$if(text !== '', (query) =>
        query.where((eb) => {
          // replace, not LIKE: a percent sign that someone types is a percent sign
          const named = eb(eb.fn('replace', ['Product.searchText', eb.val(text), eb.val('')]), '<>', eb.ref('Product.searchText'));
          if (!viewer) return named;
          const numbered = eb
            .selectFrom('CustomerPartNumber as own')
            .select('own.sku')
            .where('own.accountId', '=', viewer.accountId)
            .whereRef('own.sku', '=', 'Product.sku')
            .where((own) => own(own.fn('replace', ['own.searchText', own.val(text), own.val('')]), '<>', own.ref('own.searchText')));
          return eb.or([named, eb.exists(numbered)]);
        }),
      )
      .$if(path !== undefined, (query) =>
        query.where((eb) =>
          eb.exists(
            eb
              .selectFrom('ProductCategory')
              .innerJoin('Category', 'Category.code', 'ProductCategory.category')
              .select('Category.code')
              .whereRef('ProductCategory.sku', '=', 'Product.sku')
              .where('Category.path', '>=', path ?? '')
              .where('Category.path', '<', endOfSubtree(path ?? '')),
          ),
        ),
      )
      .$if(!(viewer && isSeller(viewer)), (query) =>
        query.where((eb) => {
          const listed = eb.selectFrom('SiteAssortment').select('SiteAssortment.sku').where('SiteAssortment.site', '=', site);
          return eb.or([eb.not(eb.exists(listed)), eb.exists(listed.whereRef('SiteAssortment.sku', '=', 'Product.sku'))]);
        }),
      )
      .$if(after !== undefined, (query) => query.where('Product.sku', '>', after?.[0] ?? ''))
      .orderBy('Product.sku')
      .limit(limit)
      .execute(),
  );
}

const keysOf = ({ sku }: Product): string[] => [sku];
