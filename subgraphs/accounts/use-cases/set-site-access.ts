import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import type { AccessList, HeldAccess } from '../domain/site-access.ts';
import type { AccountsTables } from '../entities/tables.ts';
import { readSiteAccess } from './read-site-access.ts';

export interface WantedAccess {
  readonly site: string;
  readonly holderId?: string | null;
  readonly list: AccessList;
  readonly isOn: boolean;
  readonly organizationIds: readonly string[];
}

const MOST = 5_000;

/** An administrator says which organisations may use a site, or may not; the same again changes nothing. [MERGE-06..08] */
export async function setSiteAccess(context: AccountsContext, { site, holderId, list, isOn, organizationIds }: WantedAccess): Promise<HeldAccess[]> {
  requireAdministrator(context);
  const organisationIds = [...new Set(organizationIds)];
  if (site.trim() === '' || organisationIds.length > MOST) throw refuse('BAD_USER_INPUT', `A list is of a site, and names at most ${MOST} organisations.`);
  return context.db.transact(async (tx) => {
    await refuseUnknown(tx, [...organisationIds, ...(holderId == null ? [] : [holderId])]);
    await writeSiteAccess(tx, site, { holderId: holderId ?? '', list, isOn, organisationIds });
    return readSiteAccess(tx, site);
  });
}

export async function writeSiteAccess({ sql }: Pick<Tx<AccountsTables>, 'sql'>, site: string, { holderId, list, isOn, organisationIds }: HeldAccess): Promise<void> {
  await sql.insertInto('SiteAccess').values({ site, holderId, list, isOn }).onConflict((oc) => oc.columns(['site', 'holderId', 'list']).doUpdateSet({ isOn })).execute();
  await sql.deleteFrom('SiteAccessEntry').where('site', '=', site).where('holderId', '=', holderId).where('list', '=', list).execute();
  const entries = organisationIds.map((organisationId) => ({ site, holderId, list, organisationId }));
  if (entries.length > 0) await sql.insertInto('SiteAccessEntry').values(entries).execute();
}

async function refuseUnknown({ sql }: Pick<Tx<AccountsTables>, 'sql'>, partyIds: readonly string[]): Promise<void> {
  const known = new Set((await sql.selectFrom('Party').select('id').where('id', 'in', ['', ...partyIds]).where('kind', '=', 'ORGANISATION').where('status', '=', 'ACTIVE').execute()).map(({ id }) => id));
  const unknown = partyIds.filter((id) => !known.has(id));
  if (unknown.length > 0) throw refuse('NOT_FOUND', 'There is no such organisation.', { organizationIds: unknown });
}
