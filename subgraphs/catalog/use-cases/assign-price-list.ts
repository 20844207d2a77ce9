import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import type { AudienceKind } from '../domain/audience.ts';
import { refuseStale, type ExpectedVersion } from '../domain/refuse-stale.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { PriceList } from '../entities/price-list.ts';

export interface Assignment {
  readonly priceList: string;
  readonly audienceKind: AudienceKind;
  readonly audience: string;
  /** False: the list is closed to them again. */
  readonly open: boolean;
}

/** Opens a price list to a site, a group or an account, for best-price mode, or closes it. What is so already stays so, silently. [CART-64] */
export function assignPriceList({ db, viewer }: CatalogContext, { priceList, audienceKind, audience, open }: Assignment, expectedVersion?: ExpectedVersion): Promise<PriceList> {
  return db.transact(async (tx) => {
    const list = await tx.sql.selectFrom('PriceList').selectAll().where('code', '=', priceList).executeTakeFirst();
    if (!list) throw refuse('BAD_USER_INPUT', `There is no price list ${priceList}.`, { priceList });
    refuseStale(`The price list ${priceList}`, expectedVersion, list.version);
    const row = { priceList, audienceKind, audience };
    const changed = open
      ? await tx.sql.insertInto('PriceListAssignment').values(row).onConflict((oc) => oc.columns(['audienceKind', 'audience', 'priceList']).doNothing()).returning('audience').executeTakeFirst()
      : await tx.sql.deleteFrom('PriceListAssignment').where('audienceKind', '=', audienceKind).where('audience', '=', audience).where('priceList', '=', priceList).returning('audience').executeTakeFirst();
    if (!changed) return list;
    const version = list.version + 1;
    await tx.sql.updateTable('PriceList').set({ version }).where('code', '=', priceList).execute();
    await tx.announce({
      accountId: SELLER_ACCOUNT,
      aggregateType: 'priceList',
      aggregateId: priceList,
      aggregateVersion: version,
      type: 'PRICE_LIST_ASSIGNED',
      payload: { priceList, audienceKind, audience, open },
      actorId: viewer?.id ?? null,
    });
    return { ...list, version };
  });
}
