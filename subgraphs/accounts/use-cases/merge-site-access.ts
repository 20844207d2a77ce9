import type { TakeoverPart } from '#kernel/takeover.ts';
import { mergeAccess } from '../domain/site-access.ts';
import type { Merge } from '../entities/merge.ts';
import type { AccountsTables } from '../entities/tables.ts';
import { readSiteAccess } from './read-site-access.ts';
import { writeSiteAccess } from './set-site-access.ts';

/**
 * Lists a party keeps, and entries on the lists of others: what the receiving party says, or is on, stays. Where both keep a
 * list and have it on, the organisations of the other's are added. [MERGE-06..08]
 */
export const siteAccessPart = ({ kind, fromId, toId }: Pick<Merge, 'kind' | 'fromId' | 'toId'>): TakeoverPart<AccountsTables> => ({
  name: 'siteAccess',
  table: 'SiteAccess',
  async slice(tx) {
    if (kind !== 'PARTY') return { moved: 0, dropped: 0, done: true };
    const { sql } = tx;
    const own = await sql.selectFrom('SiteAccess').selectAll().where('holderId', '=', fromId).execute();
    let moved = 0;
    for (const { site, list, isOn } of own) {
      const lists = await readSiteAccess(tx, site);
      const [from, to] = [fromId, toId].map((holderId) => lists.find((each) => each.holderId === holderId && each.list === list));
      const merged = mergeAccess({ isOn, organisationIds: from?.organisationIds ?? [] }, to);
      if (to && merged !== to) moved += 1;
      if (to && merged !== to) await writeSiteAccess(tx, site, { holderId: toId, list, ...merged, organisationIds: merged.organisationIds.filter((id) => id !== fromId) });
    }
    await sql.deleteFrom('SiteAccess').where('holderId', '=', fromId).execute();
    await sql.deleteFrom('SiteAccessEntry').where('holderId', '=', fromId).execute();
    const entries = await sql.deleteFrom('SiteAccessEntry').where('organisationId', '=', fromId).returning('site').execute();
    return { moved, dropped: own.length - moved + entries.length, done: true };
  },
});
