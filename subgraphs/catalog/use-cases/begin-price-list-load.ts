import { newId } from '#kernel/ids.ts';
import type { CatalogContext } from '../context.ts';
import type { PriceListLoad } from '../entities/price-list-load.ts';
import { openPriceList, type WantedList } from './open-price-list.ts';

/** A new generation of a whole price list begins; nobody sees it before it is published. Begun twice, there are two, of which one is abandoned. */
export function beginPriceListLoad({ db, clock }: CatalogContext, wanted: WantedList): Promise<PriceListLoad> {
  return db.transact(async (tx) => {
    await openPriceList(tx, wanted);
    const { lastGeneration: generation } = await tx.sql
      .updateTable('PriceList')
      .set((eb) => ({ lastGeneration: eb('lastGeneration', '+', 1) }))
      .where('code', '=', wanted.priceList)
      .returning('lastGeneration')
      .executeTakeFirstOrThrow();
    return tx.sql
      .insertInto('PriceListLoad')
      .values({ id: newId(), priceList: wanted.priceList, generation, state: 'OPEN', rows: 0, touchedAt: clock.now() })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}
