import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import type { CatalogContext } from '../context.ts';
import type { Promotion } from '../entities/promotion.ts';

/** Every promotion, by id. */
export function listPromotions({ db: { sql } }: CatalogContext, page: PageRequest): Promise<Connection<Promotion>> {
  return readPage(page, ({ id }) => [id], 1, (limit, after) =>
    sql
      .selectFrom('Promotion')
      .selectAll()
      .$if(after !== undefined, (query) => query.where('id', '>', after?.[0] ?? ''))
      .orderBy('id')
      .limit(limit)
      .execute(),
  );
}
