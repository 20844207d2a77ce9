import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { minorDigits } from '#kernel/money.ts';
import type { TierRule } from '../domain/engine/pricing-facts.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { CatalogTables } from '../entities/tables.ts';
import { touchRules } from './touch-rules.ts';

const DEFAULT_CURRENCY = 'GBP';

export interface WantedList {
  readonly priceList: string;
  /** Of a list that is made now; a list keeps its currency. */
  readonly currency?: string | null;
  /** Likewise. */
  readonly tierRule?: TierRule | null;
}

/** The list of this code, made when missing; a list keeps its currency and the rule of its tiers. */
export async function openPriceList(tx: Tx<CatalogTables>, { priceList: code, currency, tierRule }: WantedList): Promise<PriceList> {
  if (code.trim() === '') throw refuse('BAD_USER_INPUT', 'The code of the price list is empty.', {});
  if (currency != null) minorDigits(currency); // refuses what is no currency
  const made = await tx.sql
    .insertInto('PriceList')
    .values({ code, name: code, currency: currency ?? DEFAULT_CURRENCY, tierRule: tierRule ?? 'CHEAPEST', version: 0, generation: 0, lastGeneration: 0 })
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
