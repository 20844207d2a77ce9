import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { minorDigits } from '#kernel/money.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { CatalogTables } from '../entities/tables.ts';

const DEFAULT_CURRENCY = 'GBP';

/** The list of this code, made when missing; a list keeps its currency. */
export async function openPriceList({ sql }: Tx<CatalogTables>, code: string, currency: string | null | undefined): Promise<PriceList> {
  if (code.trim() === '') throw refuse('BAD_USER_INPUT', 'The code of the price list is empty.', {});
  if (currency != null) minorDigits(currency); // refuses what is no currency
  await sql
    .insertInto('PriceList')
    .values({ code, name: code, currency: currency ?? DEFAULT_CURRENCY, version: 0, generation: 0, lastGeneration: 0 })
    .onConflict((oc) => oc.column('code').doNothing())
    .execute();
  const list = await sql.selectFrom('PriceList').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
  if (currency != null && currency !== list.currency) {
    throw refuse('BAD_USER_INPUT', `The price list ${code} is in ${list.currency}.`, { priceList: code, currency: list.currency });
  }
  return list;
}
