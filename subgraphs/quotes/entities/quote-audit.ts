import { defineEntity, p } from '@mikro-orm/core';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';

/** Who moved a quote from where to where; never changed. [QUOTE-05] */
export const QuoteAuditSchema = defineEntity({
  name: 'QuoteAudit',
  tableName: 'quote_audit',
  properties: {
    id: p.string().primary(),
    quoteId: p.string(),
    accountId: p.string(),
    action: p.string(),
    from: p.string().$type<QuoteStatus>().fieldName('from_status').nullable(),
    to: p.string().$type<QuoteStatus>().fieldName('to_status'),
    /** Null for the expiry job. */
    actorId: p.string().nullable(),
    at: p.datetime(),
  },
  indexes: [{ properties: ['quoteId', 'id'] }, { properties: ['accountId', 'quoteId'] }],
});
export class QuoteAudit extends QuoteAuditSchema.class {}
QuoteAuditSchema.setClass(QuoteAudit);
