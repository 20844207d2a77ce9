import type { Tx } from '#kernel/database.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import type { HeldAccess } from '../domain/site-access.ts';
import type { AccountsTables } from '../entities/tables.ts';

/** All lists of a site, whoever keeps them. */
export async function readSiteAccess({ sql }: Pick<Tx<AccountsTables>, 'sql'>, site: string): Promise<HeldAccess[]> {
  const lists = await sql.selectFrom('SiteAccess').selectAll().where('site', '=', site).orderBy('holderId').orderBy('list').execute();
  const entries = lists.length === 0 ? [] : await sql.selectFrom('SiteAccessEntry').selectAll().where('site', '=', site).orderBy('organisationId').execute();
  return lists.map(({ holderId, list, isOn }) => ({ holderId, list, isOn, organisationIds: entries.filter((entry) => entry.holderId === holderId && entry.list === list).map(({ organisationId }) => organisationId) }));
}

/** The same for an administrator of the seller. */
export function listSiteAccess(context: AccountsContext, site: string): Promise<HeldAccess[]> {
  requireAdministrator(context);
  return readSiteAccess(context.db, site);
}
