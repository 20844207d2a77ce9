import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import { checkCountry, checkCurrency, checkNamed } from '../domain/check-terms.ts';
import type { PricingMode } from '../domain/engine/pricing-facts.ts';
import { refuseStale, type ExpectedVersion } from '../domain/refuse-stale.ts';
import { sameRow } from '../domain/same-row.ts';
import { SELLER_ACCOUNT } from '../domain/seller.ts';
import type { SitePricing } from '../entities/site-pricing.ts';
import { touchRules } from './touch-rules.ts';

export interface SitePricingRecord {
  readonly site: string;
  readonly mode: PricingMode;
  readonly priceList: string;
  readonly currency?: string | null;
  readonly pricesIncludeTax?: boolean | null;
  readonly country?: string | null;
  readonly paymentTerm?: string | null;
}

/** Says how a site prices: its list, best price or not, its currency, whether its prices include tax. [CART-63, CART-64] */
export function setSitePricing({ db, viewer }: CatalogContext, record: SitePricingRecord, expectedVersion?: ExpectedVersion): Promise<SitePricing> {
  const site = checkNamed(record.site, 'The site');
  return db.transact(async (tx) => {
    const list = await tx.sql.selectFrom('PriceList').selectAll().where('code', '=', record.priceList).executeTakeFirst();
    if (!list) throw refuse('BAD_USER_INPUT', `There is no price list ${record.priceList}.`, { priceList: record.priceList });
    const wanted = {
      site,
      mode: record.mode,
      priceList: record.priceList,
      currency: checkCurrency(record.currency ?? null, false) ?? list.currency,
      pricesIncludeTax: record.pricesIncludeTax ?? false,
      country: record.country == null ? null : checkCountry(record.country),
      paymentTerm: record.paymentTerm ?? null,
    };
    const there = await tx.sql.selectFrom('SitePricing').selectAll().where('site', '=', site).executeTakeFirst();
    refuseStale(`The pricing of ${site}`, expectedVersion, there?.version);
    if (there && sameRow(there, wanted)) return there;
    const row = { ...wanted, version: (there?.version ?? 0) + 1 };
    await tx.sql.insertInto('SitePricing').values(row).onConflict((oc) => oc.column('site').doUpdateSet(row)).execute();
    await touchRules(tx);
    await tx.announce({
      accountId: SELLER_ACCOUNT,
      aggregateType: 'sitePricing',
      aggregateId: site,
      aggregateVersion: row.version,
      type: 'SITE_PRICING_CHANGED',
      payload: { site },
      actorId: viewer?.id ?? null,
    });
    return row;
  });
}
