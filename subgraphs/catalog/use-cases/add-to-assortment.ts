import { refuse } from '#kernel/errors.ts';
import { refuseBadLoadSize } from '#kernel/load-rows.ts';
import type { CatalogContext } from '../context.ts';
import { readProducts } from './read-catalog.ts';
import { touchProducts } from './touch-rules.ts';

/** From the first product on a site sells what is listed for it, and nothing else. Listed twice is listed. */
export function addToAssortment({ db }: CatalogContext, site: string, skus: readonly string[]): Promise<number> {
  refuseBadLoadSize(skus);
  if (site.trim() === '') throw refuse('BAD_USER_INPUT', 'The code of the site is empty.', {});
  return db.transact(async (tx) => {
    const { sql } = tx;
    await touchProducts(tx);
    const products = await readProducts(sql, skus);
    const unknown = skus.find((sku) => !products.has(sku));
    if (unknown !== undefined) throw refuse('UNKNOWN_SKU', `There is no product ${unknown}.`, { sku: unknown });
    await sql.insertInto('SiteAssortment').values(skus.map((sku) => ({ site, sku }))).onConflict((oc) => oc.doNothing()).execute();
    const { listed } = await sql.selectFrom('SiteAssortment').select((eb) => eb.fn.countAll<number>().as('listed')).where('site', '=', site).executeTakeFirstOrThrow();
    return Number(listed);
  });
}
