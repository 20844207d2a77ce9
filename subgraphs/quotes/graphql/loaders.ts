import DataLoader from 'dataloader';
import type { ShareRole } from '#kernel/share-roles.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteAlternative } from '../entities/quote-alternative.ts';
import type { QuoteAttachment } from '../entities/quote-attachment.ts';
import type { QuoteAudit } from '../entities/quote-audit.ts';
import type { QuoteLine } from '../entities/quote-line.ts';
import type { QuoteMember } from '../entities/quote-member.ts';
import type { QuoteNote } from '../entities/quote-note.ts';
import type { QuoteRevision } from '../entities/quote-revision.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { findRoles } from '../use-cases/find-members.ts';
import { findSubstitutes } from '../use-cases/find-substitutes.ts';

export interface QuotesLoaders {
  /** Whatever the viewer's rights: callers ask the tables of rights. */
  readonly quoteById: DataLoader<string, Quote | undefined>;
  readonly linesOfQuote: DataLoader<string, QuoteLine[]>;
  readonly alternativesOfQuote: DataLoader<string, QuoteAlternative[]>;
  /** What the catalog knows to be had instead of a product. */
  readonly substitutesOf: DataLoader<string, readonly string[]>;
  /** Those that are applied, whoever may see them. */
  readonly attachmentsOfQuote: DataLoader<string, QuoteAttachment[]>;
  readonly auditsOfQuote: DataLoader<string, QuoteAudit[]>;
  readonly notesOfQuote: DataLoader<string, QuoteNote[]>;
  readonly revisionsOfQuote: DataLoader<string, QuoteRevision[]>;
  /** Current members only. */
  readonly membersOfQuote: DataLoader<string, QuoteMember[]>;
  /** What the viewer is to a quote that is shared with them. */
  readonly roleOn: DataLoader<string, ShareRole | undefined>;
}

/** One set a request: what is asked for many times is read once, and nobody sees another's cache. */
export function createLoaders({ db: { sql }, viewer, ask }: Pick<BaseContext<QuotesTables>, 'db' | 'viewer' | 'ask'>): QuotesLoaders {
  return {
    quoteById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Quote').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    linesOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteLine').selectAll().where('quoteId', 'in', ids).orderBy('position').execute())),
    alternativesOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteAlternative').selectAll().where('quoteId', 'in', ids).orderBy('lineId').orderBy('position').execute())),
    substitutesOf: new DataLoader((skus) => findSubstitutes(ask, skus)),
    attachmentsOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteAttachment').selectAll().where('quoteId', 'in', ids).where('status', '=', 'APPLIED').orderBy('id').execute())),
    auditsOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteAudit').selectAll().where('quoteId', 'in', ids).orderBy('id').execute())),
    notesOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteNote').selectAll().where('quoteId', 'in', ids).orderBy('id').execute())),
    revisionsOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteRevision').selectAll().where('quoteId', 'in', ids).orderBy('number').execute())),
    membersOfQuote: new DataLoader(async (ids) => grouped(ids, await sql.selectFrom('QuoteMember').selectAll().where('quoteId', 'in', ids).where('endedAt', 'is', null).orderBy('id').execute())),
    roleOn: new DataLoader(async (ids) => {
      const roles = viewer ? new Map((await findRoles(sql, viewer.id, ids)).map(({ quoteId, role }) => [quoteId, role])) : undefined;
      return ids.map((id) => roles?.get(id));
    }),
  };
}

function grouped<Row extends { quoteId: string }>(ids: readonly string[], rows: readonly Row[]): Row[][] {
  const byQuote = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) byQuote.get(row.quoteId)?.push(row);
  return ids.map((id) => byQuote.get(id) ?? []);
}
