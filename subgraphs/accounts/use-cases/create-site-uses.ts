import type { Tx } from '#kernel/database.ts';
import type { PrimaryUsage } from '../domain/primary-usage.ts';
import { locationOf } from '../domain/site-location.ts';
import type { AccountsTables } from '../entities/tables.ts';

export interface UsedSite {
  readonly usage: PrimaryUsage;
  readonly addressId: string;
}

/** An order went to these places: those that the books do not know yet are numbered on, within their account. Twice is once. [CHK-31] */
export async function createSiteUses({ sql }: Tx<AccountsTables>, accountId: string, sites: readonly UsedSite[], { now, autoNumbering }: { readonly now: Date; readonly autoNumbering: boolean }): Promise<void> {
  if (sites.length === 0) return;
  const addresses = await sql.selectFrom('Address').select(['id', 'city']).where('accountId', '=', accountId).where('id', 'in', sites.map(({ addressId }) => addressId)).execute();
  const cities = new Map(addresses.map(({ id, city }) => [id, city]));
  const known = await sql.selectFrom('AccountSiteUse').select(['addressId', 'usage', 'number']).where('accountId', '=', accountId).execute();
  let number = Math.max(0, ...known.map((each) => each.number));
  for (const { usage, addressId } of sites) {
    const city = cities.get(addressId);
    if (city === undefined || known.some((each) => each.addressId === addressId && each.usage === usage)) continue;
    number++;
    await sql.insertInto('AccountSiteUse').values({ accountId, addressId, usage, number, location: locationOf({ usage, city, number }, autoNumbering), createdAt: now }).execute();
  }
}
