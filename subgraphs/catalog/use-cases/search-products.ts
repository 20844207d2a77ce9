import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import type { CatalogContext } from '../context.ts';
import { foldForSearch } from '../domain/search-text.ts';
import type { Product } from '../entities/product.ts';

/** Products by SKU, all of them or those whose SKU or name holds the text. */
export function searchProducts({ db: { sql } }: CatalogContext, search: string | null, page: PageRequest): Promise<Connection<Product>> {
  const text = foldForSearch(search ?? '');
  return readPage(page, keysOf, 1, (limit, after) =>
    sql
      .selectFrom('Product')
      .selectAll()
      // replace, not LIKE: a percent sign that someone types is a percent sign
      .$if(text !== '', (query) => query.where((eb) => eb(eb.fn('replace', ['searchText', eb.val(text), eb.val('')]), '<>', eb.ref('searchText'))))
      .$if(after !== undefined, (query) => query.where('sku', '>', after?.[0] ?? ''))
      .orderBy('sku')
      .limit(limit)
      .execute(),
  );
}

const keysOf = ({ sku }: Product): string[] => [sku];
