import { refuse } from '#kernel/errors.ts';
import type { AccountsContext } from '../context.ts';
import { mayUseSite } from '../domain/site-access.ts';
import type { User } from '../entities/user.ts';
import { readSiteAccess } from './read-site-access.ts';

/** Refuses people of an organisation that may not use the site. Others are not meant by lists of organisations. [MERGE-06..08] */
export async function guardSite(context: AccountsContext, { kind, accountId }: User, site: string): Promise<void> {
  if (kind !== 'BUYER') return;
  const lists = await readSiteAccess(context.db, site);
  if (lists.length === 0) return;
  const account = await context.loaders.accountById.load(accountId);
  if (!mayUseSite(lists, account?.partyId ?? accountId)) throw refuse('FORBIDDEN', 'Your organisation may not use this site.', { site });
}
