import { Quote, QuoteSchema } from './quote.ts';
import { QuoteAudit, QuoteAuditSchema } from './quote-audit.ts';
import { QuoteLine, QuoteLineSchema } from './quote-line.ts';
import { QuoteNote, QuoteNoteSchema } from './quote-note.ts';
import { QuoteRevision, QuoteRevisionSchema } from './quote-revision.ts';
import { QuoteSequence, QuoteSequenceSchema } from './quote-sequence.ts';

export interface QuotesTables {
  Quote: Quote;
  QuoteLine: QuoteLine;
  QuoteAudit: QuoteAudit;
  QuoteNote: QuoteNote;
  QuoteRevision: QuoteRevision;
  QuoteSequence: QuoteSequence;
}

export const quotesEntities = [QuoteSchema, QuoteLineSchema, QuoteAuditSchema, QuoteNoteSchema, QuoteRevisionSchema, QuoteSequenceSchema];
