import type { Kysely } from '@mikro-orm/sqlite';
import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { mayRead } from '../domain/quote-rights.ts';
import { rolesOn, type Actor, type QuoteRules } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuotesTables } from '../entities/tables.ts';

export interface FoundQuote {
  readonly quote: Quote;
  readonly actor: Actor;
}

export const noSuchQuote = (quoteId: string): Error => refuse('NOT_FOUND', 'There is no such quote.', { quoteId });

/** The quote if the viewer may see it in its present status, and what the viewer is to it; a stranger learns nothing. [QUOTE-04] */
export async function findQuote(sql: Kysely<QuotesTables>, rules: QuoteRules, viewer: Viewer, quoteId: string): Promise<FoundQuote> {
  const quote = looksLikeId(quoteId) ? await sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).executeTakeFirst() : undefined;
  if (!quote || quote.deletedAt != null) throw noSuchQuote(quoteId);
  const roles = rolesOn(viewer, quote, rules);
  if (!mayRead(quote.status, roles)) throw noSuchQuote(quoteId);
  return { quote, actor: { id: viewer.id, roles } };
}

/** A write that names the version it has seen is refused when somebody was there in between. */
export function refuseStale(quote: Quote, expectedVersion: number | null | undefined): void {
  if (expectedVersion == null || expectedVersion === quote.version) return;
  const details = { quoteId: quote.id, currentVersion: quote.version, changedBy: quote.updatedById ?? null };
  throw refuse('STALE_VERSION', `The quote is at version ${quote.version} now.`, details);
}
