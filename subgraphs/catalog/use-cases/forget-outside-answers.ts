import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { PriceItem } from '../outside/ports.ts';

const MOST = 500;

/**
 * The outside price system says that prices moved: the next question goes to it, and carts that hold the products are told as
 * when a list of ours moves. Called twice, there is nothing left to forget and no cart changes. [EXT-12]
 */
export async function forgetOutsidePrices(context: CatalogContext, items: readonly PriceItem[]): Promise<number> {
  refuseTooMany(items);
  const { prices } = context.outside;
  if (!prices) return 0;
  const forgotten = prices.forget(items); // first, or a cart that hears of it would be answered from what is kept
  await announceMoved(context, [...new Set(items.map(({ sku }) => sku))]);
  return forgotten;
}

/** The inventory system says that stock moved: the next question goes to it. [EXT-12] */
export function forgetOutsideStock({ outside }: CatalogContext, skus: readonly string[]): number {
  refuseTooMany(skus);
  return outside.inventory?.forget(skus) ?? 0;
}

/** In the name of the site's list, which is what the products are sold from. */
function announceMoved({ db, config, viewer }: CatalogContext, skus: readonly string[]): Promise<void> {
  const priceList = config.sitePriceList;
  return db.transact(async (tx) => {
    const list = await tx.sql
      .updateTable('PriceList')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('code', '=', priceList)
      .returning('version')
      .executeTakeFirst();
    if (!list) return; // without a list nothing is sold
    await tx.announce({
      accountId: SELLER_ACCOUNT,
      aggregateType: 'priceList',
      aggregateId: priceList,
      aggregateVersion: list.version,
      type: 'PRICES_CHANGED',
      payload: { priceList, skus },
      actorId: viewer?.id ?? null,
    });
  });
}

function refuseTooMany(items: readonly unknown[]): void {
  if (items.length === 0 || items.length > MOST) throw refuse('BAD_USER_INPUT', `Name from 1 to ${MOST} at once.`, { items: items.length });
}
