import type { Kysely } from '@mikro-orm/sqlite';
import type { Tx } from '#kernel/database.ts';
import { newId } from '#kernel/ids.ts';
import { judgeRows, type JudgedRows } from '#kernel/load-rows.ts';
import { createPriceCompleter, type CompletePrice, type PriceRecord } from '../domain/complete-prices.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readProducts } from './read-catalog.ts';

/** Beyond this many a consumer is better off looking at all it has. */
const MOST_NAMED = 500;

export async function judgePrices(sql: Kysely<CatalogTables>, prices: readonly PriceRecord[]): Promise<JudgedRows<CompletePrice>> {
  const products = await readProducts(sql, [...new Set(prices.map(({ sku }) => sku))]);
  return judgeRows(prices, ({ sku }) => sku, createPriceCompleter(products));
}

/** @returns the SKUs whose prices are not what they were */
export async function savePrices({ sql }: Tx<CatalogTables>, list: Pick<PriceList, 'code' | 'generation'>, prices: readonly CompletePrice[]): Promise<string[]> {
  if (prices.length === 0) return [];
  const changed = await sql
    .insertInto('Price')
    .values(prices.map((price) => ({ ...price, id: newId(), priceList: list.code, generation: list.generation })))
    .onConflict((oc) =>
      oc
        .columns(['priceList', 'generation', 'sku', 'uom', 'minQuantityMicro', 'validFrom'])
        .doUpdateSet((eb) => ({ unitPriceMicro: eb.ref('excluded.unitPriceMicro'), validUntil: eb.ref('excluded.validUntil') }))
        .where((eb) =>
          eb.or([
            eb('Price.unitPriceMicro', '<>', eb.ref('excluded.unitPriceMicro')),
            eb('Price.validUntil', 'is distinct from', eb.ref('excluded.validUntil')),
          ]),
        ),
    )
    .returning('sku')
    .execute();
  return [...new Set(changed.map(({ sku }) => sku))];
}

/** The list has other prices than before: its version says so, and everybody is told. */
export async function announcePrices(tx: Tx<CatalogTables>, code: string, skus: readonly string[] | 'all', actorId: string | null): Promise<number> {
  const { version } = await tx.sql
    .updateTable('PriceList')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('code', '=', code)
    .returning('version')
    .executeTakeFirstOrThrow();
  await tx.announce({
    accountId: SELLER_ACCOUNT,
    aggregateType: 'priceList',
    aggregateId: code,
    aggregateVersion: version,
    type: 'PRICES_CHANGED',
    payload: skus === 'all' || skus.length > MOST_NAMED ? { priceList: code, all: true } : { priceList: code, skus },
    actorId,
  });
  return version;
}
