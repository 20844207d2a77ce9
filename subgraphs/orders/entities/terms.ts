import { defineEntity, p } from '@mikro-orm/core';
import type { ContractTerms, TermsClause } from '../domain/contract-terms.ts';

/** One version of the terms of a site under a name; published once and never changed, for people agreed to it. */
export const TermsTemplateSchema = defineEntity({
  name: 'TermsTemplate',
  tableName: 'terms_template',
  properties: {
    site: p.string().primary(),
    name: p.string().primary(),
    version: p.integer().primary(),
    clauses: p.json<readonly TermsClause[]>(),
    publishedById: p.string(),
    publishedAt: p.datetime(),
  },
});
export class TermsTemplate extends TermsTemplateSchema.class {}
TermsTemplateSchema.setClass(TermsTemplate);

/** What somebody agreed to for a cart, the latest of it. It counts as long as the terms of the cart have this hash. */
export const TermsAcceptanceSchema = defineEntity({
  name: 'TermsAcceptance',
  tableName: 'terms_acceptance',
  properties: {
    cartId: p.string().primary(),
    accountId: p.string(),
    terms: p.json<ContractTerms>(),
    acceptedById: p.string(),
    acceptedByName: p.string().nullable(),
    acceptedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'cartId'] }],
});
export class TermsAcceptance extends TermsAcceptanceSchema.class {}
TermsAcceptanceSchema.setClass(TermsAcceptance);
