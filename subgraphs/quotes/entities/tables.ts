import { CartMirror, CartMirrorSchema } from './cart-mirror.ts';
import { Quote, QuoteSchema } from './quote.ts';
import { QuoteAlternative, QuoteAlternativeSchema } from './quote-alternative.ts';
import { QuoteAttachment, QuoteAttachmentSchema } from './quote-attachment.ts';
import { QuoteAudit, QuoteAuditSchema } from './quote-audit.ts';
import { QuoteLine, QuoteLineSchema } from './quote-line.ts';
import { QuoteMember, QuoteMemberSchema } from './quote-member.ts';
import { QuoteNote, QuoteNoteSchema } from './quote-note.ts';
import { QuoteRevision, QuoteRevisionSchema } from './quote-revision.ts';
import { QuoteSequence, QuoteSequenceSchema } from './quote-sequence.ts';

export interface QuotesTables {
  Quote: Quote;
  QuoteLine: QuoteLine;
  QuoteAlternative: QuoteAlternative;
  QuoteAttachment: QuoteAttachment;
  QuoteAudit: QuoteAudit;
  QuoteMember: QuoteMember;
  QuoteNote: QuoteNote;
  QuoteRevision: QuoteRevision;
  QuoteSequence: QuoteSequence;
  CartMirror: CartMirror;
}

export const quotesEntities = [QuoteSchema, QuoteLineSchema, QuoteAlternativeSchema, QuoteAttachmentSchema, QuoteAuditSchema, QuoteMemberSchema, QuoteNoteSchema, QuoteRevisionSchema, QuoteSequenceSchema, CartMirrorSchema];
