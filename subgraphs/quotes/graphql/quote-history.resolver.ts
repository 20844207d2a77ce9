import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isSeller } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { shownRevision } from '../domain/shown-prices.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteAudit } from '../entities/quote-audit.ts';
import type { QuoteNote } from '../entities/quote-note.ts';
import type { QuoteRevision } from '../entities/quote-revision.ts';
import type { FrozenQuote } from '../domain/freeze-quote.ts';
import { ForeignUser } from './foreign-types.ts';
import { QuoteAuditType, QuoteNoteType, QuoteRevisionType } from './quote-history.type.ts';
import { QuoteType } from './quote.type.ts';

const userOf = (id: string | null | undefined): ForeignUser | null => (id == null ? null : { id });

@Resolver(() => QuoteType)
export class QuoteHistoryResolver {
  @FieldResolver(() => [QuoteAuditType], { description: 'Every move so far, oldest first; a clone brings those of its source along.' })
  audits(@Root() quote: Quote, @Ctx() { loaders }: QuotesContext): Promise<QuoteAudit[]> {
    return loaders.auditsOfQuote.load(quote.id);
  }

  @FieldResolver(() => [QuoteNoteType], { description: 'What was said, oldest first; the internal notes of the seller are for the seller only.' })
  async notes(@Root() quote: Quote, @Ctx() { loaders, viewer }: QuotesContext): Promise<QuoteNote[]> {
    const notes = await loaders.notesOfQuote.load(quote.id);
    return viewer !== null && isSeller(viewer) ? notes : notes.filter((note) => !note.internal);
  }

  @FieldResolver(() => [QuoteRevisionType], { description: 'What was asked for and offered so far, oldest first.' })
  async revisions(@Root() quote: Quote, @Ctx() { loaders, viewer }: QuotesContext): Promise<(FrozenQuote & QuoteRevision)[]> {
    return (await loaders.revisionsOfQuote.load(quote.id)).map((revision) => ({ ...shownRevision(viewer, revision.content), ...revision }));
  }
}

@Resolver(() => QuoteAuditType)
export class QuoteAuditResolver {
  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who did it; null for the expiry job.' })
  actor(@Root() audit: QuoteAudit): ForeignUser | null {
    return userOf(audit.actorId);
  }
}

@Resolver(() => QuoteNoteType)
export class QuoteNoteResolver {
  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who said it.' })
  author(@Root() note: QuoteNote): ForeignUser | null {
    return userOf(note.authorId);
  }
}

@Resolver(() => QuoteRevisionType)
export class QuoteRevisionResolver {
  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who asked or offered.' })
  by(@Root() revision: QuoteRevision): ForeignUser | null {
    return userOf(revision.actorId);
  }
}
