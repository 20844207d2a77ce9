import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { minorDigits } from '#kernel/money.ts';
import type { CatalogContext } from '../context.ts';
import { completePrices, type CompletePrice, type PriceRecord } from '../domain/complete-prices.ts';
import type { TierRule } from '../domain/engine/pricing-facts.ts';
import { refuseBadLoadSize } from '../domain/load-size.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { readProducts } from './read-catalog.ts';
import { touchRules } from './touch-rules.ts';

export interface PriceLoad {
  readonly priceList: string;
  /** Of a list that is made now; a list keeps its currency. */
  readonly currency?: string | null;
  /** Likewise. */
  readonly tierRule?: TierRule | null;
  readonly prices: readonly PriceRecord[];
}

const DEFAULT_CURRENCY = 'GBP';
/** Beyond this many a consumer is better off looking at all it has. */
const MOST_NAMED = 500;

/** Loads prices into a list, made when missing; all of them or none. A load that changes nothing moves no version and tells nobody. */
export function upsertPrices({ db, viewer }: CatalogContext, { priceList, currency, tierRule, prices }: PriceLoad): Promise<PriceList> {
  refuseBadLoadSize(prices);
  return db.transact(async (tx) => {
    const products = await readProducts(tx.sql, [...new Set(prices.map(({ sku }) => sku))]);
    const complete = completePrices(prices, products);
    const list = await openList(tx, { priceList, currency, tierRule });
    const skus = await savePrices(tx, priceList, complete);
    if (skus.length === 0) return list;

    const { version } = await tx.sql
      .updateTable('PriceList')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('code', '=', priceList)
      .returning('version')
      .executeTakeFirstOrThrow();
    await tx.announce({
      accountId: SELLER_ACCOUNT,
      aggregateType: 'priceList',
      aggregateId: priceList,
      aggregateVersion: version,
      type: 'PRICES_CHANGED',
      payload: skus.length > MOST_NAMED ? { priceList, all: true } : { priceList, skus },
      actorId: viewer?.id ?? null,
    });
    return { ...list, version };
  });
}

async function openList(tx: Tx<CatalogTables>, { priceList: code, currency, tierRule }: Omit<PriceLoad, 'prices'>): Promise<PriceList> {
  if (code.trim() === '') throw refuse('BAD_USER_INPUT', 'The code of the price list is empty.', {});
  if (currency != null) minorDigits(currency); // refuses what is no currency
  const made = await tx.sql
    .insertInto('PriceList')
    .values({ code, name: code, currency: currency ?? DEFAULT_CURRENCY, tierRule: tierRule ?? 'CHEAPEST', version: 0 })
    .onConflict((oc) => oc.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (made) {
    await touchRules(tx);
    return made;
  }
  const list = await tx.sql.selectFrom('PriceList').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
  if (currency != null && currency !== list.currency) {
    throw refuse('BAD_USER_INPUT', `The price list ${code} is in ${list.currency}.`, { priceList: code, currency: list.currency });
  }
  if (tierRule != null && tierRule !== list.tierRule) {
    throw refuse('BAD_USER_INPUT', `The tiers of the price list ${code} are ${list.tierRule}.`, { priceList: code, tierRule: list.tierRule });
  }
  return list;
}

/** @returns the SKUs whose prices are not what they were */
async function savePrices({ sql }: Tx<CatalogTables>, priceList: string, prices: readonly CompletePrice[]): Promise<string[]> {
  const changed = await sql
    .insertInto('Price')
    .values(prices.map((price) => ({ ...price, id: newId(), priceList })))
    .onConflict((oc) =>
      oc
        .columns(['priceList', 'sku', 'uom', 'minQuantityMicro', 'validFrom'])
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
