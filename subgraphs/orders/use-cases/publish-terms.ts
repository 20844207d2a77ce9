import { refuse } from '#kernel/errors.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { refuseMalformedClauses, type TermsClause } from '../domain/contract-terms.ts';
import type { TermsTemplate } from '../entities/terms.ts';

export interface TermsToPublish {
  readonly name: string;
  readonly site?: string | null;
  readonly clauses: readonly TermsClause[];
}

/** An administrator publishes the next version of the terms of a site. Whoever agreed to an earlier one, and has not ordered, is asked anew. [TC-03] */
export async function publishTerms(context: OrdersContext, { name: given, site: wanted, clauses }: TermsToPublish): Promise<TermsTemplate> {
  const { id: publishedById } = requireAdministrator(context);
  const name = given.trim();
  const site = wanted?.trim() ?? context.config.site;
  if (name === '' || site === '') throw refuse('BAD_USER_INPUT', 'Terms and sites have a name.', { name, site });
  refuseMalformedClauses(clauses);
  return context.db.transact(async (tx) => {
    const latest = await tx.sql.selectFrom('TermsTemplate').select('version').where('site', '=', site).where('name', '=', name).orderBy('version', 'desc').limit(1).executeTakeFirst();
    const published: TermsTemplate = { site, name, version: (latest?.version ?? 0) + 1, clauses, publishedById, publishedAt: context.clock.now() };
    await tx.sql.insertInto('TermsTemplate').values(published).execute();
    return published;
  });
}
