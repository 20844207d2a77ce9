import type { Kysely } from '@mikro-orm/sqlite';
import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuoteRole } from '../domain/quote-lifecycle.ts';
import { mayRead } from '../domain/quote-rights.ts';
import type { QuotesConfig } from '../config.ts';
import { rolesOn, type Actor } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { allMembers, findMemberRole, findRoles } from './find-members.ts';

type FindRules = Pick<QuotesConfig, 'assignmentRequired' | 'enabled' | 'sharing'>;

export interface FoundQuote {
  readonly quote: Quote;
  readonly actor: Actor;
}

export const noSuchQuote = (quoteId: string): Error => refuse('NOT_FOUND', 'There is no such quote.', { quoteId });

/** Changing anything needs the feature; reading what there is does not. [QUOTE-10] */
export function requireQuotes({ enabled }: Pick<QuotesConfig, 'enabled'>): void {
  if (!enabled) throw refuse('OPERATION_DISABLED', 'Quotes are switched off.');
}

/** For who is about to change it: the quote if the viewer may see it in its present status, and what the viewer is to it; a stranger learns nothing. [QUOTE-04] */
export async function findQuote(sql: Kysely<QuotesTables>, rules: FindRules, viewer: Viewer, quoteId: string): Promise<FoundQuote> {
  requireQuotes(rules);
  const quote = looksLikeId(quoteId) ? await sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).executeTakeFirst() : undefined;
  if (!quote || quote.deletedAt != null) throw noSuchQuote(quoteId);
  const roles = await rolesIn(sql, rules, viewer, quote);
  if (!mayRead(quote.status, roles)) throw noSuchQuote(quoteId);
  return { quote, actor: { id: viewer.id, roles } };
}

/** What the viewer is to a quote, as it is where it is about to change. */
export async function rolesIn(sql: Kysely<QuotesTables>, rules: FindRules, viewer: Viewer, quote: Quote): Promise<QuoteRole[]> {
  return rolesOn(viewer, quote, rules, await findMemberRole(viewer, quote, rules, async (quoteId) => (await findRoles(sql, viewer.id, [quoteId]))[0]?.role));
}

/** A write that names the version it has seen is refused when somebody was there in between. */
export async function refuseStale(sql: Kysely<QuotesTables>, quote: Quote, expectedVersion: number | null | undefined, viewer: Viewer): Promise<void> {
  if (expectedVersion == null || expectedVersion === quote.version) return;
  const { id: quoteId, version: currentVersion, updatedById: id, ownerId } = quote;
  const isBuyers = id === ownerId || (await allMembers(sql, quoteId)).some(({ userId }) => userId != null && userId === id);
  const relation = id === viewer.id ? 'you' : isBuyers ? 'member' : 'rep';
  const who = { you: 'You have', member: id === ownerId ? 'The buyer has' : 'Another member has', rep: 'The sales representative has' }[relation];
  throw refuse('STALE_VERSION', `${id == null ? 'The shop has' : who} changed the quote meanwhile: it is at version ${currentVersion}, not ${expectedVersion}.`, {
    quoteId,
    expectedVersion,
    currentVersion,
    changedBy: id == null ? null : { id, relation },
  });
}
