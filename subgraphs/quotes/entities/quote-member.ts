import { defineEntity, p } from '@mikro-orm/core';
import type { ShareRole } from '#kernel/share-roles.ts';

/** Someone a quote is shared with. A membership that ended keeps its row, and whoever is invited again gets it back. [SHARE-15] */
export const QuoteMemberSchema = defineEntity({
  name: 'QuoteMember',
  tableName: 'quote_member',
  properties: {
    id: p.string().primary(),
    quoteId: p.string(),
    /** The account of the quote, which is not always that of the member. */
    accountId: p.string(),
    /** Null until somebody has claimed an invitation by e-mail. */
    userId: p.string().nullable(),
    /** In small letters. */
    email: p.string(),
    role: p.string().$type<ShareRole>(),
    version: p.integer(),
    /** Random, and never guessed: it opens the quote to whom it was sent. [SHARE-16] */
    retrievalNumber: p.string(),
    /** Whether the member is told of changes by e-mail. [SHARE-12] */
    notify: p.boolean(),
    invitedById: p.string(),
    updatedById: p.string().nullable(),
    startedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    /** What ended it: MEMBER_REMOVED, MEMBER_FINISHED, SHARING_STOPPED, ORDERED. */
    endCause: p.string().nullable(),
  },
  uniques: [{ properties: ['accountId', 'quoteId', 'email'] }, { properties: ['retrievalNumber'] }],
  indexes: [{ properties: ['userId', 'quoteId', 'accountId'] }, { properties: ['quoteId'] }],
});
export class QuoteMember extends QuoteMemberSchema.class {}
QuoteMemberSchema.setClass(QuoteMember);
