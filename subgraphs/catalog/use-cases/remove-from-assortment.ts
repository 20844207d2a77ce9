import { refuseBadLoadSize } from '#kernel/load-rows.ts';
import type { CatalogContext } from '../context.ts';
import { touchProducts } from './touch-rules.ts';

/** A site no longer sells these. With the last one its assortment ends, and it sells everything again. @returns how many are left */
export function removeFromAssortment({ db }: CatalogContext, site: string, skus: readonly string[]): Promise<number> {
  refuseBadLoadSize(skus);
  return db.transact(async (tx) => {
    const { sql } = tx;
    await touchProducts(tx);
    await sql.deleteFrom('SiteAssortment').where('site', '=', site).where('sku', 'in', skus).execute();
    const { listed } = await sql.selectFrom('SiteAssortment').select((eb) => eb.fn.countAll<number>().as('listed')).where('site', '=', site).executeTakeFirstOrThrow();
    return Number(listed);
  });
}
