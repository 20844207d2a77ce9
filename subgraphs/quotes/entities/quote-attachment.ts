import { defineEntity, p } from '@mikro-orm/core';
import { QUOTE_ATTACHMENT_STATUSES, type QuoteAttachmentStatus } from '../domain/quote-attachments.ts';

/** A file that goes along with a quote or one of its lines; what it holds is kept beside the database. Internal ones stay with the seller. */
export const QuoteAttachmentSchema = defineEntity({
  name: 'QuoteAttachment',
  tableName: 'quote_attachment',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    quoteId: p.string(),
    lineId: p.string().nullable(),
    /** PENDING until the quote is changed to have it, REMOVED when only revisions still name it. */
    status: p.string().$type<QuoteAttachmentStatus>(),
    internal: p.boolean(),
    /** Which side of the negotiation it is of, and may take it away. */
    bySeller: p.boolean(),
    /** Whether a revision names it: then its file stays. */
    revised: p.boolean(),
    fileId: p.string(),
    name: p.string(),
    description: p.string().nullable(),
    contentType: p.string(),
    bytes: p.integer(),
    sha256: p.string(),
    uploadedById: p.string(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['quoteId', 'accountId', 'id'] }, { properties: ['fileId'] }, { properties: ['status', 'createdAt'] }],
  checks: [{ name: 'quote_attachment_status', expression: `status in ('${QUOTE_ATTACHMENT_STATUSES.join("', '")}')` }],
});
export class QuoteAttachment extends QuoteAttachmentSchema.class {}
QuoteAttachmentSchema.setClass(QuoteAttachment);
